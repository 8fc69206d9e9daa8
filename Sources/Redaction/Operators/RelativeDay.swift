/// Writes a date as its day in the course of the case: `day 1`, `days 3-5`. The day the count begins with is never told.
enum RelativeDay {
  /// Nil when the date is not known to the day, and for one of birth, whose day in the course would be the age.
  static func text(_ placed: PlacedDates.Placed, from first: CivilDay) -> [UInt8]? {
    guard placed.isExact, !placed.isBirth, let start = placed.days.first else { return nil }
    let number = Course.number(of: start, from: first)
    var text = "day \(number)"
    if let end = placed.days.dropFirst().first {
      let last = Course.number(of: end, from: first)
      let joiner = placed.written.isPair ? " and " : number < 0 ? " to " : "-"
      text = "days \(number)\(joiner)\(last)"
    }
    return Array(text.utf8)
  }
}
