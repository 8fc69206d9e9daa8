/// A text with its identifiers marked: what the tagger learns from.
package struct TrainingDocument: Sendable, Equatable {
  /// A name without white space, unique among the documents of one source.
  package var id: String
  /// One word on what the text is: query, note, letter.
  package var kind: String
  /// UTF-8.
  package var text: [UInt8]
  /// Sorted by place, apart from each other, never empty.
  package var spans: [TrainingSpan]

  package init(id: String, kind: String = "note", text: [UInt8], spans: [TrainingSpan] = []) {
    self.id = id
    self.kind = kind
    self.text = text
    self.spans = spans
  }

  /// The text a span covers.
  package func string(of span: TrainingSpan) -> String {
    String(decoding: text[span.range], as: UTF8.self)
  }
}

/// One marked identifier.
package struct TrainingSpan: Sendable, Hashable {
  package var label: TrainingLabel
  /// Bytes of the document's text, half open.
  package var range: Range<Int>

  package init(_ label: TrainingLabel, _ range: Range<Int>) {
    self.label = label
    self.range = range
  }
}
