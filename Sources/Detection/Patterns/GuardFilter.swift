package import Patterns

/// Drops candidates that a guard knows to be no identifiers: a blood pressure, a dose, an eponym.
///
/// It runs once packs and recognizers have proposed all they have, and before the document's memory: what the memory
/// knows to be a person is not guarded.
package struct GuardFilter: Sendable {
  private let guards: [Guard]
  private let search: RuleSearch

  package init(guards: [Guard], filtering: RuleFiltering = .whenItPays) {
    self.guards = guards
    search = RuleSearch(guards.map(GuardFilter.rule), filtering: filtering)
  }

  /// Drops every candidate of a guarded category that lies wholly inside a guarded span and is less sure than the guard.
  ///
  /// - Parameter bytes: the folded view the candidates are of.
  func apply(
    to candidates: inout [Candidate], in bytes: [UInt8], _ scratch: inout PatternScratch
  ) throws(DetectionError) {
    guard !guards.isEmpty, !candidates.isEmpty else { return }
    var isDropped = [Bool](repeating: false, count: candidates.count)
    let exposed = guards.map { ExposedCandidates(candidates, to: $0) }
    try search.each(in: bytes.span, &scratch, isWanted: { !exposed[$0].isEmpty }) { rule, span in
      exposed[rule].each(inside: span) { isDropped[$0] = true }
    }
    candidates = candidates.indices.filter { !isDropped[$0] }.map { candidates[$0] }
  }

  /// How what a guard protects is searched for.
  static func rule(_ rule: Guard) -> RuleSearch.Rule {
    RuleSearch.Rule(
      id: rule.id, pattern: rule.compiled, groups: [rule.group], requirement: rule.requirement)
  }
}

/// The candidates that a guard may drop, by position.
private struct ExposedCandidates {
  private var sorted: [(index: Int, range: Range<Int>)]

  var isEmpty: Bool { sorted.isEmpty }

  init(_ candidates: [Candidate], to rule: Guard) {
    sorted = candidates.indices.filter {
      rule.against.contains(candidates[$0].category) && candidates[$0].confidence < rule.confidence
    }
    .map { ($0, candidates[$0].range) }
    .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Calls `body` with the index of every one that lies wholly inside `span`.
  func each(inside span: Range<Int>, _ body: (Int) -> Void) {
    var next = firstIndex(startingAt: span.lowerBound)
    while next < sorted.count, sorted[next].range.lowerBound < span.upperBound {
      if sorted[next].range.upperBound <= span.upperBound { body(sorted[next].index) }
      next += 1
    }
  }

  /// The first that does not start before `offset`.
  private func firstIndex(startingAt offset: Int) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
