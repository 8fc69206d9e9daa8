/// Where rules can match in a block of text.
struct StartList: Sendable {
  /// The most bytes of a block.
  static let largestBlock = 8 * 1024

  /// A rule and a place, which is the lower half; sorted they are in the order of rules and then of the text.
  private(set) var starts: [UInt64] = []

  mutating func removeAll() { starts.removeAll(keepingCapacity: true) }

  mutating func add(_ rule: Int, _ place: Int) {
    starts.append(UInt64(rule) << 32 | UInt64(place))
  }

  mutating func sort() { starts.sort() }

  static func rule(_ start: UInt64) -> Int { Int(start >> 32) }

  static func place(_ start: UInt64) -> Int { Int(start & 0xffff_ffff) }
}
