import Patterns

/// What the ways through skeletons reach without a byte, worked out once for each and shared by all states that hold it.
///
/// A closure is worked out for one way alone. What it reaches may depend on the byte before: it is kept for each kind of
/// byte that the skeleton's assertions tell apart, and twice at most where they come to the same.
struct SkeletonClosures: Sendable {
  /// From here no match comes.
  static let dead: Int32 = 0
  /// Here is the match.
  static let match: Int32 = 1
  /// Closures with something in them are numbered from here on.
  private static let first: Int32 = 2

  /// What is to be known of a closure at a glance.
  struct Summary: Sendable {
    /// The bytes with which some of its ways may go on.
    var mask = ByteMask()
    /// Whether a text may stop in it.
    var mayStop = false
    /// Whether it comes to a match at the text's end.
    var mayEnd = false

    mutating func add(_ other: Summary) {
      mask = mask.union(other.mask)
      mayStop = mayStop || other.mayStop
      mayEnd = mayEnd || other.mayEnd
    }
  }

  /// The consuming states that each closure reaches: from one of these ways there must be a match.
  private var lists = ListTable<SkeletonThreads>()
  /// For each of these ways the bytes with which it may go on.
  private var masks: [ByteMask] = []
  private var summaries: [Summary] = []
  private var known = ClosureMemory()
  private var walk = ClosureWalk()

  /// How many ways are kept.
  var size: Int { masks.count }

  @inline(__always) func summary(_ closure: Int32) -> Summary {
    summaries[Int(closure &- SkeletonClosures.first)]
  }

  /// Adds to `reached` where the ways of a closure lead behind `byte`.
  func follow(
    _ closure: Int32, _ byte: UInt8, _ skeleton: RuleSkeleton, _ reached: inout WayList
  ) {
    let number = Int(closure &- SkeletonClosures.first)
    guard summaries[number].mask.mayContain(byte) else { return }
    for index in lists.places(number) where masks[index].mayContain(byte) {
      let way = lists.elements[index]
      if skeleton.takes(way, byte) { reached.add(skeleton.following(way)) }
    }
  }

  /// The closure of a way through the skeleton of `rule`.
  ///
  /// - Parameter byte: the one before; nil at the start, where it is not known.
  mutating func closure(
    of way: SkeletonThreads, behind byte: UInt8?, _ rule: Int, _ skeleton: RuleSkeleton
  ) -> Int32 {
    if way.isEmpty { return SkeletonClosures.match }
    let key = ClosureMemory.Key(way, rule, skeleton.kind(of: byte))
    if let closure = known.closure(key) { return closure }
    let closure = workOut(way, behind: byte, rule, skeleton)
    known.learn(key, closure)
    return closure
  }

  private mutating func workOut(
    _ way: SkeletonThreads, behind byte: UInt8?, _ rule: Int, _ skeleton: RuleSkeleton
  ) -> Int32 {
    // In the middle of a word a way mostly leads to the next byte and nothing else.
    if skeleton.consumes(way) { return number(of: [way], rule, skeleton) }
    walk.begin(skeleton.skeleton)
    walk.add(way)
    guard walk.close(behind: byte, skeleton.skeleton) else { return SkeletonClosures.match }
    return walk.result.isEmpty ? SkeletonClosures.dead : number(of: walk.result, rule, skeleton)
  }

  private mutating func number(of ways: [SkeletonThreads], _ rule: Int, _ skeleton: RuleSkeleton)
    -> Int32
  {
    let number = lists.number(of: ways, rule)
    if number == lists.count {
      lists.add(ways, rule)
      note(ways, skeleton)
    }
    return Int32(truncatingIfNeeded: number) &+ SkeletonClosures.first
  }

  private mutating func note(_ ways: [SkeletonThreads], _ skeleton: RuleSkeleton) {
    var summary = Summary()
    for way in ways {
      let mask = skeleton.mask(of: way)
      masks.append(mask)
      summary.add(
        Summary(mask: mask, mayStop: skeleton.isStop(way), mayEnd: skeleton.mayEnd(way)))
    }
    summaries.append(summary)
  }
}
