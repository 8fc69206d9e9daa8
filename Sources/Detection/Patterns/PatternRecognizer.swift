package import Lexicons
package import Patterns

/// Runs the packs: every pattern whose requirement the text meets, on the whole text, with its validators.
///
/// Immutable and shared by all workers.
package struct PatternRecognizer: Sendable {
  private let patterns: [Pattern]
  private let prefilter: Prefilter?
  private let checks: IdentifierChecks

  /// Confidence, in thousandths, of an identifier whose check digit is right.
  private static let confirmed = 990

  /// - Parameter usesPrefilter: false to search every pattern in every text; it finds the same, later.
  package init(patterns: [Pattern], lexicon: Lexicon, usesPrefilter: Bool = true) {
    self.patterns = patterns
    prefilter = usesPrefilter ? Prefilter(patterns.map(\.requirement)) : nil
    checks = IdentifierChecks(lexicon: lexicon)
  }

  /// Proposes what the patterns find, in the order of the patterns and then of the text.
  ///
  /// - Parameters:
  ///   - bytes: a text's folded view.
  ///   - tokens: the tokens of the same view.
  /// - Throws: when any search failed; what was proposed until then is not all there is.
  func find(
    in bytes: [UInt8], tokens: [Token], _ scratch: inout PatternScratch,
    into candidates: inout [Candidate]
  ) throws(DetectionError) {
    guard !patterns.isEmpty else { return }
    scratch.beginText()
    prefilter?.decide(bytes.span, &scratch)
    for (index, pattern) in patterns.enumerated() {
      if prefilter != nil, !scratch.isWorthwhile[index] { continue }
      let search = IdentifierSearch(
        pattern: pattern.compiled, groups: pattern.identifierGroups, rule: pattern.id)
      try search.each(in: bytes.span, &scratch) { range in
        if let candidate = propose(pattern, range, bytes, tokens) { candidates.append(candidate) }
      }
    }
  }

  /// The candidate for one identifier; nil when a validator refuses it.
  private func propose(
    _ pattern: Pattern, _ range: Range<Int>, _ bytes: [UInt8], _ tokens: [Token]
  ) -> Candidate? {
    func passes(_ validator: Validator) -> Bool { checks.passes(validator, range, bytes, tokens) }
    guard pattern.validators.allSatisfy(passes) else { return nil }
    var candidate = Candidate(
      range: range, category: pattern.category, rule: pattern.id, confidence: pattern.confidence,
      evidence: pattern.evidence.isEmpty ? ["pattern"] : pattern.evidence, role: pattern.role)
    if pattern.confirmations.contains(where: passes) {
      candidate.confidence = max(candidate.confidence, PatternRecognizer.confirmed)
      candidate.evidence.append("check-digit")
    }
    return candidate
  }
}
