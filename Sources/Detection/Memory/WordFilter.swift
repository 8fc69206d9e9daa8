/// Tells quickly of most words that they are not among some: what it lets pass must still be looked up.
struct WordFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 64)

  /// - Parameter hash: as in `Token.hash`.
  mutating func insert(_ hash: UInt64) {
    bits[WordFilter.word(hash)] |= WordFilter.bit(hash)
  }

  /// Whether a word may be among those inserted: false is certain.
  func mayContain(_ hash: UInt64) -> Bool {
    bits[WordFilter.word(hash)] & WordFilter.bit(hash) != 0
  }

  private static func word(_ hash: UInt64) -> Int { Int((hash >> 23) & 63) }

  private static func bit(_ hash: UInt64) -> UInt64 { 1 << ((hash ^ hash >> 41) & 63) }
}
