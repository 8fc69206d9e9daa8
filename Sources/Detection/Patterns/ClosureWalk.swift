import Patterns

/// Follows the states of skeletons that consume nothing.
struct ClosureWalk: Sendable {
  /// When each state was seen last.
  private var seen: [UInt32] = []
  private var round: UInt32 = 0
  private var open: [Int32] = []

  /// The consuming states reached from `states` without a byte, ascending; nil when the match is.
  mutating func closure(_ states: [Int32], _ skeleton: MatchSkeleton) -> [Int32]? {
    if seen.count < skeleton.states.count || round == .max {
      seen = [UInt32](repeating: 0, count: max(seen.count, skeleton.states.count))
      round = 0
    }
    round += 1
    open.removeAll(keepingCapacity: true)
    var result: [Int32] = []
    for state in states { visit(state) }
    while let number = open.popLast() {
      let state = skeleton.states[Int(number)]
      switch state.kind {
      case .bytes, .bytesOrEnd: result.append(number)
      case .match: return nil
      case .behind, .boundary, .limit: visit(state.next)
      case .split:
        visit(state.next)
        visit(state.other)
      }
    }
    return result.sorted()
  }

  private mutating func visit(_ state: Int32) {
    guard seen[Int(state)] != round else { return }
    seen[Int(state)] = round
    open.append(state)
  }
}
