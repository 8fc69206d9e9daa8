/// A recognizer that failed. The document must not be released: a skipped recognizer is a leak.
package enum DetectionError: Error, Sendable, Hashable {
  /// The pattern with this rule id hit a limit of the matcher (`match`, `depth`, `heap` or `jit-stack`).
  case patternLimit(rule: String, limit: String)
  /// The matcher reported an error of its own for this rule.
  case patternFailed(rule: String, code: Int)
}
