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
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - windows: how a long text is cut; what is found does not depend on it.
  package func references(
    in text: [UInt8], _ scratch: inout DetectionScratch, windows: WindowSize = .standard
  ) throws(DetectionError) -> [Reference] {
    let windows = TextWindow.windows(of: text, windows)
    var hits: [ReferenceSearch.Hit] = []
    for window in windows {
      let view = ReadingView(windows.count > 1 ? Array(text[window.slice]) : text)
      for var hit in try search.hits(in: view.bytes, &scratch) {
        let range = view.textRange(of: hit.range)
        let base = window.slice.lowerBound
        hit.range = range.lowerBound + base..<range.upperBound + base
        // What two windows found becomes one reference.
        if windows.count == 1 || window.core.overlaps(hit.range) { hits.append(hit) }
      }
    }
    // Pattern by pattern, as in a text of one window.
    if windows.count > 1 {
      hits.sort { ($0.pattern, $0.range.lowerBound) < ($1.pattern, $1.range.lowerBound) }
    }
    return ReferenceOrder.settled(
      hits.map { hit in
        let pattern = patterns[hit.pattern]
        return Reference(
          range: hit.range, kind: pattern.kind, rule: pattern.id, reason: pattern.reason,
          suggestion: pattern.suggestion)
      })
  }
}
