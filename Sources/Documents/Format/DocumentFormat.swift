/// A stretch of a document's text that people wrote, as opposed to the format's own marks.
package struct TextRegion: Sendable, Hashable {
  /// In bytes of the document's UTF-8 text.
  package let range: Range<Int>

  package init(range: Range<Int>) {
    self.range = range
  }
}

/// A way of taking documents apart into regions of text and putting them together again.
///
/// A new format is a new conforming type: detection and redaction see regions only.
package protocol DocumentFormat: Sendable {
  /// The name used in audit records.
  var code: String { get }

  /// The regions of a text, in order, without overlaps. Whatever no region covers is released as it is.
  ///
  /// - Parameter text: valid UTF-8.
  func regions(of text: [UInt8]) throws(DocumentRefusal) -> [TextRegion]

  /// What a region's new text must look like inside this format (escaped, quoted).
  ///
  /// - Parameter text: the scrubbed text of one region, UTF-8.
  func written(_ text: [UInt8]) -> [UInt8]
}

/// Plain text: all of it is one region.
package struct PlainText: DocumentFormat {
  package init() {}

  package var code: String { "plain-text" }

  package func regions(of text: [UInt8]) -> [TextRegion] {
    [TextRegion(range: text.indices)]
  }

  package func written(_ text: [UInt8]) -> [UInt8] { text }
}
