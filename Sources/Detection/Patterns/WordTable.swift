/// What an automaton has learnt of pieces of text: a hash table with open addressing.
struct WordTable: Sendable {
  /// What was learnt of a piece.
  struct Fact {
    /// The state behind it.
    var entry: RuleStates.Entry
    /// Whether some rule may match from inside its run on.
    var hasInner: Bool
  }

  struct Slot: Sendable {
    fileprivate var low: UInt64 = 0
    fileprivate var high: UInt64 = 0
    /// 0 for an empty slot.
    fileprivate var rest: UInt64 = 0
    /// Twice the state, and one more for `hasInner`.
    fileprivate var state: Int32 = 0
    fileprivate var mask = ByteMask()

    /// What is known of `piece`, when this is its slot.
    @inline(__always) func fact(of piece: WordPiece) -> Fact? {
      guard low == piece.low, rest == piece.rest, high == piece.high else { return nil }
      return Fact(entry: .init(state: state >> 1, mask: mask), hasInner: state & 1 == 1)
    }
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private(set) var count = 0

  /// The slot at which the search for a piece begins; mostly it is the one.
  @inline(__always) func home(of piece: WordPiece) -> Slot {
    slots[Int(truncatingIfNeeded: piece.hash) & (slots.count &- 1)]
  }

  /// What is known of `piece`; nil when nothing is.
  @inline(__always) func fact(of piece: WordPiece) -> Fact? {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: piece.hash) & mask
    while true {
      let slot = slots[place]
      if let fact = slot.fact(of: piece) { return fact }
      if slot.rest == 0 { return nil }
      place = (place &+ 1) & mask
    }
  }

  /// - Parameter piece: one not learnt yet.
  mutating func learn(_ piece: WordPiece, _ fact: Fact) {
    if count * 2 >= slots.count { grow() }
    put(
      Slot(
        low: piece.low, high: piece.high, rest: piece.rest,
        state: fact.entry.state << 1 | (fact.hasInner ? 1 : 0), mask: fact.entry.mask), piece.hash)
    count += 1
  }

  private mutating func put(_ slot: Slot, _ hash: UInt64) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].rest != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.rest != 0 {
      put(slot, WordPiece.hash(slot.low, slot.high, slot.rest))
    }
  }
}
