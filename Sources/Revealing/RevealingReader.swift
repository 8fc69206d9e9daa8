package import Detection
package import Lexicons
package import Patterns
package import Redaction

/// Finds in a redacted text what can still tell who is meant.
///
/// It reads what redaction left: what is gone cannot reveal. Immutable and shared by all workers.
package struct RevealingReader: Sendable {
  private let patterns: [RevealingPattern]
  private let search: ReferenceSearch

  /// - Parameters:
  ///   - lexicon: the word lists, whose occupations `listed-occupation` asks.
  ///   - filters: the compiled filters of these packs; nil makes them when they are needed.
  package init(packs: RevealingPackSet, lexicon: Lexicon, filters: CompiledFilters? = nil) {
    patterns = packs.patterns
    search = ReferenceSearch(
      packs.patterns, lexicon: lexicon, filtering: .whenItPays, filters: filters)
  }

  /// - Parameter filtering: whether patterns are searched everywhere or only where they can match; it finds the same.
  package init(
    patterns: [RevealingPattern], lexicon: Lexicon, filtering: RuleFiltering = .whenItPays
  ) {
    self.patterns = patterns
    search = ReferenceSearch(patterns, lexicon: lexicon, filtering: filtering)
  }

  /// The references in a redacted text, sorted by position, then by kind and rule.
  ///
  /// References of one kind do not overlap; those of different kinds may.
  ///
  /// - Throws: when any search failed; what was found until then is not all there is.
  package func references(in redacted: Redacted, _ scratch: inout DetectionScratch)
    throws(DetectionError) -> [Reference]
  { try references(in: redacted.text, &scratch) }

  /// The references in a text.
  ///
  /// - Parameter text: UTF-8.
  package func references(in text: [UInt8], _ scratch: inout DetectionScratch)
    throws(DetectionError) -> [Reference]
  {
    let view = ReadingView(text)
    var references: [Reference] = []
    for hit in try search.hits(in: view.bytes, &scratch) {
      let pattern = patterns[hit.pattern]
      references.append(
        Reference(
          range: view.textRange(of: hit.range), kind: pattern.kind, rule: pattern.id,
          reason: pattern.reason, suggestion: pattern.suggestion))
    }
    return ReferenceOrder.settled(references)
  }
}
