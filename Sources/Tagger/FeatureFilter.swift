/// Tells of most keys that no feature with weights has them, from a table that fits into the processor's nearest caches:
/// what it lets pass must still be looked up.
struct FeatureFilter: Sendable {
  /// The table's bits, as a power of two: some eight for each feature of a large model.
  private static let bits = 19

  private(set) var words = [UInt64](repeating: 0, count: 1 << (bits - 6))

  mutating func insert(_ key: UInt32) {
    let place = FeatureFilter.place(of: key)
    words[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// 1 for a key that may be known, 0 for one that is not.
  @inline(__always)
  static func answer(_ key: UInt32, _ words: UnsafeBufferPointer<UInt64>) -> Int {
    let place = place(of: key)
    return unsafe Int(words[place >> 6] >> UInt64(place & 63) & 1)
  }

  /// The highest bits of the product that finds a key's group as well.
  @inline(__always) private static func place(of key: UInt32) -> Int {
    Int(key &* 0x9e37_79b1) &>> (32 - bits)
  }
}
