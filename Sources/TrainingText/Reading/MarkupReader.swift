/// Reads markup: documents that begin with a line `===== id kind`, with identifiers marked `[[LABEL:text]]`.
package enum MarkupReader {
  /// The documents of one file, in order.
  ///
  /// A document's text is what stands between its header line and the next one or the end of the file, without the
  /// line end that closes it.
  package static func documents(
    in bytes: [UInt8], file: String
  ) throws(TrainingTextError) -> [TrainingDocument] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw TrainingTextError(file: file, line: 1, .notUTF8)
    }
    var documents: [TrainingDocument] = []
    var ids: Set<String> = []
    for section in try sections(of: bytes, file: file) {
      let header = try Header(section.header, file: file, line: section.line)
      guard ids.insert(header.id).inserted else {
        throw TrainingTextError(file: file, line: section.line, .duplicateID)
      }
      var text = InlineMarkup(file: file, line: section.line + 1)
      try text.read(section.body)
      documents.append(
        TrainingDocument(
          id: header.id, kind: header.kind, text: text.builder.text, spans: text.builder.spans))
    }
    return documents
  }

  /// Whether the bytes begin as a header line does.
  static func isHeader(_ line: ArraySlice<UInt8>) -> Bool { line.starts(with: "===== ".utf8) }

  private struct Section {
    var line: Int
    var header: ArraySlice<UInt8>
    var body: ArraySlice<UInt8>
  }

  private static func sections(
    of bytes: [UInt8], file: String
  ) throws(TrainingTextError) -> [Section] {
    var sections: [Section] = []
    var start = 0
    var number = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
      let line = bytes[start..<end]
      let next = min(end + 1, bytes.count)
      if isHeader(line) {
        sections.append(Section(line: number, header: line, body: bytes[next..<next]))
      } else if let last = sections.indices.last {
        sections[last].body = bytes[sections[last].body.startIndex..<next]
      } else if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0d }) {
        throw TrainingTextError(file: file, line: number, .textBeforeFirstHeader)
      }
      start = next
    }
    for index in sections.indices where sections[index].body.last == 0x0a {
      sections[index].body.removeLast()
    }
    return sections
  }

  private struct Header {
    var id: String
    var kind: String

    init(_ bytes: ArraySlice<UInt8>, file: String, line: Int) throws(TrainingTextError) {
      let words = bytes.split { $0 == 0x20 || $0 == 0x0d }
      guard words.count == 3 else {
        throw TrainingTextError(file: file, line: line, .badHeader)
      }
      id = String(decoding: words[1], as: UTF8.self)
      kind = String(decoding: words[2], as: UTF8.self)
    }
  }
}
