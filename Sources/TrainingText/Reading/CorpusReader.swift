import Evaluation

/// Reads a corpus folder: texts, and `gold.jsonl` with one span a line, placed by code points.
package enum CorpusReader {
  /// The documents in the order of `texts`, with the name of each as its id.
  ///
  /// - Parameters:
  ///   - gold: the bytes of `gold.jsonl`.
  ///   - goldFile: its name, for errors.
  ///   - texts: every document of the folder; one without spans is one without identifiers.
  package static func documents(
    gold: [UInt8], goldFile: String, texts: [(name: String, bytes: [UInt8])]
  ) throws(TrainingTextError) -> [TrainingDocument] {
    var spans = try CorpusSpan.byDocument(gold, file: goldFile)
    var documents: [TrainingDocument] = []
    documents.reserveCapacity(texts.count)
    for text in texts {
      documents.append(
        try document(text, spans: spans.removeValue(forKey: text.name) ?? [], goldFile: goldFile))
    }
    if let orphan = spans.values.compactMap({ $0.first?.line }).min() {
      throw TrainingTextError(file: goldFile, line: orphan, .unknownDocument)
    }
    return documents
  }

  private static func document(
    _ text: (name: String, bytes: [UInt8]), spans: [CorpusSpan], goldFile: String
  ) throws(TrainingTextError) -> TrainingDocument {
    guard let offsets = codePointOffsets(text.bytes) else {
      throw TrainingTextError(file: text.name, line: 1, .notUTF8)
    }
    var document = TrainingDocument(id: text.name, text: text.bytes)
    var end = 0
    for span in spans.sorted(by: { ($0.gold.start, $0.gold.end) < ($1.gold.start, $1.gold.end) }) {
      func refuse(_ problem: TrainingTextError.Problem) -> TrainingTextError {
        TrainingTextError(file: goldFile, line: span.line, problem)
      }
      let gold = span.gold
      guard gold.start < gold.end, gold.end < offsets.count else { throw refuse(.spanOutsideText) }
      let range = offsets[gold.start]..<offsets[gold.end]
      guard let marked = gold.text, text.bytes[range].elementsEqual(marked.utf8) else {
        throw refuse(.spanTextDiffers)
      }
      guard range.lowerBound >= end else { throw refuse(.spansOverlap) }
      end = range.upperBound
      if let label = span.label { document.spans.append(TrainingSpan(label, range)) }
    }
    return document
  }

  /// Where each code point begins, and the end of the text; nil if the bytes are no UTF-8.
  private static func codePointOffsets(_ bytes: [UInt8]) -> [Int]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var offsets = bytes.indices.filter { bytes[$0] & 0xc0 != 0x80 }
    offsets.append(bytes.count)
    return offsets
  }
}
