import FoundationEssentials

/// A moment in UTC, in microseconds since 1970-01-01.
package struct AuditTime: Sendable, Hashable, Comparable {
  package let microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  /// The machine's clock.
  package static func now() -> AuditTime {
    AuditTime(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }

  /// The first moment of a day; nil when there is no such day.
  package init?(day text: String) {
    self.init(text + "T00:00:00.000000Z")
  }

  /// A moment in its written form, `2026-01-02T03:04:05.678901Z`; nil when the text is none.
  package init?(_ text: String) {
    let parts = text.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let numbers = parts.compactMap { Int64(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 7, numbers[3] < 24, numbers[4] < 60, numbers[5] < 60 else { return nil }
    let days = AuditTime.daysSince1970(year: numbers[0], month: numbers[1], day: numbers[2])
    let seconds = ((days * 24 + numbers[3]) * 60 + numbers[4]) * 60 + numbers[5]
    microseconds = seconds * 1_000_000 + numbers[6]
    // Month 13 or February 30 come out as another day than they were written as.
    guard self.text == text else { return nil }
  }

  /// `2026-01-02T03:04:05.678901Z`, always 27 characters.
  package var text: String {
    let (seconds, fraction) = AuditTime.divide(microseconds, 1_000_000)
    let second = AuditTime.divide(seconds, 86_400).remainder
    let clock = [second / 3600, second / 60 % 60, second % 60].map { AuditTime.padded($0, 2) }
    return "\(day)T\(clock.joined(separator: ":")).\(AuditTime.padded(fraction, 6))Z"
  }

  /// `2026-01-02`.
  package var day: String {
    let days = AuditTime.divide(microseconds, 86_400_000_000).quotient
    let date = AuditTime.civil(days)
    return [
      AuditTime.padded(date.year, 4), AuditTime.padded(date.month, 2),
      AuditTime.padded(date.day, 2),
    ]
    .joined(separator: "-")
  }

  package static func < (one: AuditTime, other: AuditTime) -> Bool {
    one.microseconds < other.microseconds
  }
}

/// The proleptic Gregorian calendar by arithmetic (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
extension AuditTime {
  private static let daysPerEra: Int64 = 146_097

  private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = divide(shifted, 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysPerEra + dayOfEra - 719_468
  }

  private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = divide(days + 719_468, daysPerEra)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// Division that rounds towards the past, so that moments before 1970 fall on the right day.
  private static func divide(_ value: Int64, _ by: Int64) -> (quotient: Int64, remainder: Int64) {
    let remainder = (value % by + by) % by
    return ((value - remainder) / by, remainder)
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
