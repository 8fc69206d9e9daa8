import TrainingText

/// Writes documents as markup, so that `MarkupReader` should read the same documents again.
enum MarkupWriter {
  static func markup(of documents: [TrainingDocument]) -> [UInt8] {
    documents.flatMap { Array("===== \($0.id) \($0.kind)\n".utf8) + body(of: $0) + [0x0a] }
  }

  private static func body(of document: TrainingDocument) -> [UInt8] {
    var out: [UInt8] = []
    var done = 0
    for span in document.spans {
      out += document.text[done..<span.range.lowerBound]
      out += Array("[[\(span.label.rawValue):".utf8) + document.text[span.range] + Array("]]".utf8)
      done = span.range.upperBound
    }
    return out + document.text[done...]
  }
}
