/// The places that rules were read from last. It forgets: what it says was tried was, what it says was not may have been.
struct TriedPlaces: Sendable {
  private static let count = 1 << 12
  /// By hash, a rule and a place.
  private var slots = [UInt64](repeating: .max, count: TriedPlaces.count)

  mutating func removeAll() {
    for index in slots.indices { slots[index] = .max }
  }

  /// Notes a place; false when it was known.
  mutating func insert(_ rule: Int, _ place: Int) -> Bool {
    let key = UInt64(truncatingIfNeeded: rule) << 40 ^ UInt64(truncatingIfNeeded: place)
    let slot =
      Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & (TriedPlaces.count &- 1)
    if slots[slot] == key { return false }
    slots[slot] = key
    return true
  }
}
