import Patterns

/// The skeletons of a search as deterministic automata, made state by state as texts need them: the subset construction,
/// done lazily.
///
/// It belongs to one worker. What it answers depends on the text alone, never on what it has seen before.
struct SkeletonTables: Sendable {
  /// Stands in `next` for a transition not worked out yet.
  private static let unknown: Int32 = -1
  /// The state from which no match comes.
  private static let dead: Int32 = 0
  /// The state that is a match.
  private static let match: Int32 = 1
  /// Transitions of all rules together; when there are more, the tables begin anew. Four bytes each.
  private static let mostTransitions = 8 << 20
  /// A place is given to PCRE2 after so many bytes without a decision, or long lines would be read again and again.
  private static let mostBytes = 256

  let skeletons: SkeletonSet
  /// For each state, from the offset that is its number on, the state that follows for each class of bytes and, last,
  /// for the text's end.
  private var next: [Int32] = []
  /// What a state of a rule stands for.
  private struct StateKey: Hashable {
    var rule: Int
    /// Consuming states of the rule's skeleton, ascending.
    var members: [Int32]
  }
  private var members: [Int32: [Int32]] = [:]
  private var numbers: [StateKey: Int32] = [:]
  /// For each rule the state in front of the first byte, or `unknown`.
  private var starts: [Int32]
  private var walk = ClosureWalk()

  init(_ skeletons: SkeletonSet) {
    self.skeletons = skeletons
    starts = []
    reset()
  }

  /// Whether `rule` may match at `offset`: false is certain.
  mutating func allowsMatch(of rule: Int, in text: Span<UInt8>, at offset: Int) -> Bool {
    let classes = rule << 8
    let end = min(text.count, offset &+ SkeletonTables.mostBytes)
    var place = offset
    var state = starts[rule]
    if state == SkeletonTables.unknown { state = learnStart(rule) }
    while state > SkeletonTables.match {
      guard place < end || end == text.count else { return true }
      let column =
        place < end
        ? Int(skeletons.classes[classes &+ Int(text[place])]) : skeletons.widths[rule] &- 1
      var following = next[Int(state) &+ column]
      if following == SkeletonTables.unknown {
        guard let learnt = learn(rule, state, column) else { return true }
        following = learnt
      }
      state = following
      place &+= 1
    }
    return state == SkeletonTables.match
  }

  private mutating func reset() {
    // The first two numbers are those of the final states, which have no transitions.
    next = [SkeletonTables.unknown, SkeletonTables.unknown]
    members = [:]
    numbers = [:]
    starts = [Int32](repeating: SkeletonTables.unknown, count: skeletons.skeletons.count)
  }

  private mutating func learnStart(_ rule: Int) -> Int32 {
    guard let skeleton = skeletons.skeletons[rule] else { return SkeletonTables.match }
    let start = number(rule, walk.closure([skeleton.start], skeleton))
    starts[rule] = start
    return start
  }

  /// Works out one transition; nil when the tables were full and begin anew.
  private mutating func learn(_ rule: Int, _ state: Int32, _ column: Int) -> Int32? {
    guard let skeleton = skeletons.skeletons[rule], let from = members[state] else {
      return SkeletonTables.match
    }
    if next.count > SkeletonTables.mostTransitions {
      reset()
      return nil
    }
    let result: Int32
    if column == skeletons.widths[rule] - 1 {
      // Behind the text's end nothing is consumed any more.
      let isMatch = from.contains { skeleton.states[Int($0)].kind == .bytesOrEnd }
      result = isMatch ? SkeletonTables.match : SkeletonTables.dead
    } else {
      let byte = skeletons.representatives[rule][column]
      let reached = from.filter {
        skeleton.sets[Int(skeleton.states[Int($0)].set)].contains(byte)
      }
      result = number(
        rule, walk.closure(reached.map { skeleton.states[Int($0)].next }, skeleton))
    }
    next[Int(state) + column] = result
    return result
  }

  /// The state for a set of the skeleton's states; nil is the match.
  private mutating func number(_ rule: Int, _ closure: [Int32]?) -> Int32 {
    guard let closure else { return SkeletonTables.match }
    if closure.isEmpty { return SkeletonTables.dead }
    let key = StateKey(rule: rule, members: closure)
    if let number = numbers[key] { return number }
    let number = Int32(truncatingIfNeeded: next.count)
    members[number] = closure
    numbers[key] = number
    next.append(
      contentsOf: repeatElement(SkeletonTables.unknown, count: skeletons.widths[rule]))
    return number
  }
}
