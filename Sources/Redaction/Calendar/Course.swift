/// Day 1 of a document's course.
///
/// The course is the longest run of dates in the calendar, by mentions, with no more than two years between one and the
/// next; of runs as long as each other, the earliest. Its first day is day 1. What lies before it is history and counts
/// back from day -1; there is no day 0, as in clinical trials (CDISC SDTM, study day).
enum Course {
  private static let widestGap = 731

  /// The first day of the course; nil when no date is known to the day.
  static func firstDay(of dates: PlacedDates) -> CivilDay? {
    let days = dates.byStart.values.filter { $0.isExact && !$0.isBirth }
      .flatMap(\.days).sorted()
    var longest: ArraySlice<CivilDay> = []
    var start = 0
    for index in days.indices {
      let isLast = index + 1 == days.count
      guard isLast || days[index + 1].number - days[index].number > widestGap else { continue }
      if index + 1 - start > longest.count { longest = days[start...index] }
      start = index + 1
    }
    return longest.first
  }

  /// The number of a day: 1 for the first, -1 for the one before it.
  static func number(of day: CivilDay, from first: CivilDay) -> Int {
    let distance = day.number - first.number
    return distance >= 0 ? distance + 1 : distance
  }
}
