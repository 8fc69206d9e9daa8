import Detection
import Patterns
import Testing

@testable import Redaction

@Suite struct DateShiftTests {
  /// `value` moved by `offset` days.
  private static func shift(_ value: String, by offset: Int) -> String {
    let marked = MarkedText("in 2023: ⟨DATE|\(value)⟩")
    let habits = DateHabits(marked.findings, in: marked.text, presentYear: 2023)
    let placed = PlacedDates(marked.findings, in: marked.text, habits, near: nil)
    guard let start = marked.findings.first?.range.lowerBound, let date = placed.byStart[start],
      let moved = DateShift.text(date, by: offset, in: Array(value.utf8)[...])
    else { return "none" }
    return String(decoding: moved, as: UTF8.self)
  }

  @Test(arguments: [
    ("03/14/2023", 7, "03/21/2023"), ("March 14th", 7, "March 21st"), ("3/14/23", 7, "3/21/23"),
    ("3/28", 7, "4/4"), ("03/28", 7, "04/04"), ("10/14/2023", -14, "09/30/2023"),
    ("12/30/2023", 7, "01/06/2024"), ("2024-02-25", 7, "2024-03-03"),
    ("2023-02-25", 7, "2023-03-04"), ("20230314", 7, "20230321"),
    ("2023-03-14T10:00:00Z", 7, "2023-03-21T10:00:00Z"), ("14-Mar-2023", 21, "4-Apr-2023"),
    ("14.3.2023", 21, "4.4.2023"), ("Tuesday, March 14, 2023", 7, "Tuesday, March 21, 2023"),
    ("MARCH 14TH, 2023", 21, "APRIL 4TH, 2023"), ("march 30", 7, "april 6"),
    ("the 24th of March", 7, "the 31st of March"), ("Sept 1, 2023", -7, "Aug 25, 2023"),
    ("March 14-16, 2023", 7, "March 21-23, 2023"), ("March 24-30, 2023", 7, "none"),
    ("3/24-3/30", 7, "3/31-4/6"), ("March 2023", 28, "April 2023"), ("March 2023", 7, "none"),
    ("Easter", 7, "none"), ("14 May 2023", 21, "4 June 2023"),
  ])
  func `a date moves and keeps the way it is written`(
    value: String, offset: Int, expected: String
  ) {
    #expect(DateShiftTests.shift(value, by: offset) == expected)
  }

  @Test func `the offset is a number of weeks to a year and never none`() {
    let offsets = Set((0..<2000).map { DateShift.offset($0 &* 0x9e37_79b9_7f4a_7c15) })
    #expect(offsets.allSatisfy { $0 % 7 == 0 && $0 != 0 && abs($0) <= 364 })
    #expect(offsets.count == 104)
  }

  private static func redact(_ marked: String, key: UInt8 = 7) throws -> String {
    try RedactionSupport.redact(
      marked, [.date: .dateShift, .record: .tag, .name: .tag, .age: .ninetyOrOlder, .year: .keep],
      key: RedactionSupport.key(key))
  }

  @Test func `documents of one patient move alike, and not under another key`() throws {
    let one = "⟨MRN|4829-1034⟩ ⟨DATE|03/14/2023⟩"
    let other = "Note of ⟨NAME|Ann Lee⟩, ⟨MRN|48291034⟩: ⟨DATE|03/14/2023⟩"
    let date = try #require(try DateShiftTests.redact(one).split(separator: " ").last)
    #expect(try DateShiftTests.redact(other).hasSuffix(date))
    #expect(date != "03/14/2023")
    let dates = try (0..<20).map { try DateShiftTests.redact(one, key: UInt8($0)) }
    #expect(Set(dates).count > 5)
  }

  @Test(arguments: [
    (
      "⟨NAME@patient|Maria Novak⟩ ⟨DATE|03/14/2023⟩",
      "⟨NAME@patient|NOVAK, MARIA⟩ ⟨DATE|03/14/2023⟩", true
    ),
    (
      "⟨NAME@patient|Maria Novak⟩ ⟨DATE|03/14/2023⟩",
      "⟨NAME@patient|Peter Keller⟩ ⟨DATE|03/14/2023⟩", false
    ),
  ])
  func `without a record number the patient's name tells whose dates they are`(
    one: String, other: String, isSame: Bool
  ) throws {
    let first = try DateShiftTests.redact(one)
    let second = try DateShiftTests.redact(other)
    #expect((first == second) == isSame)
  }

  @Test func `a shifted year does not tell an age over 89`() throws {
    let text = try DateShiftTests.redact("DOB ⟨DATE|3/4/1930⟩, seen ⟨DATE|3/14/2023⟩")
    #expect(text.hasPrefix("DOB [DATE-1], seen "))
  }

  @Test func `the file name moves with the text`() throws {
    let text = MarkedText("Seen ⟨DATE|03/14/2023⟩")
    let redactor = try RedactionSupport.redactor(RedactionSupport.profile([.date: .dateShift]))
    var labels = Labels()
    let first = redactor.redact(text.text, text.findings, &labels)
    let again = redactor.redact(
      Array("03/14/2023 x".utf8),
      [.init(range: 0..<10, category: .date, rule: "test", confidence: 900)], &labels)
    #expect(first.text.suffix(10) == again.text.prefix(10))
  }
}
