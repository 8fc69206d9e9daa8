package import Lexicons
package import Patterns

/// Runs the packs: every pattern whose requirement the text meets, on the whole text, with its validators.
///
/// Immutable and shared by all workers.
package struct PatternRecognizer: Sendable {
  private let patterns: [Pattern]
  private let search: RuleSearch
  private let checks: IdentifierChecks

  /// Confidence, in thousandths, of an identifier whose check digit is right.
  private static let confirmed = 990

  package init(patterns: [Pattern], lexicon: Lexicon, filtering: RuleFiltering = .whenItPays) {
    let search = RuleSearch(patterns.map(PatternRecognizer.rule), filtering: filtering)
    self.init(patterns: patterns, lexicon: lexicon, search: search)
  }

  /// - Parameter search: its first rules are those of the patterns.
  init(patterns: [Pattern], lexicon: Lexicon, search: RuleSearch) {
    self.patterns = patterns
    self.search = search
    checks = IdentifierChecks(lexicon: lexicon)
  }

  /// How what a pattern marks is searched for.
  static func rule(_ pattern: Pattern) -> RuleSearch.Rule {
    RuleSearch.Rule(
      id: pattern.id, pattern: pattern.compiled, groups: pattern.identifierGroups,
      requirement: pattern.requirement)
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
    var found: [(rule: Int, range: Range<Int>)] = []
    try search.each(in: bytes.span, &scratch, before: patterns.count) { found.append(($0, $1)) }
    // The search goes block by block; the order of one rule's findings is right already.
    if zip(found, found.dropFirst()).contains(where: { $0.rule > $1.rule }) {
      found = found.enumerated().sorted {
        ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset)
      }
      .map(\.element)
    }
    for (rule, range) in found {
      if let candidate = propose(patterns[rule], range, bytes, tokens) {
        candidates.append(candidate)
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
