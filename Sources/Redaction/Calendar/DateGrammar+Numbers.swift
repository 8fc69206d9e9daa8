/// Dates in numbers alone: `03/14/2023`, `14.3.`, `2023-03-14`, `20230314`.
extension DateGrammar {
  /// A date in numbers alone.
  func inNumbers(_ pieces: [DatePiece]) -> Day? {
    if pieces.count == 1 { return oneNumber(pieces[0]) }
    guard pieces.count == 3 || pieces.count == 5, case .mark(let mark) = pieces[1].kind else {
      return nil
    }
    if pieces.count == 5, pieces[3].kind != .mark(mark) { return nil }
    let numbers = [0, 2, 4].filter { $0 < pieces.count }.map { pieces[$0] }
    return numbers.count == 3 ? threeNumbers(numbers) : twoNumbers(numbers, mark)
  }

  /// `2023`, `20230314`, `14th`.
  private func oneNumber(_ piece: DatePiece) -> Day? {
    switch piece.kind {
    case .year(let year): return Day(year: Field(value: year, range: piece.range))
    case .compact(let number): return compact(number, piece.range)
    case .number(let day, isOrdinal: true, isYear: false):
      return Day(day: Field(value: day, range: piece.range))
    default: return nil
    }
  }

  private func compact(_ number: Int, _ range: Range<Int>) -> Day? {
    let start = range.lowerBound
    guard (1900...2099).contains(number / 10_000) else { return nil }
    return Day(
      year: Field(value: number / 10_000, range: start..<start + 4),
      month: Field(value: number / 100 % 100, range: start + 4..<start + 6),
      day: Field(value: number % 100, range: start + 6..<start + 8))
  }

  private func threeNumbers(_ pieces: [DatePiece]) -> Day? {
    switch (pieces[0].kind, pieces[1].kind, pieces[2].kind) {
    case (.year(let year), .number(let month, _, _), .number(let day, _, _)):
      return Day(
        year: Field(value: year, range: pieces[0].range),
        month: Field(value: month, range: pieces[1].range),
        day: Field(value: day, range: pieces[2].range))
    case (.number(let one, _, _), .number(let two, _, _), .year(let year)):
      return monthAndDay(pieces, one, two).map { day in
        var day = day
        day.year = Field(value: year, range: pieces[2].range)
        return day
      }
    case (.number(let one, _, _), .number(let two, _, _), .number(let year, _, _))
    where pieces[2].range.count == 2:
      return monthAndDay(pieces, one, two).map { day in
        var day = day
        day.year = Field(value: year, range: pieces[2].range)
        day.hasShortYear = true
        return day
      }
    default: return nil
    }
  }

  /// `3/14`, `3/2023`, `2023-03`.
  private func twoNumbers(_ pieces: [DatePiece], _ mark: UInt8) -> Day? {
    switch (pieces[0].kind, pieces[1].kind) {
    case (.number(let month, _, _), .year(let year)), (.year(let year), .number(let month, _, _)):
      let isYearFirst = if case .year = pieces[0].kind { true } else { false }
      return Day(
        year: Field(value: year, range: pieces[isYearFirst ? 0 : 1].range),
        month: Field(value: month, range: pieces[isYearFirst ? 1 : 0].range))
    case (.number(let one, _, _), .number(let two, _, _)): return monthAndDay(pieces, one, two)
    default: return nil
    }
  }

  private func monthAndDay(_ pieces: [DatePiece], _ one: Int, _ two: Int) -> Day? {
    guard one >= 1, two >= 1, one <= 31, two <= 31, min(one, two) <= 12 else { return nil }
    let isDayFirst = one > 12 || (self.isDayFirst && two <= 12)
    return Day(
      month: Field(value: isDayFirst ? two : one, range: pieces[isDayFirst ? 1 : 0].range),
      day: Field(value: isDayFirst ? one : two, range: pieces[isDayFirst ? 0 : 1].range))
  }
}
