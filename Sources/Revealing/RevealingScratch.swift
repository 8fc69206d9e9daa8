package import PCRE2

/// The working memory of one worker that reads texts for references.
package struct RevealingScratch: ~Copyable, Sendable {
  var matching: MatchScratch

  /// Asked between searches; once it says true, reading ends with `DetectionError.interrupted`.
  package var isTimeUp: @Sendable () -> Bool = { false }

  /// - Parameter limits: what one pattern may cost at one place of a text before the document fails.
  package init(limits: MatchLimits = MatchLimits()) { matching = MatchScratch(limits: limits) }
}
