import Detection
import Patterns

/// The dates of a text in the calendar, partial ones among them where the dates around tell what they leave out.
struct PlacedDates: Sendable {
  /// A finding that could be read, with the days it names.
  struct Placed: Sendable {
    var written: WrittenDate
    /// As many as `written.days`.
    var days: [CivilDay]
    /// Whether each day was told, and not only the month.
    var isExact: Bool
    /// Whether somebody was born then.
    var isBirth: Bool
  }

  /// By where the finding begins in the text.
  private(set) var byStart: [Int: Placed] = [:]

  /// - Parameters:
  ///   - findings: those to be placed, in the order of the text.
  ///   - near: a day of the document, for partial dates that no date of this text stands beside.
  init(_ findings: [Finding], in text: [UInt8], _ habits: DateHabits, near: CivilDay?) {
    let read = findings.compactMap { PlacedDates.read($0, text, habits) }
    // The first full date tells the year of partial ones before it.
    var last =
      near
      ?? read.lazy.filter { !$0.isBirth }
      .compactMap { PlacedDates.full($0.written.first, habits) }.first
    var isTold = near != nil
    for (start, written, isBirth) in read {
      var days: [CivilDay] = []
      for day in written.days {
        guard let placed = PlacedDates.place(day, habits, beside: days.last ?? last, isTold) else {
          break
        }
        days.append(placed)
      }
      guard days.count == written.days.count, days.sorted() == days else { continue }
      let isExact = written.days.allSatisfy { $0.day != nil }
      byStart[start] = Placed(
        written: written, days: days, isExact: isExact, isBirth: isBirth)
      // Years of birth are far from everything else that happened.
      if isExact, !isBirth {
        last = days.last
        isTold = true
      }
    }
  }

  private static func read(_ finding: Finding, _ text: [UInt8], _ habits: DateHabits)
    -> (start: Int, written: WrittenDate, isBirth: Bool)?
  {
    guard
      let written = WrittenDate(Array(text[finding.range]), isDayFirst: habits.isDayFirst)
    else { return nil }
    return (finding.range.lowerBound, written, BirthContext.isBirth(finding, in: text))
  }

  /// A date that names year, month and day.
  private static func full(_ day: WrittenDate.Day, _ habits: DateHabits) -> CivilDay? {
    guard let year = day.year, let month = day.month, let number = day.day else { return nil }
    return CivilDay(
      year: day.hasShortYear ? habits.year(ofTwoDigits: year.value) : year.value,
      month: month.value, day: number.value)
  }

  /// - Parameter isTold: whether `last` stands in the text before this date, and not behind it.
  private static func place(
    _ day: WrittenDate.Day, _ habits: DateHabits, beside last: CivilDay?, _ isTold: Bool
  ) -> CivilDay? {
    if let full = full(day, habits) { return full }
    if let year = day.year, let month = day.month {
      // A month is as good as its middle: only its name and year are written again.
      let year = day.hasShortYear ? habits.year(ofTwoDigits: year.value) : year.value
      return CivilDay(year: year, month: month.value, day: 15)
    }
    guard let number = day.day else { return nil }
    guard let month = day.month else {
      // `the 17th` behind 14 March is of March; before the 14th it could be of either month.
      guard isTold, let last, number.value >= last.parts.day else { return nil }
      return CivilDay(year: last.parts.year, month: last.parts.month, day: number.value)
    }
    return nearest(month.value, number.value, to: last, habits)
  }

  /// The day in the year that brings it nearest to `last`.
  private static func nearest(
    _ month: Int, _ day: Int, to last: CivilDay?, _ habits: DateHabits
  ) -> CivilDay? {
    guard let last else {
      let year = habits.newestYear > 0 ? habits.newestYear : habits.presentYear
      return CivilDay(year: year, month: month, day: day)
        ?? CivilDay(year: year - year % 4, month: month, day: day)
    }
    let year = last.parts.year
    return (year - 1...year + 1).compactMap { CivilDay(year: $0, month: month, day: day) }
      .min { abs($0.number - last.number) < abs($1.number - last.number) }
  }
}
