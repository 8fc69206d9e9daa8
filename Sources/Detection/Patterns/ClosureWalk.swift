import Patterns

/// Follows the states of skeletons that consume nothing.
struct ClosureWalk: Sendable {
  /// Steps of one walk; what takes more counts as a match.
  private static let mostSteps = 1 << 14
  /// Ways to go on that are kept apart; where there are more, lookaheads are let go.
  private static let mostWays = 1 << 9

  /// When each state was seen last as the only one of a step.
  private var seen: [UInt32] = []
  private var round: UInt32 = 0
  private var seenSteps: Set<ClosureStep> = []
  private var stack: [ClosureStep] = []
  private var result: [SkeletonThreads] = []

  /// The consuming states reached from `ways` without a byte, ascending; nil when the match is.
  ///
  /// - Parameter byte: the one that was consumed last; nil at the start, where what stands before is not known.
  mutating func closure(
    _ ways: [SkeletonThreads], behind byte: UInt8?, _ skeleton: MatchSkeleton
  ) -> [SkeletonThreads]? {
    begin(skeleton)
    for way in ways { visit(ClosureStep(open: way)) }
    var steps = 0
    while let step = stack.popLast() {
      steps += 1
      if steps > ClosureWalk.mostSteps { return nil }
      if step.open.isEmpty {
        if step.done.isEmpty { return nil }
        result.append(step.done)
      } else {
        follow(step, behind: byte, skeleton)
      }
    }
    return settled(skeleton)
  }

  private mutating func begin(_ skeleton: MatchSkeleton) {
    if seen.count < skeleton.states.count || round == .max {
      seen = [UInt32](repeating: 0, count: max(seen.count, skeleton.states.count))
      round = 0
    }
    round += 1
    if !seenSteps.isEmpty { seenSteps.removeAll(keepingCapacity: seenSteps.count < 1 << 9) }
    stack.removeAll(keepingCapacity: true)
    result.removeAll(keepingCapacity: true)
  }

  private mutating func visit(_ step: ClosureStep) {
    if step.isPlain {
      guard seen[Int(step.open.first)] != round else { return }
      seen[Int(step.open.first)] = round
    } else if !step.open.isEmpty {
      guard seenSteps.insert(step).inserted else { return }
    }
    stack.append(step)
  }

  private mutating func follow(_ step: ClosureStep, behind byte: UInt8?, _ skeleton: MatchSkeleton)
  {
    let number = step.open.first
    let rest = step.open.rest
    let state = skeleton.states[Int(number)]
    func open(_ one: Int32, and other: Int32 = SkeletonThreads.match) -> ClosureStep {
      ClosureStep(open: rest.with(one).with(other), done: step.done)
    }
    switch state.kind {
    case .bytes, .bytesOrEnd: visit(ClosureStep(open: rest, done: step.done.with(number)))
    case .match: visit(ClosureStep(open: rest, done: step.done))
    case .limit: visit(open(state.next))
    case .both: visit(open(state.next, and: state.other))
    case .behind:
      if let byte, !skeleton.sets[Int(state.set)].contains(byte) { return }
      visit(open(state.next))
    case .boundary:
      guard let byte else { return visit(open(state.next)) }
      let isWord = skeleton.sets[Int(state.set)].contains(byte)
      visit(open(state.next, and: isWord ? state.other : state.other + 1))
    case .split:
      visit(open(state.next))
      visit(open(state.other))
    }
  }

  /// The ways found, each once, without those that cannot go on and those that ask for more than another.
  private mutating func settled(_ skeleton: MatchSkeleton) -> [SkeletonThreads] {
    if result.contains(where: { !$0.isSingle }) {
      let single = Set(result.lazy.filter(\.isSingle).map(\.first))
      result.removeAll {
        !$0.isSingle
          && ($0.allSatisfy { !single.contains($0) } == false || !ClosureWalk.canGoOn($0, skeleton))
      }
      if Set(result).count > ClosureWalk.mostWays {
        result = result.map { SkeletonThreads($0.last) }
      }
    }
    result.sort()
    var kept = 0
    for way in result where kept == 0 || result[kept - 1] != way {
      result[kept] = way
      kept += 1
    }
    return Array(result[..<kept])
  }

  /// Whether some byte, or the text's end, is one that all states of a way take.
  private static func canGoOn(_ way: SkeletonThreads, _ skeleton: MatchSkeleton) -> Bool {
    var common = ByteSet.all
    var orEnd = true
    var left = way
    while !left.isEmpty {
      let state = skeleton.states[Int(left.first)]
      common = common.intersection(skeleton.sets[Int(state.set)])
      orEnd = orEnd && state.kind == .bytesOrEnd
      left = left.rest
    }
    return orEnd || !common.isEmpty
  }
}
