/// The transitions within the first bytes of words that an automaton has learnt, by state and class of the byte read: a hash
/// table with open addressing, since a state has few of the many it could have.
struct ByteTable: Sendable {
  private struct Slot {
    /// 0 for an empty slot.
    var key: UInt32 = 0
    var entry = RuleStates.Entry()
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private(set) var count = 0

  /// Where a byte of class `column` leads from `state`, which is not that of no rule; nil when that was not learnt.
  @inline(__always) func next(_ state: Int32, _ column: Int) -> RuleStates.Entry? {
    let key = ByteTable.key(state, column)
    let mask = slots.count &- 1
    var place = ByteTable.hash(key) & mask
    while true {
      let slot = slots[place]
      if slot.key == key { return slot.entry }
      if slot.key == 0 { return nil }
      place = (place &+ 1) & mask
    }
  }

  mutating func learn(_ state: Int32, _ column: Int, _ entry: RuleStates.Entry) {
    if count * 3 >= slots.count { grow() }
    put(Slot(key: ByteTable.key(state, column), entry: entry))
    count += 1
  }

  /// A state is twice its number and one more, or not, which its number tells.
  @inline(__always) private static func key(_ state: Int32, _ column: Int) -> UInt32 {
    UInt32(bitPattern: state >> 1) << 8 | UInt32(truncatingIfNeeded: column)
  }

  @inline(__always) private static func hash(_ key: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9e37_79b9_7f4a_7c15) >> 36)
  }

  private mutating func put(_ slot: Slot) {
    let mask = slots.count - 1
    var place = ByteTable.hash(slot.key) & mask
    while slots[place].key != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key != 0 { put(slot) }
  }
}
