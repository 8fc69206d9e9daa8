import Patterns

/// The skeletons of a search as deterministic automata, made state by state as texts need them: the subset construction,
/// done lazily. A state is known by the few ways that were taken into it; what these reach without a byte is worked out
/// once for all states.
///
/// It belongs to one worker. What it answers depends on the text alone, never on what it has seen before.
struct SkeletonTables: Sendable {
  /// What may be remembered: transitions of all rules, and closures of all states and ways of all closures.
  private static let mostTransitions = 1 << 20
  private static let mostWays = 1 << 22
  let skeletons: SkeletonSet
  /// Those of `skeletons`, near at hand.
  private let classes: [UInt8]
  private var transitions = StateTransitions()
  private var states = SkeletonStates()
  private var closures = SkeletonClosures()
  /// For each rule the state in front of the first byte; nil where it was not asked for.
  private var starts: [SkeletonStates.Entry?]
  /// The skeletons asked for so far.
  private var known: [RuleSkeleton?]
  /// The ways into the state to be made, and the closures of these.
  private var reached = WayList()
  private var members: [Int32] = []

  init(_ skeletons: SkeletonSet) {
    self.skeletons = skeletons
    classes = skeletons.ruleClasses
    starts = [SkeletonStates.Entry?](repeating: nil, count: skeletons.isKnown.count)
    known = [RuleSkeleton?](repeating: nil, count: starts.count)
  }

  /// Whether no more can be learnt: what is not known then counts as a match.
  var isFull: Bool {
    transitions.count > SkeletonTables.mostTransitions
      || states.size + closures.size > SkeletonTables.mostWays
  }

  /// The state of `rule` in front of the first byte.
  @inline(__always) mutating func start(of rule: Int) -> SkeletonStates.Entry {
    starts[rule] ?? learnStart(rule)
  }

  /// A state that was met.
  func entry(_ state: Int32) -> SkeletonStates.Entry { states.entry(state) }

  /// Whether a match ends where the text ends in a state.
  func mayEnd(_ state: Int32) -> Bool { states.mayEnd(state) }

  /// The state that follows one of `rule` behind `byte`.
  @inline(__always)
  mutating func next(of rule: Int, _ from: SkeletonStates.Entry, _ byte: UInt8)
    -> SkeletonStates.Entry
  {
    if !from.isOpen { return from }
    if !from.mask.mayContain(byte) { return SkeletonStates.Entry() }
    let column = classes[rule << 8 &+ Int(byte)]
    return transitions.next(from.state, column) ?? learn(rule, from.state, column, byte)
  }

  /// The state that follows one of `rule` behind a stretch of text, which may end one behind the text.
  mutating func state(
    of rule: Int, _ state: Int32, behind text: Span<UInt8>, _ stretch: Range<Int>
  ) -> Int32 {
    var entry = entry(state)
    for place in stretch where entry.isOpen {
      if place == text.count { return behindText(entry.state) }
      entry = next(of: rule, entry, text[place])
    }
    return entry.state
  }

  /// The state that follows another behind the text's end: nothing is consumed any more.
  func behindText(_ state: Int32) -> Int32 {
    mayEnd(state) ? SkeletonStates.match : SkeletonStates.dead
  }

  private mutating func skeleton(of rule: Int) -> RuleSkeleton? {
    if known[rule] == nil { known[rule] = skeletons.skeleton(of: rule) }
    return known[rule]
  }

  @inline(never)
  private mutating func learnStart(_ rule: Int) -> SkeletonStates.Entry {
    var start = SkeletonStates.Entry.match
    if let skeleton = skeleton(of: rule) {
      reached.begin(states: skeleton.skeleton.states.count)
      reached.add(SkeletonThreads(skeleton.skeleton.start))
      start = enter(rule, skeleton, behind: nil)
    }
    starts[rule] = start
    return start
  }

  /// Works out one transition.
  @inline(never)
  private mutating func learn(_ rule: Int, _ state: Int32, _ column: UInt8, _ byte: UInt8)
    -> SkeletonStates.Entry
  {
    guard !isFull, let skeleton = skeleton(of: rule) else { return .match }
    reached.begin(states: skeleton.skeleton.states.count)
    for index in states.closures(state) {
      closures.follow(states.closure(index), byte, skeleton, &reached)
    }
    let entry = enter(rule, skeleton, behind: byte)
    transitions.learn(state, column, entry)
    return entry
  }

  /// The state that the ways in `reached` lead to.
  private mutating func enter(_ rule: Int, _ skeleton: RuleSkeleton, behind byte: UInt8?)
    -> SkeletonStates.Entry
  {
    reached.settle()
    members.removeAll(keepingCapacity: true)
    for way in reached.ways {
      let closure = closures.closure(of: way, behind: byte, rule, skeleton)
      if closure == SkeletonClosures.match { return .match }
      if closure != SkeletonClosures.dead { members.append(closure) }
    }
    SkeletonTables.sort(&members)
    return states.enter(members, rule, closures)
  }

  /// Puts a few numbers in order and leaves each once.
  private static func sort(_ numbers: inout [Int32]) {
    if numbers.count < 2 { return }
    numbers.sort()
    var kept = 1
    for index in 1..<numbers.count where numbers[index] != numbers[kept - 1] {
      numbers[kept] = numbers[index]
      kept += 1
    }
    numbers.removeLast(numbers.count - kept)
  }
}
