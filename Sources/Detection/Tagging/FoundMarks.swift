import Lexicons

/// At each token the strongest of what packs and recognizers found there.
struct FoundMarks: Sendable {
  /// For each token its `FoundMark`, or 0.
  private(set) var marks: [UInt32] = []
  /// For each token the rule of that finding, hashed.
  private(set) var rules: [UInt32] = []

  mutating func read(_ candidates: [Candidate], _ tokens: [Token]) {
    marks.removeAll(keepingCapacity: true)
    marks.append(contentsOf: repeatElement(0, count: tokens.count))
    rules.removeAll(keepingCapacity: true)
    rules.append(contentsOf: repeatElement(0, count: tokens.count))
    let index = TokenIndex()
    for candidate in candidates {
      let kind = FoundMark.Kind(candidate.category)
      let rule = FeatureKey.fold(WordHash.of(candidate.rule.utf8))
      let range = index.tokens(in: candidate.range, tokens)
      for token in range {
        let mark = FoundMark.of(
          kind, confidence: candidate.confidence, isFirst: token == range.lowerBound)
        guard
          (FoundMark.strength(mark), mark, rule)
            > (FoundMark.strength(marks[token]), marks[token], rules[token])
        else { continue }
        marks[token] = mark
        rules[token] = rule
      }
    }
  }
}
