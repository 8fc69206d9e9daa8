import FoundationEssentials
import Testing

@testable import Revealing

/// Short invented texts of many kinds with what tells marked in them: `corpora/revealing.txt`.
@Suite struct MarkedTextsTests {
  /// A text, and the bytes of it that were marked.
  private struct MarkedText {
    var text: [UInt8] = []
    var marked: [Range<Int>] = []

    /// - Parameter source: a text with `[[` and `]]` around what tells.
    init(_ source: Substring) {
      var starts: [Int] = []
      var rest = source[...]
      while let next = rest.first {
        if rest.hasPrefix("[[") {
          starts.append(text.count)
          rest = rest.dropFirst(2)
        } else if rest.hasPrefix("]]"), let start = starts.popLast() {
          marked.append(start..<text.count)
          rest = rest.dropFirst(2)
        } else {
          text += Array(String(next).utf8)
          rest = rest.dropFirst()
        }
      }
    }
  }

  private static func texts() throws -> [MarkedText] {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "corpora/revealing.txt")
    let all = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return all.split(separator: "\n---\n").map { MarkedText($0) }
  }

  @Test func `of what tells in texts of many kinds most is found, and hardly anything else`() throws
  {
    let texts = try MarkedTextsTests.texts()
    var marked = 0
    var found = 0
    var others = 0
    for text in texts {
      let references = try Revelations.shared().references(
        String(decoding: text.text, as: UTF8.self))
      marked += text.marked.count
      found += text.marked.count { mark in references.contains { $0.range.overlaps(mark) } }
      others += references.count { reference in
        !text.marked.contains { $0.overlaps(reference.range) }
      }
    }
    #expect(texts.count > 150 && marked > 300)
    #expect(found * 100 >= marked * 85, "\(found) of \(marked)")
    #expect(others * 5 <= texts.count, "\(others) in \(texts.count) texts")
  }
}
