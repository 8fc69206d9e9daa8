import Detection

/// Moves dates by a whole number of weeks and writes them as they were written.
///
/// Weeks, and not days, so that every weekday of the text still fits, those that stand alone too: a weekday beside a date
/// moved by days would tell the offset's remainder.
enum DateShift {
  private static let mostWeeks: UInt64 = 52

  /// The offset in days: one of 104, never none.
  ///
  /// - Parameter number: drawn with the key for the document's subject.
  static func offset(_ number: UInt64) -> Int {
    let days = 7 * Int(1 + (number >> 1) % mostWeeks)
    return number & 1 == 0 ? days : -days
  }

  /// `value` moved by `offset` days; nil when what is written cannot tell the new date, as where both ends of a range
  /// share a month and would no longer be of one, or where nothing would change.
  static func text(_ placed: PlacedDates.Placed, by offset: Int, in value: ArraySlice<UInt8>)
    -> [UInt8]?
  {
    var fields: [Range<Int>: [UInt8]] = [:]
    let bytes = Array(value)
    let isPadded = padded(placed.written, bytes)
    for (day, civil) in zip(placed.written.days, placed.days) {
      let moved = CivilDay(number: civil.number + offset).parts
      for (field, text) in [
        day.year.map { ($0, year(moved.year, isShort: day.hasShortYear)) },
        day.month.map { ($0, month(moved.month, bytes[$0.range], isPadded)) },
        day.day.map { ($0, DateShift.day(moved.day, bytes[$0.range], isPadded)) },
      ].compactMap({ $0 }) {
        if let known = fields[field.range], known != text { return nil }
        fields[field.range] = text
      }
    }
    var moved: [UInt8] = []
    var copied = 0
    for (range, text) in fields.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
      moved += bytes[copied..<range.lowerBound] + text
      copied = range.upperBound
    }
    moved += bytes[copied...]
    return moved == bytes ? nil : moved
  }

  /// Whether days and months of one digit have a zero in front. Where none has, two digits everywhere mean they would.
  private static func padded(_ written: WrittenDate, _ value: [UInt8]) -> Bool {
    let numbers = written.days.flatMap { [$0.month, $0.day] }.compactMap { $0?.range }
      .filter { ByteClass.isDigit(value[$0.lowerBound]) }
      .map { value[$0].prefix(while: ByteClass.isDigit) }
    if numbers.contains(where: { $0.first == 0x30 }) { return true }
    return numbers.count > 1 && numbers.allSatisfy { $0.count == 2 }
  }

  private static func year(_ year: Int, isShort: Bool) -> [UInt8] {
    isShort ? twoDigits(year % 100) : Array(String(year).utf8)
  }

  private static func month(_ month: Int, _ written: ArraySlice<UInt8>, _ isPadded: Bool) -> [UInt8]
  {
    guard written.first.map(ByteClass.isDigit) == true else {
      return CalendarWords.name(of: month, like: written)
    }
    return isPadded ? twoDigits(month) : Array(String(month).utf8)
  }

  private static func day(_ day: Int, _ written: ArraySlice<UInt8>, _ isPadded: Bool) -> [UInt8] {
    let digits = isPadded ? twoDigits(day) : Array(String(day).utf8)
    let suffix = written.drop(while: ByteClass.isDigit)
    guard !suffix.isEmpty else { return digits }
    return digits + LetterCase(suffix).applied(to: Array(ordinalSuffix(of: day).utf8))
  }

  private static func ordinalSuffix(of day: Int) -> String {
    switch day {
    case 1, 21, 31: "st"
    case 2, 22: "nd"
    case 3, 23: "rd"
    default: "th"
    }
  }

  private static func twoDigits(_ number: Int) -> [UInt8] {
    Array((number < 10 ? "0\(number)" : String(number)).utf8)
  }
}
