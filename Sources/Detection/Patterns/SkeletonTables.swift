import Patterns

/// The skeletons of a search as deterministic automata, made state by state as texts need them: the subset construction,
/// done lazily.
///
/// It belongs to one worker. What it answers depends on the text alone, never on what it has seen before.
struct SkeletonTables: Sendable {
  /// Stands in `next` for a transition not worked out yet.
  static let unknown: Int32 = -1
  /// The state from which no match comes.
  static let dead: Int32 = 0
  /// The state that is a match.
  static let match: Int32 = 1
  /// Transitions of all rules together, four bytes each.
  private static let mostTransitions = 8 << 20
  let skeletons: SkeletonSet
  /// For each state, from the offset that is its number on, the state that follows for each class of bytes and, last,
  /// for the text's end.
  private var next: [Int32] = []
  /// What a state of a rule stands for.
  private struct StateKey: Hashable {
    var rule: Int
    /// Consuming states of the rule's skeleton, ascending: from one of these ways there must be a match.
    var members: [SkeletonThreads]
  }
  private var members: [Int32: [SkeletonThreads]] = [:]
  private var numbers: [StateKey: Int32] = [:]
  /// For each state the bytes that some match goes on with.
  private var masks: [Int32: ByteMask] = [:]
  /// For each rule the state in front of the first byte, or `unknown`.
  private var starts: [Int32]
  private var walk = ClosureWalk()

  init(_ skeletons: SkeletonSet) {
    self.skeletons = skeletons
    // The first two numbers are those of the final states, which have no transitions.
    next = [SkeletonTables.unknown, SkeletonTables.unknown]
    starts = [Int32](repeating: SkeletonTables.unknown, count: skeletons.skeletons.count)
  }

  /// Whether no more can be learnt: what is not known then counts as a match.
  var isFull: Bool { next.count > SkeletonTables.mostTransitions }

  /// The state of `rule` in front of the first byte.
  mutating func start(of rule: Int) -> Int32 {
    starts[rule] == SkeletonTables.unknown ? learnStart(rule) : starts[rule]
  }

  /// The bytes with which a match may go on in a state that is no final one.
  func mask(of state: Int32) -> ByteMask { masks[state] ?? .all }

  /// The state that follows `state` of `rule` behind `byte`; nil is the text's end.
  mutating func next(of rule: Int, _ state: Int32, _ byte: UInt8?) -> Int32 {
    if state <= SkeletonTables.match { return state }
    let column =
      byte.map { Int(skeletons.ruleClasses[rule << 8 &+ Int($0)]) } ?? skeletons.widths[rule] - 1
    let following = next[Int(state) &+ column]
    return following == SkeletonTables.unknown ? learn(rule, state, column) : following
  }

  /// The state that follows `state` of `rule` behind a stretch of text, which may end one behind the text.
  mutating func state(
    of rule: Int, _ state: Int32, behind text: Span<UInt8>, _ stretch: Range<Int>
  ) -> Int32 {
    var state = state
    for place in stretch where state > SkeletonTables.match {
      state = next(of: rule, state, place < text.count ? text[place] : nil)
    }
    return state
  }

  private mutating func learnStart(_ rule: Int) -> Int32 {
    guard let skeleton = skeletons.skeletons[rule] else { return SkeletonTables.match }
    let start = number(rule, walk.closure([SkeletonThreads(skeleton.start)], behind: nil, skeleton))
    starts[rule] = start
    return start
  }

  /// Works out one transition.
  private mutating func learn(_ rule: Int, _ state: Int32, _ column: Int) -> Int32 {
    guard !isFull, let skeleton = skeletons.skeletons[rule], let from = members[state] else {
      return SkeletonTables.match
    }
    let result: Int32
    if column == skeletons.widths[rule] - 1 {
      // Behind the text's end nothing is consumed any more.
      let isMatch = from.contains { way in
        way.allSatisfy { skeleton.states[Int($0)].kind == .bytesOrEnd }
      }
      result = isMatch ? SkeletonTables.match : SkeletonTables.dead
    } else {
      let byte = skeletons.representatives[rule][column]
      let reached = from.filter { way in
        way.allSatisfy { skeleton.sets[Int(skeleton.states[Int($0)].set)].contains(byte) }
      }
      let ways = reached.map { way in way.map { skeleton.states[Int($0)].next } }
      result = number(rule, walk.closure(ways, behind: byte, skeleton))
    }
    next[Int(state) + column] = result
    return result
  }

  /// The state for ways through the skeleton; nil is the match.
  private mutating func number(_ rule: Int, _ closure: [SkeletonThreads]?) -> Int32 {
    guard let closure else { return SkeletonTables.match }
    if closure.isEmpty { return SkeletonTables.dead }
    let key = StateKey(rule: rule, members: closure)
    if let number = numbers[key] { return number }
    let number = Int32(truncatingIfNeeded: next.count)
    members[number] = closure
    numbers[key] = number
    masks[number] = skeletons.mask(of: closure, rule)
    next.append(
      contentsOf: repeatElement(SkeletonTables.unknown, count: skeletons.widths[rule]))
    return number
  }
}
