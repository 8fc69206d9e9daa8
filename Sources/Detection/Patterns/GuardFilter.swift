package import Patterns

/// Drops candidates that a guard knows to be no identifiers: a blood pressure, a dose, an eponym.
///
/// It runs once packs and recognizers have proposed all they have, and before the document's memory: what the memory
/// knows to be a person is not guarded.
package struct GuardFilter: Sendable {
  private let guards: [Guard]
  private let prefilter: Prefilter?

  /// - Parameter usesPrefilter: false to search every guard in every text; it drops the same.
  package init(guards: [Guard], usesPrefilter: Bool = true) {
    self.guards = guards
    prefilter = usesPrefilter ? Prefilter(guards.map(\.requirement)) : nil
  }

  /// Drops every candidate of a guarded category that lies wholly inside a guarded span and is less sure than the guard.
  ///
  /// - Parameter bytes: the folded view the candidates are of.
  func apply(
    to candidates: inout [Candidate], in bytes: [UInt8], _ scratch: inout PatternScratch
  ) throws(DetectionError) {
    guard !guards.isEmpty, !candidates.isEmpty else { return }
    scratch.beginText()
    prefilter?.decide(bytes.span, &scratch)
    var isDropped = [Bool](repeating: false, count: candidates.count)
    for (index, rule) in guards.enumerated() {
      if prefilter != nil, !scratch.isWorthwhile[index] { continue }
      let exposed = ExposedCandidates(candidates, to: rule)
      if exposed.isEmpty { continue }
      try GuardFilter.search(rule).each(in: bytes.span, &scratch) { span in
        exposed.each(inside: span) { isDropped[$0] = true }
      }
    }
    candidates = candidates.indices.filter { !isDropped[$0] }.map { candidates[$0] }
  }

  /// The search for what a guard protects.
  static func search(_ rule: Guard) -> IdentifierSearch {
    IdentifierSearch(pattern: rule.compiled, groups: [rule.group], rule: rule.id)
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
