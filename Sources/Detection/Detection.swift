package import PCRE2

/// What detection found in one document.
package struct Detection: Sendable {
  /// Sorted, without overlaps, in byte offsets of the document's text.
  package var findings: [Finding]
  /// What the document taught; the second scan searches the written text with it.
  package var memory: DocumentMemory
}

/// The working memory of one worker, kept between documents so that detection does not allocate per token.
///
/// It holds tokens of the last document: it must not be logged or outlive its worker.
package struct DetectionScratch: ~Copyable, Sendable {
  var tokens: [Token] = []
  var facts = FactsCache()
  var patterns: PatternScratch
  var tagging = TaggingScratch()
  /// What detection notes of its steps while somebody asks for an explanation; else nil.
  var trace: DetectionTrace?

  /// - Parameter limits: what one pattern may cost at one place of a text before the document fails.
  package init(limits: MatchLimits = MatchLimits()) {
    patterns = PatternScratch(limits: limits)
  }

  /// Asked between searches, and within long ones; once it says true, detection ends with `interrupted`.
  ///
  /// The matcher's limits bound the work at each place of a text and not in all of it. Detection has no clock: the
  /// worker tells it when the document's time is up.
  package var isTimeUp: @Sendable () -> Bool {
    get { patterns.isTimeUp }
    set { patterns.isTimeUp = newValue }
  }
}
