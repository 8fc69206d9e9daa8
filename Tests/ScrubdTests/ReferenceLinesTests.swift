import Patterns
@testable import Pipeline
import Testing

@testable import scrubd

@Suite struct ReferenceLinesTests {
  private static func place(_ line: Int, _ suggestion: String = "Leave it out.") -> Report.Place {
    Report.Place(
      line: line, kind: .occupation, rule: "x/y", reason: "It narrows.", suggestion: suggestion)
  }

  @Test func `the same advice is given once, with all lines it is about`() {
    let lines = ReferenceLines([
      ReferenceLinesTests.place(3), ReferenceLinesTests.place(3),
      ReferenceLinesTests.place(5, "Say less."), ReferenceLinesTests.place(8),
    ])
    let words = RevealingKind.occupation.words
    #expect(
      lines.text == [
        "  lines 3, 8: \(words). It narrows.", "    Instead: Leave it out.",
        "  line 5: \(words). It narrows.", "    Instead: Say less.",
      ])
  }

  @Test func `of very many lines the number is told`() {
    let lines = ReferenceLines((1...40).map { ReferenceLinesTests.place($0) })
    #expect(lines.text.first?.hasPrefix("  lines 1, 2, 3, ") == true)
    #expect(lines.text.first?.contains("11, 12 and 28 more: ") == true)
  }
}
