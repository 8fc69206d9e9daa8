import Detection
import Patterns

/// How a document writes its dates: what the dates that can be read one way only tell of the others.
struct DateHabits: Sendable, Hashable {
  /// Whether `4/3` is the fourth of March.
  var isDayFirst = false
  /// The newest year of four digits; 0 when the text names none.
  var newestYear = 0
  /// The year that dates without one are taken to be of where no date stands beside them.
  var presentYear: Int

  /// How many years behind the newest year named a year of two digits may lie: follow-up visits, valid-until dates.
  private static let ahead = 5

  init(_ findings: [Finding], in text: [UInt8], presentYear: Int) {
    self.presentYear = presentYear
    var dayFirst = 0
    var monthFirst = 0
    for finding in findings where finding.category == .date || finding.category == .year {
      let value = text[finding.range]
      if let year = YearOnly.year(in: value).flatMap({ Int(String(decoding: $0, as: UTF8.self)) }) {
        newestYear = max(newestYear, year)
      }
      guard finding.category == .date, let pieces = DatePieces.read(Array(value)),
        pieces.count >= 3, case .number(let one, _, _) = pieces[0].kind,
        case .number(let two, _, _) = pieces[2].kind, case .mark(let mark) = pieces[1].kind
      else { continue }
      if one > 12 || (mark == 0x2e && two <= 12) { dayFirst += 1 }
      if two > 12 { monthFirst += 1 }
    }
    isDayFirst = dayFirst > 0 && monthFirst == 0
  }

  /// The year that two digits stand for.
  func year(ofTwoDigits digits: Int) -> Int {
    let latest = (newestYear > 0 ? newestYear : presentYear) + DateHabits.ahead
    let year = latest - latest % 100 + digits
    return year > latest ? year - 100 : year
  }
}
