import Detection
import Patterns
import Testing

@testable import Redaction

@Suite struct LabelsTests {
  private static func finding(_ category: Category, subject: Int? = nil) -> Finding {
    Finding(range: 0..<1, category: category, rule: "test/rule", confidence: 900, subject: subject)
  }

  private static func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  @Test func `one person has one number however the name is written`() {
    var labels = Labels()
    let one = labels.label(
      for: LabelsTests.finding(.name, subject: 4), value: LabelsTests.bytes("Ann Lee"))
    let again = labels.label(
      for: LabelsTests.finding(.name, subject: 4), value: LabelsTests.bytes("Ms L."))
    let other = labels.label(
      for: LabelsTests.finding(.name, subject: 2), value: LabelsTests.bytes("Lee"))
    #expect([one, again, other] == ["NAME-1", "NAME-1", "NAME-2"])
  }

  @Test(arguments: [
    ("(217) 555-0198", "217.555.0198", true), ("AB-12", "ab 12", true),
    ("12 Elm St", "13 Elm St", false),
    ("5550198", "5550199", false),
  ])
  func `one value has one number whatever its punctuation`(
    _ one: String, _ other: String, _ isSame: Bool
  ) {
    var labels = Labels()
    let first = labels.label(for: LabelsTests.finding(.phone), value: LabelsTests.bytes(one))
    let second = labels.label(for: LabelsTests.finding(.phone), value: LabelsTests.bytes(other))
    #expect((first == second) == isSame)
  }

  @Test func `each category counts for itself`() {
    var labels = Labels()
    let values = [Category.phone, .date, .phone].enumerated().map { number, category in
      labels.label(
        for: LabelsTests.finding(category), value: LabelsTests.bytes("value \(number)"))
    }
    #expect(values == ["PHONE-1", "DATE-1", "PHONE-2"])
  }
}
