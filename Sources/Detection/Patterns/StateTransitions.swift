/// The transitions of `SkeletonTables` that were worked out, by state and class of the byte read: a hash table with open
/// addressing, since a state has few of the many it could have.
struct StateTransitions: Sendable {
  /// Sixteen bytes: with the entry as one value, as in `ByteTable`, it would be 24, and this table is what walks wait for.
  private struct Slot {
    /// 0 for an empty slot.
    var key: UInt32 = 0
    var state = SkeletonStates.dead
    var mask = ByteMask()
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private(set) var count = 0

  /// Where a byte of class `column` leads from a state that is no final one; nil when that was not worked out.
  @inline(__always) func next(_ state: Int32, _ column: UInt8) -> SkeletonStates.Entry? {
    let key = StateTransitions.key(state, column)
    let mask = slots.count &- 1
    var place = StateTransitions.home(key) & mask
    while true {
      let slot = slots[place]
      if slot.key == key { return SkeletonStates.Entry(state: slot.state, mask: slot.mask) }
      if slot.key == 0 { return nil }
      place = (place &+ 1) & mask
    }
  }

  mutating func learn(_ state: Int32, _ column: UInt8, _ entry: SkeletonStates.Entry) {
    if (count + 1) * 3 > slots.count * 2 { grow() }
    put(Slot(key: StateTransitions.key(state, column), state: entry.state, mask: entry.mask))
    count += 1
  }

  @inline(__always) private static func key(_ state: Int32, _ column: UInt8) -> UInt32 {
    UInt32(bitPattern: state >> 1) << 8 | UInt32(column)
  }

  /// What a state has for classes that lie side by side lies side by side: those of frequent bytes do.
  @inline(__always) private static func home(_ key: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(key >> 8) &* 0x9e37_79b9_7f4a_7c15) >> 36) &+ Int(key & 0xff)
  }

  private mutating func put(_ slot: Slot) {
    let mask = slots.count - 1
    var place = StateTransitions.home(slot.key) & mask
    while slots[place].key != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key != 0 { put(slot) }
  }
}
