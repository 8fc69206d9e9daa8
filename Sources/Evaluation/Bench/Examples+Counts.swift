extension Examples {
  /// How often a label or a rule has part in the examples.
  package struct Count: Sendable, Hashable {
    package let name: String
    package var spans: Int
    package var tokens: Int
  }

  /// The most frequent label first.
  package var byLabel: [Count] { counts { [$0.label] } }

  /// The most frequent rule first. A miss counts under every rule that found a part of it.
  package var byRule: [Count] { counts { $0.rules.isEmpty ? [Examples.noRule] : $0.rules } }

  private static let noRule = "(none)"

  private func counts(_ names: (Passage) -> [String]) -> [Count] {
    var counts: [String: Count] = [:]
    for item in items {
      for name in names(item.passage) {
        counts[name, default: Count(name: name, spans: 0, tokens: 0)].spans += 1
        counts[name]?.tokens += item.passage.tokens
      }
    }
    return counts.values.sorted { ($1.tokens, $1.spans, $0.name) < ($0.tokens, $0.spans, $1.name) }
  }
}
