import Patterns

/// Turns overlapping candidates into spans that do not overlap. Coverage is never lost: every letter or digit that some
/// candidate covers is in some span; the label comes from the strongest.
struct SpanResolver {
  let bytes: [UInt8]

  /// Resolves `candidates` (any order) into spans sorted by position.
  func resolve(_ candidates: [Candidate]) -> [Candidate] {
    var resolved: [Candidate] = []
    let byPosition = candidates.filter { !$0.range.isEmpty }.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var cluster: [Candidate] = []
    var clusterEnd = 0
    for candidate in byPosition {
      if !cluster.isEmpty, candidate.range.lowerBound >= clusterEnd {
        settle(cluster, into: &resolved)
        cluster.removeAll(keepingCapacity: true)
      }
      clusterEnd =
        cluster.isEmpty
        ? candidate.range.upperBound : max(clusterEnd, candidate.range.upperBound)
      cluster.append(candidate)
    }
    settle(cluster, into: &resolved)
    return joinNeighbours(resolved)
  }

  /// Settles candidates that overlap in a chain: the strongest keeps its span, the others keep what is left of theirs.
  private func settle(_ cluster: [Candidate], into resolved: inout [Candidate]) {
    guard cluster.count > 1 else {
      resolved.append(contentsOf: cluster)
      return
    }
    let ranked = cluster.sorted(by: SpanResolver.isStronger)
    var ground = Ground(cluster)
    var kept: [Candidate] = []
    for candidate in ranked {
      for winner in ground.owners(in: candidate.range) { yield(candidate, to: &kept[winner]) }
      for piece in ground.free(in: candidate.range) {
        guard let trimmed = trimmed(piece, isWhole: piece == candidate.range) else { continue }
        var part = candidate
        part.range = trimmed
        ground.take(trimmed, for: kept.count)
        kept.append(part)
      }
    }
    resolved.append(
      contentsOf: kept.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// Lets a stronger candidate take over what a weaker one knows.
  private func yield(_ weaker: Candidate, to winner: inout Candidate) {
    adopt(weaker, by: &winner)
    guard weaker.category != winner.category else { return }
    var covered = weaker
    covered.range = weaker.range.clamped(to: winner.range)
    winner.covered.append(covered)
  }

  /// What a weaker candidate of the same span knows and the stronger does not: the person, the role, its evidence.
  private func adopt(_ weaker: Candidate, by winner: inout Candidate) {
    guard weaker.category == winner.category else { return }
    if winner.subject == nil { winner.subject = weaker.subject }
    if winner.role == .unknown { winner.role = weaker.role }
    for code in weaker.evidence where !winner.evidence.contains(code) {
      winner.evidence.append(code)
    }
  }

  /// Stronger: the higher class of confidence, then the longer, then the surer, then the earlier; ties by rule id so
  /// that the order of recognizers never matters.
  static func isStronger(_ one: Candidate, _ other: Candidate) -> Bool {
    let classes = (confidenceClass(one.confidence), confidenceClass(other.confidence))
    if classes.0 != classes.1 { return classes.0 > classes.1 }
    if one.range.count != other.range.count { return one.range.count > other.range.count }
    if one.confidence != other.confidence { return one.confidence > other.confidence }
    if one.range.lowerBound != other.range.lowerBound {
      return one.range.lowerBound < other.range.lowerBound
    }
    return (one.rule, one.category.rawValue) < (other.rule, other.category.rawValue)
  }

  private static func confidenceClass(_ confidence: Int) -> Int {
    confidence >= 800 ? 2 : confidence >= 500 ? 1 : 0
  }

  /// A left-over piece without white space and punctuation at its ends; nil when nothing is left.
  private func trimmed(_ range: Range<Int>, isWhole: Bool) -> Range<Int>? {
    if isWhole { return range }
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, !isContent(bytes[lower]) { lower += 1 }
    while upper > lower, !isContent(bytes[upper - 1]) { upper -= 1 }
    return lower < upper ? lower..<upper : nil
  }

  private func isContent(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte >= 0x80
  }

  /// Joins names that touch or have only a space or a hyphen between them on one line, or the full stop of an initial,
  /// when they do not name two different people; and dates that touch, such as a weekday and the day behind it.
  private func joinNeighbours(_ spans: [Candidate]) -> [Candidate] {
    var joined: [Candidate] = []
    for span in spans {
      guard var last = joined.last, belongTogether(last, span) else {
        joined.append(span)
        continue
      }
      adopt(span, by: &last)
      last.covered += span.covered
      last.confidence = max(last.confidence, span.confidence)
      last.range = last.range.lowerBound..<span.range.upperBound
      joined[joined.count - 1] = last
    }
    return joined
  }

  private func belongTogether(_ one: Candidate, _ next: Candidate) -> Bool {
    guard one.category == next.category else { return false }
    let gap = one.range.upperBound..<next.range.lowerBound
    switch one.category {
    case .name:
      return isNameGap(gap)
        && (one.subject == nil || next.subject == nil || one.subject == next.subject)
    case .date: return gap.isEmpty
    default: return false
    }
  }

  private func isNameGap(_ gap: Range<Int>) -> Bool {
    guard gap.count <= 2, gap.allSatisfy({ [0x20, 0x2d, 0x2e].contains(bytes[$0]) }) else {
      return false
    }
    let spaces = bytes[gap].count { $0 == 0x20 }
    let isStopped = bytes[gap].contains(0x2e)
    return spaces <= 1 && (!isStopped || endsInInitial(before: gap.lowerBound))
  }

  /// Whether a single letter ends right before `offset`: the full stop behind it ends no sentence.
  private func endsInInitial(before offset: Int) -> Bool {
    guard offset > 0, ByteClass.isLetter(bytes[offset - 1]) else { return false }
    return offset == 1 || !ByteClass.isLetter(bytes[offset - 2])
  }
}
