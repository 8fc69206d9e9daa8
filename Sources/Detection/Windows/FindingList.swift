/// The findings of a text, collected window by window.
///
/// They are in order and apart: where two spans meet inside one character that folds to several (`…`, `ß`), the first has
/// it.
struct FindingList {
  private(set) var all: [Finding] = []
  private var covered = 0

  /// Adds what reaches into the core of the open window. What begins before it was added with the window before, where that
  /// one saw it as well.
  ///
  /// - Parameter spans: of the window's view, in order and apart.
  mutating func add(_ spans: [Candidate], of text: WindowedText) {
    for span in spans where text.touchesCore(span.range) {
      var next = Finding(span, in: text)
      next.range = max(covered, next.range.lowerBound)..<max(covered, next.range.upperBound)
      guard !next.range.isEmpty else { continue }
      covered = next.range.upperBound
      all.append(next)
    }
  }
}

extension Finding {
  /// A span of the open window.
  init(_ candidate: Candidate, in text: WindowedText) {
    self.init(
      range: text.textRange(of: candidate.range), category: candidate.category,
      rule: candidate.rule, confidence: candidate.confidence, evidence: candidate.evidence,
      role: candidate.role, subject: candidate.subject,
      covered: candidate.covered.map { Finding($0, in: text) })
  }
}
