/// Puts a document together piece by piece and keeps its spans where the text went.
struct DocumentBuilder {
  private(set) var text: [UInt8] = []
  private(set) var spans: [TrainingSpan] = []

  mutating func append(_ bytes: some Sequence<UInt8>) { text.append(contentsOf: bytes) }

  /// Appends an identifier; an empty one leaves no span.
  mutating func append(_ bytes: some Sequence<UInt8>, as label: TrainingLabel) {
    let start = text.count
    append(bytes)
    mark(label, from: start)
  }

  /// Marks everything from `start` to the end of the text so far.
  mutating func mark(_ label: TrainingLabel, from start: Int) {
    if start < text.count { spans.append(TrainingSpan(label, start..<text.count)) }
  }

  /// Appends a finished text with its spans.
  mutating func append(_ other: DocumentBuilder) {
    let offset = text.count
    text += other.text
    for span in other.spans {
      let range = span.range
      spans.append(
        TrainingSpan(span.label, range.lowerBound + offset..<range.upperBound + offset))
    }
  }

  /// Makes the first letter a capital, if it is an ASCII letter.
  mutating func raiseFirstLetter() {
    if let first = text.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") {
      text[0] = first - 0x20
    }
  }
}
