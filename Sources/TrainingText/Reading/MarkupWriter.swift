/// Writes documents as markup, so that `MarkupReader` reads the same documents again.
package enum MarkupWriter {
  /// - Throws: a document that markup cannot hold; the error's line is the place of the document in the list.
  package static func markup(
    of documents: [TrainingDocument], file: String
  ) throws(TrainingTextError) -> [UInt8] {
    var out: [UInt8] = []
    for (index, document) in documents.enumerated() {
      guard canBeWritten(document) else {
        throw TrainingTextError(file: file, line: index + 1, .cannotBeWritten)
      }
      out += Array("===== \(document.id) \(document.kind)\n".utf8)
      append(document, to: &out)
      out.append(0x0a)
    }
    return out
  }

  private static func append(_ document: TrainingDocument, to out: inout [UInt8]) {
    var done = 0
    for span in document.spans {
      out += document.text[done..<span.range.lowerBound]
      out += Array("[[\(span.label.rawValue):".utf8)
      out += document.text[span.range]
      out += Array("]]".utf8)
      done = span.range.upperBound
    }
    out += document.text[done...]
  }

  private static func canBeWritten(_ document: TrainingDocument) -> Bool {
    let text = document.text
    func holds(_ byte: UInt8) -> Bool { InlineMarkup.pair(byte, in: text[...]) != nil }
    let words = [document.id, document.kind]
    return words.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(where: InlineMarkup.isSpace) })
      && !holds(InlineMarkup.open) && !holds(InlineMarkup.close)
      && !text.split(separator: 0x0a).contains(where: MarkupReader.isHeader)
      && document.spans.allSatisfy { canBeMarked(text[$0.range]) }
  }

  private static func canBeMarked(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return last != InlineMarkup.close && !InlineMarkup.isSpace(first) && !InlineMarkup.isSpace(last)
  }
}
