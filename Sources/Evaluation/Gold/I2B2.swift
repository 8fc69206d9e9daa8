/// The XML of the 2014 i2b2/UTHealth shared task: a `TEXT` element, and `TAGS` with an empty element for each annotation.
package enum I2B2 {
  /// Reads one file.
  ///
  /// - Parameters:
  ///   - xml: the file's text.
  ///   - name: what to call the document.
  /// - Throws: where the XML is malformed, or an annotation has no usable `start` and `end`.
  package static func read(_ xml: String, name: String) throws(GoldError) -> GoldCorpus {
    var reader = XMLReader(xml)
    var path: [String] = []
    var text: String?
    var tags: [(element: String, attributes: [String: String], line: Int)] = []
    while let event = try reader.next() {
      switch event {
      case .start(let element, let attributes):
        if path.last == "TAGS" { tags.append((element, attributes, reader.line)) }
        path.append(element)
      case .end: path.removeLast()
      case .text(let part):
        if path.last == "TEXT" { text = (text ?? "") + part }
      }
    }
    guard let text else { throw GoldError(line: 1, problem: "there is no TEXT element") }
    let scalars = Array(text.unicodeScalars)
    var spans: [GoldSpan] = []
    for tag in tags {
      spans.append(try span(tag.element, tag.attributes, tag.line, scalars, name))
    }
    return GoldCorpus(documents: [EvaluationDocument(name: name, text: text)], spans: spans)
  }

  private static func span(
    _ element: String, _ attributes: [String: String], _ line: Int, _ scalars: [Unicode.Scalar],
    _ name: String
  ) throws(GoldError) -> GoldSpan {
    guard let start = attributes["start"].flatMap({ Int($0) }),
      let end = attributes["end"].flatMap({ Int($0) }), 0 <= start, start <= end
    else {
      throw GoldError(line: line, problem: "the annotation has no usable `start` and `end`")
    }
    let marked = scalars.text(start..<end)
    let label = attributes["TYPE"].flatMap { $0.isEmpty ? nil : $0 } ?? element
    let meaning = GoldLabel.meaning(of: label, text: marked)
    // An attribute cannot hold a line feed: XML makes it a space.
    let stated = attributes["text"]
    let agrees =
      stated?.split(whereSeparator: \.isWhitespace) == marked.split(whereSeparator: \.isWhitespace)
    return GoldSpan(
      file: name, start: start, end: end, label: label, hipaa: meaning.hipaa,
      required: meaning.required, text: agrees ? marked : stated)
  }
}

extension [Unicode.Scalar] {
  /// The text of a range, as far as it exists.
  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: self[range.clamped(to: indices)])
    return String(text)
  }
}
