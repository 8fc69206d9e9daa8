import Detection
import Patterns

/// The years of a document that tell an age over 89: 45 CFR 164.514(b)(2)(i)(C) lets years stay, but "all elements of
/// dates (including year) indicative of such age" go.
///
/// Whether a year is one of birth is asked only where no other year stands beside it: "the summer of 1931" in a note of
/// 2023 tells as much.
struct TellingYears: Sendable {
  /// Seen so many years later, someone born in a year is 90 that year, or 89 until the birthday.
  private static let span = 90
  /// Where the text says that someone is 90 or more, years this much earlier than the newest go too: the note itself may
  /// be newer than any year it names.
  private static let spanBesideAge = 80
  /// How far behind the newest year a year of two digits may lie; farther, it is of the century before.
  private static let ahead = 5

  private var years: Set<Int>
  /// Whether some year is none of birth: it tells when the note was written.
  private var hasOtherYear: Bool
  private var hasAge: Bool
  private let presentYear: Int

  /// - Parameters:
  ///   - text: the document's UTF-8 text, or its file name.
  ///   - findings: all findings of `text`, in byte offsets of it.
  ///   - earlier: what the text told, for the file name.
  ///   - presentYear: a note that names years of birth only is taken to be of this year.
  init(
    in text: [UInt8], _ findings: [Finding], knowing earlier: TellingYears?, presentYear: Int
  ) {
    self.presentYear = presentYear
    years = earlier?.years ?? []
    hasOtherYear = earlier?.hasOtherYear ?? false
    hasAge = earlier?.hasAge ?? false
    for finding in findings {
      switch finding.category {
      case .age: hasAge = true
      case .date, .year:
        guard let year = TellingYears.year(in: text[finding.range]) else { continue }
        years.insert(year)
        if !BirthContext.isBirth(finding, in: text) { hasOtherYear = true }
      default: break
      }
    }
  }

  private var newest: Int { years.max() ?? 0 }

  /// Whether the one year in `range` of `text` must not stay.
  func contains(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard let year = TellingYears.year(in: text[range]) ?? shortYear(range, of: text) else {
      return false
    }
    let span = hasAge ? TellingYears.spanBesideAge : TellingYears.span
    if newest - year >= span || (hasAge && years == [year]) { return true }
    guard !hasOtherYear, max(presentYear, newest) - year >= span else { return false }
    return BirthContext.isBirth(range, in: text)
  }

  private static func year(in value: ArraySlice<UInt8>) -> Int? {
    YearOnly.year(in: value).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// The year that two digits stand for: `3/4/31` in a note of 2023. Nobody is born behind the newest year.
  private func shortYear(_ range: Range<Int>, of text: [UInt8]) -> Int? {
    guard let date = WrittenDate(Array(text[range]), isDayFirst: false), date.first.hasShortYear,
      let digits = date.first.year?.value
    else { return nil }
    let ahead = BirthContext.isBirth(range, in: text) ? 0 : TellingYears.ahead
    let latest = (newest > 0 ? newest : presentYear) + ahead
    let year = latest - latest % 100 + digits
    return year > latest ? year - 100 : year
  }
}
