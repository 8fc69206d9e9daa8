import PCRE2

/// What one worker needs to run pattern packs.
struct PatternScratch: ~Copyable, Sendable {
  var matching: MatchScratch
  /// Whether the matcher has yet to check that the text is valid UTF-8; its first search does.
  var subject = MatchScratch.Subject.check
  /// For each rule whether the text is worth a search; set by `Prefilter.decide`.
  var isWorthwhile: [Bool] = []
  /// For each hit of the prefilter's automaton whether it was met in this text.
  var isMet: [Bool] = []
  /// See `DetectionScratch.isTimeUp`.
  var isTimeUp: @Sendable () -> Bool = { false }

  init(limits: MatchLimits) { matching = MatchScratch(limits: limits) }

  /// A text comes that the matcher has not seen.
  mutating func beginText() { subject = .check }
}
