import Patterns

/// Drops candidates that a guard knows to be no identifiers: a blood pressure, a dose, an eponym.
///
/// It runs once packs and recognizers have proposed all they have, and before the document's memory: what the memory
/// knows to be a person only the surest guards are asked about (`SparedMentions`).
struct GuardFilter: Sendable {
  private let guards: [Guard]
  private let search: RuleSearch
  /// The first guard's number in the search.
  private let first: Int
  /// For each category the guards that stand against it.
  private let against: [Category: [Int]]

  /// - Parameters:
  ///   - search: it holds the guards' rules, and before them others.
  ///   - first: the number of the first guard among its rules.
  init(guards: [Guard], search: RuleSearch, first: Int) {
    self.guards = guards
    self.search = search
    self.first = first
    against = guards.indices.reduce(into: [:]) { against, rule in
      for category in guards[rule].against { against[category, default: []].append(rule) }
    }
  }

  /// Drops every candidate of a guarded category that lies wholly inside a guarded span and is less sure than the guard.
  ///
  /// - Parameters:
  ///   - bytes: the folded view the candidates are of.
  ///   - scratch: where the search read it, if it did.
  ///   - confidence: how sure, in thousandths, all of them are taken to be; nil leaves it to each.
  /// - Returns: what was dropped, in the order it was proposed.
  func apply(
    to candidates: inout [Candidate], in bytes: [UInt8], _ scratch: inout PatternScratch,
    confidence: Int? = nil
  ) throws(DetectionError) -> [GuardedCandidate] {
    guard !guards.isEmpty, !candidates.isEmpty else { return [] }
    // For each candidate the first guard, in the packs' order, that drops it.
    var droppedBy = [Int](repeating: guards.count, count: candidates.count)
    let exposed = exposed(candidates, confidence)
    try search.eachKept(
      in: bytes.span, &scratch, from: first, isWanted: { !exposed[$0 - first].isEmpty }
    ) { number, span in
      let rule = number - first
      exposed[rule].each(inside: span) { droppedBy[$0] = min(droppedBy[$0], rule) }
    }
    let dropped = candidates.indices.filter { droppedBy[$0] < guards.count }
      .map { GuardedCandidate(candidate: candidates[$0], by: guards[droppedBy[$0]].id) }
    candidates = candidates.indices.filter { droppedBy[$0] == guards.count }.map { candidates[$0] }
    return dropped
  }

  /// For each guard the candidates that it may drop.
  private func exposed(_ candidates: [Candidate], _ sure: Int?) -> [ExposedCandidates] {
    var exposed = [ExposedCandidates](repeating: ExposedCandidates(), count: guards.count)
    let byPosition = candidates.indices.sorted {
      candidates[$0].range.lowerBound < candidates[$1].range.lowerBound
    }
    for index in byPosition {
      let confidence = sure ?? candidates[index].confidence
      for rule in against[candidates[index].category] ?? []
      where confidence < guards[rule].confidence {
        exposed[rule].add(index, candidates[index].range)
      }
    }
    return exposed
  }

  /// How what a guard protects is searched for.
  static func rule(_ rule: Guard) -> RuleSearch.Rule {
    RuleSearch.Rule(
      id: rule.id, pattern: rule.compiled, groups: [rule.group], requirement: rule.requirement)
  }
}

/// What a guard dropped.
struct GuardedCandidate: Sendable {
  var candidate: Candidate
  /// The guard's id.
  var by: String
}

/// The candidates that a guard may drop, by position.
private struct ExposedCandidates {
  private var sorted: [(index: Int, range: Range<Int>)] = []

  var isEmpty: Bool { sorted.isEmpty }

  /// Adds one that does not start before those already here.
  mutating func add(_ index: Int, _ range: Range<Int>) { sorted.append((index, range)) }

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
