extension Examples {
  /// The counts by label and by rule, and so many examples with the text around them. Shows document text.
  package func text(_ limit: Int) -> String {
    let shown = sample(limit)
    var parts = ["--- \(kind.rawValue): \(items.count) spans, \(tokens) tokens"]
    guard !items.isEmpty else { return parts[0] }
    parts.append(Examples.table("by label", byLabel))
    parts.append(Examples.table(ruleTitle, byRule))
    parts.append("--- \(shown.count) of \(items.count), evenly spread")
    parts += shown.map(line)
    return parts.joined(separator: "\n")
  }

  private var ruleTitle: String {
    switch kind {
    case .misses: "by rule that found a part"
    case .falsePositives: "by rule"
    }
  }

  private static func table(_ title: String, _ counts: [Count]) -> String {
    Grid(
      header: [title, "spans", "tokens"],
      rows: counts.map { [$0.name, "\($0.spans)", "\($0.tokens)"] }
    ).text
  }

  private func line(_ item: Item) -> String {
    let passage = item.passage
    let rules = passage.rules.isEmpty ? "" : " \(passage.rules.joined(separator: ","))"
    return
      "\(item.corpus) \(passage.file):\(passage.start) \(passage.label)\(rules): \(passage.context)"
  }
}
