import Patterns

/// Follows the states of skeletons that consume nothing.
///
/// A closure is worked out in three steps: `begin`, `add` for each way that it starts from, `close`.
struct ClosureWalk: Sendable {
  /// Steps of one walk; what takes more counts as a match.
  private static let mostSteps = 1 << 14

  private var reached = WayList()
  /// When each state was seen last as the only one of a step.
  private var seen: [UInt32] = []
  private var round: UInt32 = 0
  private var seenSteps = StepMemory()
  private var stack: [ClosureStep] = []

  /// The consuming states that the last closure reached, ascending: from one of these ways there must be a match.
  var result: [SkeletonThreads] { reached.ways }

  /// Begins the closure of some ways through `skeleton`.
  mutating func begin(_ skeleton: MatchSkeleton) {
    if seen.count < skeleton.states.count || round == .max {
      seen = [UInt32](repeating: 0, count: max(seen.count, skeleton.states.count))
      round = 0
    }
    round += 1
    seenSteps.removeAll()
    stack.removeAll(keepingCapacity: true)
    reached.begin(states: skeleton.states.count)
  }

  /// Adds a way to start from.
  mutating func add(_ way: SkeletonThreads) { visit(ClosureStep(open: way)) }

  /// Sets `result` to what the ways reach without a byte; false when they reach the match.
  ///
  /// - Parameter byte: the one that was consumed last; nil at the start, where what stands before is not known.
  mutating func close(behind byte: UInt8?, _ skeleton: MatchSkeleton) -> Bool {
    var steps = 0
    while let step = stack.popLast() {
      steps += 1
      if steps > ClosureWalk.mostSteps { return false }
      if step.open.isEmpty {
        if step.done.isEmpty { return false }
        reached.add(step.done)
      } else {
        follow(step, behind: byte, skeleton)
      }
    }
    reached.settle { ClosureWalk.canGoOn($0, skeleton) }
    return true
  }

  private mutating func visit(_ step: ClosureStep) {
    if step.isPlain {
      guard seen[Int(step.open.first)] != round else { return }
      seen[Int(step.open.first)] = round
    } else if !step.open.isEmpty {
      guard seenSteps.insert(step) else { return }
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
    case .bytes, .bytesOrEnd, .stop: visit(ClosureStep(open: rest, done: step.done.with(number)))
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
