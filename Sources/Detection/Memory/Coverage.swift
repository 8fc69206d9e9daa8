import Patterns

/// Which tokens a confident candidate covers already, so that pass 2 speaks only where pass 1 was silent and every
/// finding keeps the rule that found it first.
struct Coverage {
  private var isCovered: [Bool]

  /// - Parameters:
  ///   - confidence: candidates below it do not count.
  ///   - counts: whether candidates of a category count.
  init(
    _ candidates: [Candidate], _ tokens: [Token], _ index: TokenIndex, atLeast confidence: Int,
    where counts: (Category) -> Bool
  ) {
    isCovered = [Bool](repeating: false, count: tokens.count)
    for candidate in candidates
    where candidate.confidence >= confidence && counts(candidate.category) {
      for token in index.tokens(in: candidate.range, tokens) { isCovered[token] = true }
    }
  }

  /// Whether every word and number of the tokens is covered.
  func covers(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.allSatisfy { isCovered[$0] || tokens[$0].hash == 0 }
  }
}
