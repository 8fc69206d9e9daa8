import Testing

@testable import Documents

/// A format with marks of its own: only what stands behind a bar is text.
private struct Bars: DocumentFormat {
  var code: String { "bars" }

  func regions(of text: [UInt8]) throws(DocumentRefusal) -> [TextRegion] {
    text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let bar = line.firstIndex(of: UInt8(ascii: "|")) else { return nil }
      return TextRegion(range: (bar + 1)..<line.endIndex)
    }
  }

  func written(_ text: [UInt8]) -> [UInt8] { text.map { $0 == UInt8(ascii: "|") ? 0x2f : $0 } }
}

@Suite struct TextDocumentTests {
  @Test(arguments: ["", "a", "one\r\ntwo\n"])
  func `plain text is one region and comes back whole`(_ text: String) throws {
    let document = try TextDocument(Array(text.utf8))
    #expect(document.format.code == "plain-text")
    #expect(document.regions == [TextRegion(range: 0..<text.utf8.count)])
    #expect(document.assembled([document.text]) == Array(text.utf8))
    #expect(document.assembled([Array("new".utf8)]) == Array("new".utf8))
  }

  @Test func `a format keeps its marks and escapes what it is given`() throws {
    let document = try TextDocument(Array("k|one\nno\n|two\nz|\n".utf8), format: Bars())
    #expect(
      document.regions.map { String(decoding: document.text[$0.range], as: UTF8.self) } == [
        "one", "two", "",
      ])
    let scrubbed = ["[NAME-1]", "a|b", "x"].map { Array($0.utf8) }
    #expect(document.assembled(scrubbed) == Array("k|[NAME-1]\nno\n|a/b\nz|x\n".utf8))
  }

  @Test func `a missing or surplus region assembles to nothing`() throws {
    let document = try TextDocument(Array("text".utf8))
    #expect(document.assembled([]) == nil)
    #expect(document.assembled([[], []]) == nil)
  }

  @Test func `a file that is no text is no document`() {
    #expect(throws: DocumentRefusal.unsupported(.pdf)) { try TextDocument(Array("%PDF-1.5".utf8)) }
  }
}
