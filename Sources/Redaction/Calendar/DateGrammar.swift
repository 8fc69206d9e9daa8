/// The orders in which the parts of a date are written.
struct DateGrammar {
  let isDayFirst: Bool

  typealias Day = WrittenDate.Day
  typealias Field = WrittenDate.Field

  /// One date.
  func day(_ pieces: ArraySlice<DatePiece>) -> Day? {
    let hasMonth = pieces.contains { if case .month = $0.kind { true } else { false } }
    let hasJoiner = pieces.contains { if case .joiner = $0.kind { true } else { false } }
    if hasJoiner { return nil }
    return hasMonth ? inWords(pieces) : inNumbers(Array(pieces))
  }

  /// Two dates joined by a dash or a word, the one completing the other.
  func range(_ pieces: [DatePiece]) -> WrittenDate? {
    for (index, piece) in pieces.enumerated() {
      let isPair: Bool
      switch piece.kind {
      case .joiner(let isAnd): isPair = isAnd
      case .mark(0x2d): isPair = false
      default: continue
      }
      let left = pieces[..<index]
      let right = pieces[(index + 1)...]
      guard let first = day(left) ?? bareDay(left), let last = day(right) ?? bareDay(right) else {
        continue
      }
      return joined(first, last, isPair: isPair)
    }
    return nil
  }

  private func joined(_ first: Day, _ last: Day, isPair: Bool) -> WrittenDate? {
    guard first.day != nil, last.day != nil, first.month != nil || last.month != nil else {
      return nil
    }
    var first = first
    var last = last
    if first.year == nil {
      first.year = last.year
      first.hasShortYear = last.hasShortYear
    } else if last.year == nil {
      last.year = first.year
      last.hasShortYear = first.hasShortYear
    }
    first.month = first.month ?? last.month
    last.month = last.month ?? first.month
    return WrittenDate(first: first, last: last, isPair: isPair)
  }

  /// `16`, `16, 2023` as one end of a range whose other end has the month.
  private func bareDay(_ pieces: ArraySlice<DatePiece>) -> Day? {
    guard let piece = pieces.first, case .number(let day, _, isYear: false) = piece.kind else {
      return nil
    }
    var bare = Day()
    bare.day = Field(value: day, range: piece.range)
    guard pieces.count > 1 else { return bare }
    guard pieces.count == 2, let end = pieces.last, case .year(let year) = end.kind else {
      return nil
    }
    bare.year = Field(value: year, range: end.range)
    return bare
  }

  /// A date whose month is a word: `March 14th, 2023`, `14-Mar-23`, `Mar '23`, `2023 March 14`.
  private func inWords(_ pieces: ArraySlice<DatePiece>) -> Day? {
    var result = Day()
    var lastMark: UInt8?
    for piece in pieces {
      switch piece.kind {
      case .month(let month):
        guard result.month == nil else { return nil }
        result.month = Field(value: month, range: piece.range)
      case .year(let year):
        guard result.year == nil else { return nil }
        result.year = Field(value: year, range: piece.range)
      case .number(let number, let isOrdinal, let isYear):
        let field = Field(value: number, range: piece.range)
        if !isYear, result.day == nil {
          result.day = field
        } else if isYear || isShortYear(result, isOrdinal, lastMark, piece) {
          guard result.year == nil else { return nil }
          result.year = field
          result.hasShortYear = true
        } else {
          return nil
        }
      case .mark(let mark):
        lastMark = mark
        continue
      case .compact, .joiner: return nil
      }
      lastMark = nil
    }
    return result
  }

  /// `14-Mar-23`, `March 14, 23`; not `March 14-16`, which is a range.
  private func isShortYear(
    _ date: Day, _ isOrdinal: Bool, _ mark: UInt8?, _ piece: DatePiece
  ) -> Bool {
    guard let month = date.month, let day = date.day, !isOrdinal, piece.range.count == 2 else {
      return false
    }
    let isMonthBetween = month.range.lowerBound > day.range.lowerBound
    return isMonthBetween || mark != 0x2d
  }
}
