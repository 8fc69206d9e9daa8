import PCRE2

/// A recognizer that failed. The document must not be released: a skipped recognizer is a leak.
package enum DetectionError: Error, Sendable, Hashable {
  /// The pattern with this rule id hit a limit of the matcher (`match`, `depth`, `heap` or `jit-stack`).
  case patternLimit(rule: String, limit: String)
  /// The matcher reported an error of its own for this rule; the rule `text/utf-8` is that a text is valid UTF-8.
  case patternFailed(rule: String, code: Int)
  /// The worker's time for the document was up (`DetectionScratch.isTimeUp`).
  case interrupted
}

extension DetectionError {
  /// What the matcher's error means for the rule it happened to.
  init(_ error: MatchError, rule: String) {
    self =
      error.isLimit
      ? .patternLimit(rule: rule, limit: error.kind.rawValue)
      : .patternFailed(rule: rule, code: error.code)
  }
}
