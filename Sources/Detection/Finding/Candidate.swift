package import Patterns

/// A span of the *view* some recognizer proposes; it becomes a `Finding` once all proposals are weighed together.
package struct Candidate: Sendable {
  /// Bytes of the view.
  package var range: Range<Int>
  package var category: Category
  package var rule: String
  /// Thousandths, as in `Finding.confidence`.
  package var confidence: Int
  package var evidence: [String]
  package var role: Finding.Role
  package var subject: Int?
  /// Weaker proposals of other categories for bytes of this one, strongest first; filled when spans are resolved.
  package var covered: [Candidate] = []

  package init(
    range: Range<Int>, category: Category, rule: String, confidence: Int,
    evidence: [String] = [], role: Finding.Role = .unknown, subject: Int? = nil
  ) {
    self.range = range
    self.category = category
    self.rule = rule
    self.confidence = confidence
    self.evidence = evidence
    self.role = role
    self.subject = subject
  }
}
