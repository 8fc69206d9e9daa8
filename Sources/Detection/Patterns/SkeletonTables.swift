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
  /// Those of `skeletons`, near at hand.
  private let classes: [UInt8]
  /// For each state, from the offset that it is called by on, the state that follows for each class of bytes and, last,
  /// for the text's end; and right before the offset its number in `states` twice, and one more where a text may stop.
  private var next: [Int32] = []
  private var states = SkeletonStates()
  /// For each rule the state in front of the first byte, or `unknown`.
  private var starts: [Int32]
  /// The skeletons asked for so far.
  private var known: [RuleSkeleton?]
  private var walk = ClosureWalk()

  init(_ skeletons: SkeletonSet) {
    self.skeletons = skeletons
    classes = skeletons.ruleClasses
    // The first two numbers are those of the final states, which have no transitions.
    next = [SkeletonTables.unknown, SkeletonTables.unknown]
    starts = [Int32](repeating: SkeletonTables.unknown, count: skeletons.isKnown.count)
    known = [RuleSkeleton?](repeating: nil, count: starts.count)
  }

  /// Whether no more can be learnt: what is not known then counts as a match.
  var isFull: Bool { next.count > SkeletonTables.mostTransitions }

  /// The state of `rule` in front of the first byte.
  mutating func start(of rule: Int) -> Int32 {
    starts[rule] == SkeletonTables.unknown ? learnStart(rule) : starts[rule]
  }

  /// The bytes with which a match may go on in a state that is no final one.
  func mask(of state: Int32) -> ByteMask {
    state > SkeletonTables.match ? states.mask(Int(next[Int(state) - 1] >> 1)) : .all
  }

  /// Whether what was read up to a state that is no final one may be all.
  func mayStop(in state: Int32) -> Bool { next[Int(state) - 1] & 1 == 1 }

  /// The state that follows `state` of `rule` behind `byte`; nil is the text's end.
  mutating func next(of rule: Int, _ state: Int32, _ byte: UInt8?) -> Int32 {
    if state <= SkeletonTables.match { return state }
    let column = byte.map { Int(classes[rule << 8 &+ Int($0)]) } ?? skeletons.widths[rule] - 1
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

  private mutating func skeleton(of rule: Int) -> RuleSkeleton? {
    if known[rule] == nil { known[rule] = skeletons.skeleton(of: rule) }
    return known[rule]
  }

  private mutating func learnStart(_ rule: Int) -> Int32 {
    guard let skeleton = skeleton(of: rule)?.skeleton else {
      starts[rule] = SkeletonTables.match
      return SkeletonTables.match
    }
    walk.begin(skeleton)
    walk.add(SkeletonThreads(skeleton.start))
    let start = close(rule, behind: nil)
    starts[rule] = start
    return start
  }

  /// Works out one transition.
  private mutating func learn(_ rule: Int, _ state: Int32, _ column: Int) -> Int32 {
    guard !isFull, let known = skeleton(of: rule) else { return SkeletonTables.match }
    let skeleton = known.skeleton
    let ways = states.ways(Int(next[Int(state) - 1] >> 1))
    let result: Int32
    if column == skeletons.widths[rule] - 1 {
      // Behind the text's end nothing is consumed any more.
      let isMatch = ways.contains { way in
        states.way(way).allSatisfy { skeleton.states[Int($0)].kind == .bytesOrEnd }
      }
      result = isMatch ? SkeletonTables.match : SkeletonTables.dead
    } else {
      let byte = skeletons.representatives[rule][column]
      walk.begin(skeleton)
      for index in ways {
        let way = states.way(index)
        guard known.takes(way, byte) else { continue }
        walk.add(way.map { skeleton.states[Int($0)].next })
      }
      result = close(rule, behind: byte)
    }
    next[Int(state) + column] = result
    return result
  }

  /// The state for the closure of the ways that were added to `walk`.
  private mutating func close(_ rule: Int, behind byte: UInt8?) -> Int32 {
    guard let known = known[rule], walk.close(behind: byte, known.skeleton) else {
      return SkeletonTables.match
    }
    if walk.result.isEmpty { return SkeletonTables.dead }
    if let row = states.row(rule, walk.result) { return row }
    let row = Int32(truncatingIfNeeded: next.count + 1)
    let number = states.add(rule, walk.result, row: row, mask: known.mask(of: walk.result))
    next.append(number << 1 | (known.mayStop(in: walk.result) ? 1 : 0))
    next.append(
      contentsOf: repeatElement(SkeletonTables.unknown, count: skeletons.widths[rule]))
    return row
  }
}
