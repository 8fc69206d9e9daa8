/// The closures worked out so far: a hash table with open addressing.
struct ClosureMemory: Sendable {
  /// A way through the skeleton of a rule behind a kind of byte.
  struct Key: Sendable {
    fileprivate var way: UInt64
    fileprivate var place: UInt32

    init(_ way: SkeletonThreads, _ rule: Int, _ kind: Int) {
      self.way = way.bits
      place = UInt32(truncatingIfNeeded: rule << 9 | kind)
    }
  }

  private struct Slot {
    var way: UInt64 = 0
    var place: UInt32 = 0
    /// -1 for an empty slot.
    var closure: Int32 = -1

    var hash: Int {
      var hash = (way ^ UInt64(place) << 40) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
      return Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 33)
    }
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 8)
  private var count = 0

  /// The closure for `key`; nil when it was not worked out.
  func closure(_ key: Key) -> Int32? {
    var place = Slot(way: key.way, place: key.place).hash & (slots.count &- 1)
    while slots[place].closure >= 0 {
      let slot = slots[place]
      if slot.way == key.way, slot.place == key.place { return slot.closure }
      place = (place &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Notes a closure that is not there yet.
  mutating func learn(_ key: Key, _ closure: Int32) {
    if (count + 1) * 3 > slots.count * 2 { grow() }
    put(Slot(way: key.way, place: key.place, closure: closure))
    count += 1
  }

  private mutating func put(_ slot: Slot) {
    var place = slot.hash & (slots.count - 1)
    while slots[place].closure >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.closure >= 0 { put(slot) }
  }
}
