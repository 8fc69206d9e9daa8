import PCRE2

extension PackSet {
  /// The patterns that are not tried on the cells of tables alone.
  package var searchedEverywhere: [Pattern] { patterns.filter(\.column.isEmpty) }

  /// Warnings of rules that work and are slow, because nothing tells where their matches start. To work this out takes
  /// longer than to read the packs: it is for checks of packs and not for every start.
  package var advice: [Diagnostic] {
    let rules =
      searchedEverywhere.map { ($0.id, $0.compiled) } + guards.map { ($0.id, $0.compiled) }
    return rules.filter { startsAnywhere($0.1) }.map { id, _ in
      diagnostic(
        of: id, severity: .warning,
        "a match can start anywhere, which makes this slow; put a lookahead such as (?=[A-Z]) in front"
      )
    }
  }

  private func startsAnywhere(_ regex: CompiledPattern) -> Bool {
    regex.startsAnywhere && MatchSkeleton(regex).flatMap { StartShape($0) } == nil
  }
}
