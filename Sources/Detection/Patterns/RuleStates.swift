/// The states of a `RuleAutomaton`: which rules may still match, in which state of its own automaton each is, and which
/// have been found able to match on entering it.
///
/// A state is twice its number, and one more where there is something to report on entering it.
struct RuleStates: Sendable {
  /// The state of no rule.
  static let none: Int32 = 0

  /// A rule that may still match.
  struct Member: Sendable, Hashable {
    var rule: Int32
    /// Its state in `SkeletonTables`.
    var state: Int32
  }

  /// A state as walks enter it.
  struct Entry: Sendable {
    var state = RuleStates.none
    /// The bytes with which some match may go on.
    var mask = ByteMask()

    /// Whether a walk that has read `text` up to `place` may come to anything.
    @inline(__always) func goesOn(_ text: Span<UInt8>, _ place: Int) -> Bool {
      place < text.count ? mask.mayContain(text[place]) : state != RuleStates.none
    }
  }

  private var members: [Member] = []
  /// For each member the bytes with which its match may go on: most members end at the next byte, and what says so lies
  /// beside that of the others.
  private var memberMasks: [ByteMask] = []
  private var reports: [Int32] = []
  /// For each state the ends of its members and of its reports.
  private var ends: [(member: Int32, report: Int32)] = [(0, 0)]
  /// For each state the bytes with which some match may go on.
  private var masks = [ByteMask()]
  /// State numbers by hash, -1 for an empty slot.
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  /// States, and members of all of them, that are remembered.
  private static let mostStates = 1 << 18
  private static let mostMembers = 1 << 22

  /// Whether there are as many states as may be.
  var isFull: Bool {
    ends.count > RuleStates.mostStates || members.count > RuleStates.mostMembers
  }

  /// Whether there is something to report on entering a state.
  static func hasReports(_ state: Int32) -> Bool { state & 1 == 1 }

  /// The places of the rules that may still match in a state.
  func members(_ state: Int32) -> Range<Int> {
    let number = Int(state >> 1)
    return number == 0 ? 0..<0 : Int(ends[number - 1].member)..<Int(ends[number].member)
  }

  /// The places of the rules found able to match on entering a state.
  func reports(_ state: Int32) -> Range<Int> {
    let number = Int(state >> 1)
    return number == 0 ? 0..<0 : Int(ends[number - 1].report)..<Int(ends[number].report)
  }

  func member(_ index: Int) -> Member { members[index] }

  /// The bytes with which the match of a member may go on.
  @inline(__always) func memberMask(_ index: Int) -> ByteMask { memberMasks[index] }

  func report(_ index: Int) -> Int { Int(reports[index]) }

  /// The bytes with which some match may go on in a state.
  func mask(_ state: Int32) -> ByteMask { masks[Int(state >> 1)] }

  /// The state for these members and reports, in the order of the rules.
  ///
  /// - Parameter mask: the bytes with which a match of a member may go on.
  mutating func number(
    _ alive: [Member], _ found: [Int32], mask: (Member) -> ByteMask
  ) -> Int32 {
    if alive.isEmpty, found.isEmpty { return RuleStates.none }
    let hash = RuleStates.hash(alive, found)
    var place = hash & (slots.count - 1)
    while slots[place] >= 0 {
      if isSame(slots[place], alive, found) { return slots[place] }
      place = (place + 1) & (slots.count - 1)
    }
    let state = Int32(truncatingIfNeeded: ends.count) << 1 | (found.isEmpty ? 0 : 1)
    let masks = alive.map(mask)
    members += alive
    memberMasks += masks
    reports += found
    ends.append(
      (Int32(truncatingIfNeeded: members.count), Int32(truncatingIfNeeded: reports.count)))
    self.masks.append(masks.reduce(ByteMask()) { $0.union($1) })
    slots[place] = state
    if ends.count * 2 > slots.count { grow() }
    return state
  }

  private func isSame(_ state: Int32, _ alive: [Member], _ found: [Int32]) -> Bool {
    members[members(state)].elementsEqual(alive) && reports[reports(state)].elementsEqual(found)
  }

  private static func hash(_ alive: some Sequence<Member>, _ found: some Sequence<Int32>) -> Int {
    var hash: UInt64 = 0
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
    }
    for member in alive {
      mix(UInt64(UInt32(bitPattern: member.rule)) << 32 | UInt64(UInt32(bitPattern: member.state)))
    }
    for rule in found { mix(UInt64(UInt32(bitPattern: rule)) << 32 | 0xffff_ffff) }
    return Int(truncatingIfNeeded: hash >> 8)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for number in 1..<Int32(truncatingIfNeeded: ends.count) {
      let hasReports = ends[Int(number)].report > ends[Int(number) - 1].report
      let state = number << 1 | (hasReports ? 1 : 0)
      let hash = RuleStates.hash(members[members(state)], reports[reports(state)])
      var place = hash & (slots.count - 1)
      while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = state
    }
  }
}
