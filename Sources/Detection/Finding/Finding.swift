package import Patterns

/// A span of the document that some recognizer holds to be an identifier, with the reasons.
///
/// It holds offsets and codes, never text: what travels on to the audit cannot carry PHI.
package struct Finding: Sendable, Hashable {
  /// Bytes of the document's UTF-8 text.
  package var range: Range<Int>
  package var category: Category
  /// The rule's id: a pattern's id from its pack, or `name/…`, `place/…`, `org/…`, `tagger/…`, `document/…`.
  package var rule: String
  /// Probability that this is an identifier, in thousandths: 1...1000.
  package var confidence: Int
  /// Why, as stable codes: `lexicon:surname`, `context:title`, `document:alias`.
  package var evidence: [String]
  /// Whose identifier it is, where the context tells.
  package var role: Role
  /// Index into `Detection.subjects` for a person's name, else nil.
  package var subject: Int?
  /// What else the bytes may be: weaker findings of other categories inside this one, strongest first. A profile that
  /// keeps this category asks them.
  package var covered: [Finding]

  package init(
    range: Range<Int>, category: Category, rule: String, confidence: Int, evidence: [String] = [],
    role: Role = .unknown, subject: Int? = nil, covered: [Finding] = []
  ) {
    self.range = range
    self.category = category
    self.rule = rule
    self.confidence = confidence
    self.evidence = evidence
    self.role = role
    self.subject = subject
    self.covered = covered
  }

  package typealias Role = Patterns.Role
}
