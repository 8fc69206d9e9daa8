/// A document taken apart: its text, the regions to scrub, and what is needed to write it again.
package struct TextDocument: Sendable {
  /// The whole text as UTF-8.
  package let text: [UInt8]
  /// The encoding it came in and goes back in.
  package let encoding: TextEncoding
  package let format: any DocumentFormat
  /// In order, without overlaps, in bytes of `text`.
  package let regions: [TextRegion]

  /// Decodes a file and takes it apart.
  ///
  /// - Parameter refusesStructure: whether text that is a machine's format (XML, JSON, HL7) is refused. Read as prose, its
  ///   fields would be released; only who releases nothing may read it so.
  /// - Throws: the reason why the file is refused.
  package init(
    _ bytes: [UInt8], format: any DocumentFormat = PlainText(), refusesStructure: Bool = true
  ) throws(DocumentRefusal) {
    let decoded = try TextDecoder.decode(bytes)
    if refusesStructure, let kind = StructuredText.kind(of: decoded.text) {
      throw .unsupported(kind)
    }
    text = decoded.text
    encoding = decoded.encoding
    self.format = format
    regions = try format.regions(of: decoded.text)
  }

  /// The document's text with every region replaced.
  ///
  /// - Parameter scrubbed: one UTF-8 text for each region, in their order.
  /// - Returns: UTF-8; nil when there are more or fewer texts than regions.
  package func assembled(_ scrubbed: [[UInt8]]) -> [UInt8]? {
    guard scrubbed.count == regions.count else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var copied = 0
    for (region, replacement) in zip(regions, scrubbed) {
      output.append(contentsOf: text[copied..<region.range.lowerBound])
      output.append(contentsOf: format.written(replacement))
      copied = region.range.upperBound
    }
    output.append(contentsOf: text[copied...])
    return output
  }
}
