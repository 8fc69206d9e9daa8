/// What an automaton has learnt of pieces of text: a hash table with open addressing.
struct WordTable: Sendable {
  /// What was learnt of a piece.
  struct Fact {
    /// The state behind it.
    var entry: RuleStates.Entry
    /// Whether some rule may match from inside its run on.
    var hasInner: Bool
  }

  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// 0 for an empty slot.
    var rest: UInt64 = 0
    /// Twice the state, and one more for `hasInner`.
    var state: Int32 = 0
    var mask = ByteMask()
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private(set) var count = 0

  /// What is known of `piece`; nil when nothing is.
  @inline(__always) func fact(of piece: WordPiece) -> Fact? {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: piece.hash) & mask
    while true {
      let slot = slots[place]
      if slot.low == piece.low, slot.rest == piece.rest, slot.high == piece.high {
        return Fact(
          entry: .init(state: slot.state >> 1, mask: slot.mask), hasInner: slot.state & 1 == 1)
      }
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
