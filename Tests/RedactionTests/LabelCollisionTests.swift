import Detection
import Patterns
import Testing

@testable import Redaction

@Suite struct LabelCollisionTests {
  @Test(arguments: [
    ("The draft says [NAME-1] and [NAME-7] already. Keller came.", "NAME-8"),
    ("Nothing here. Keller came.", "NAME-1"),
    ("[DATE-3] is another category. Keller came.", "NAME-1"),
    ("[NAME-x] [NAME-] [NAME-0] [name-4] [NAME-99999999999999999999] Keller came.", "NAME-1"),
    ("[NAME-2 is cut off. Keller came.", "NAME-1"),
  ])
  func `tags that stand in the text already are not given again`(_ text: String, _ label: String) {
    var labels = Labels(avoiding: Array(text.utf8))
    let finding = Finding(range: 0..<6, category: .name, rule: "test/rule", confidence: 900)
    #expect(labels.label(for: finding, value: Array("Keller".utf8)[...]) == label)
  }
}
