import Testing

@testable import Documents

@Suite struct DocumentIDTests {
  @Test func `an id has 26 characters of Crockford's base 32`() {
    var random = SeededGenerator(seed: 1)
    for milliseconds in [0, 1, 1_700_000_000_000, (1 << 48) - 1] as [UInt64] {
      let id = DocumentID(milliseconds: milliseconds, using: &random)
      #expect(id.text.utf8.count == 26)
      #expect(id.text.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) })
      #expect(DocumentID(id.text) == id)
    }
  }

  @Test func `ids sort by time of arrival`() {
    var random = SeededGenerator(seed: 2)
    let times: [UInt64] = [0, 31, 32, 1023, 1024, 1_699_999_999_999, 1_700_000_000_000, 1 << 47]
    let ids = times.map { DocumentID(milliseconds: $0, using: &random) }
    #expect(ids.shuffled(using: &random).sorted() == ids)
  }

  @Test func `ids of one moment differ, and so do their short forms`() {
    var random = SeededGenerator(seed: 3)
    let ids = (0..<10_000).map { _ in DocumentID(milliseconds: 7, using: &random) }
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids.map(\.short)).count == ids.count)
    #expect(ids.allSatisfy { $0.text.hasSuffix($0.short) && $0.short.utf8.count == 8 })
  }

  @Test(arguments: [
    "", "01", "01hf7yat00000000000000000", "01hf7yat0000000000000000000",
    "01HF7YAT000000000000000000",
    "01hf7yat00000000000000000i", "01hf7yat0000000000000000/.", "01hf7yat000000000000000\u{e9}0",
    "../../../../../etc/passwd0",
  ])
  func `a text that is no id is refused`(_ text: String) {
    #expect(DocumentID(text) == nil)
  }
}
