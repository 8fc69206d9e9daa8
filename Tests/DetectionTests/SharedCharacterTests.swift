import Lexicons
import Patterns
import Testing

@testable import Detection

@Suite struct SharedCharacterTests {
  private static func ranges(_ text: String, _ spans: [Range<Int>]) -> [Range<Int>] {
    var scratch = DetectionScratch()
    var text = WindowedText(Array(text.utf8), .whole, Tokenizer(lexicon: Lexicon()))
    text.open(0, &scratch)
    let candidates = spans.map {
      Candidate(range: $0, category: .name, rule: "test/rule", confidence: 900)
    }
    var findings = FindingList()
    findings.add(candidates, of: text)
    return findings.all.map(\.range)
  }

  @Test func `spans that meet inside one folded character stay apart in the text`() {
    // The mark is one character of three bytes in the text and three full stops in the view.
    #expect(SharedCharacterTests.ranges("a…b", [0..<2, 2..<5]) == [0..<4, 4..<5])
  }

  @Test func `a span that is left with nothing is covered by the one before`() {
    #expect(SharedCharacterTests.ranges("a…b", [0..<2, 2..<4]) == [0..<4])
  }

  @Test func `spans that share nothing keep their bytes`() {
    #expect(SharedCharacterTests.ranges("é b…", [0..<1, 2..<3]) == [0..<2, 3..<4])
  }
}
