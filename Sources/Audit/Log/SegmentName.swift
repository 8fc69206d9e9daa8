/// The name of a segment, `2026-01-02.1.jsonl`: the UTC day it was begun on, and its number on that day.
struct SegmentName: Sendable, Hashable, Comparable {
  /// `2026-01-02`.
  let day: String
  /// Counted from 1.
  let number: Int

  private static let suffix = ".jsonl"

  init(day: String, number: Int) {
    self.day = day
    self.number = number
  }

  /// A segment's file name; nil when it is none.
  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let number = Int(parts[1]), number >= 1,
      AuditTime(day: String(parts[0])) != nil
    else { return nil }
    self.init(day: String(parts[0]), number: number)
    guard self.name == name else { return nil }
  }

  /// What stands in a record where there is no segment.
  static let none: AuditCode = "none"

  /// The file name, as a record has it.
  var code: AuditCode? { AuditCode(name) }

  /// The file name.
  var name: String { "\(day).\(number)\(SegmentName.suffix)" }

  /// The segment that follows on `day`. A clock that was set back does not bring an earlier day back.
  func next(on today: String) -> SegmentName {
    today > day ? SegmentName(day: today, number: 1) : SegmentName(day: day, number: number + 1)
  }

  static func < (one: SegmentName, other: SegmentName) -> Bool {
    (one.day, one.number) < (other.day, other.number)
  }
}
