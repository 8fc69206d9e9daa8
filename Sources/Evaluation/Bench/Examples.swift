/// Misses or false positives of some corpora, to count and to read. Holds text of annotated documents.
package struct Examples: Sendable {
  /// What the examples have in common.
  package enum Kind: String, Sendable {
    /// Annotations of which something is left.
    case misses = "misses"
    /// Predictions that cover something nobody marked.
    case falsePositives = "false positives"
  }

  /// A passage and the corpus it is from.
  package struct Item: Sendable, Hashable {
    package let corpus: String
    package let passage: Passage
  }

  package let kind: Kind
  /// In the order of corpora, documents and offsets; false positives that touch nothing marked first.
  package let items: [Item]

  package init(_ kind: Kind, of corpora: [CorpusScore], _ filter: ExampleFilter = ExampleFilter()) {
    self.kind = kind
    items = corpora.flatMap { corpus in
      Examples.passages(kind, corpus.score).filter(filter.accepts)
        .map { Item(corpus: corpus.name, passage: $0) }
    }
  }

  private static func passages(_ kind: Kind, _ score: Score) -> [Passage] {
    switch kind {
    case .misses: score.missed
    case .falsePositives: score.falseAlarms + score.overlong
    }
  }

  /// Tokens left, or covered without need.
  package var tokens: Int { items.reduce(0) { $0 + $1.passage.tokens } }

  /// So many examples, evenly spread over all: every corpus has its share.
  package func sample(_ count: Int) -> [Item] {
    guard count < items.count else { return items }
    return (0..<max(0, count)).map { items[$0 * items.count / count] }
  }
}
