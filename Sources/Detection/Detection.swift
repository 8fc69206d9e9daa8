/// What detection found in one document.
package struct Detection: Sendable {
  /// Sorted, without overlaps, in byte offsets of the document's text.
  package var findings: [Finding]
  /// What the document taught; the second scan searches the written text with it.
  package var memory: DocumentMemory
}

/// The working memory of one worker, kept between documents so that detection does not allocate per token.
package struct DetectionScratch {
  var tokens: [Token] = []

  package init() {}
}
