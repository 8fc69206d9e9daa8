/// A set of byte values.
package struct ByteSet: Sendable, Hashable {
  @usableFromInline var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  package init() {}

  /// - Parameter quarters: 64 bits for 64 bytes each, that of the lowest byte lowest.
  package init(quarters: (UInt64, UInt64, UInt64, UInt64)) { words = quarters }

  /// The set as bits, 64 bytes each.
  package var quarters: [UInt64] { [words.0, words.1, words.2, words.3] }

  /// One of the `quarters`.
  package func quarter(_ number: Int) -> UInt64 {
    switch number {
    case 0: words.0
    case 1: words.1
    case 2: words.2
    default: words.3
    }
  }

  package init(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  package static let all = ByteSet(0...0xff)
  package static let ascii = ByteSet(0...0x7f)
  /// `\w` without Unicode properties.
  package static let word = digits.union(ByteSet("_".utf8)).union(
    ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z"))
  ).union(ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z")))
  package static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
  /// First bytes of characters outside ASCII.
  package static let leads = ByteSet(0xc2...0xf4)
  /// First bytes of all characters.
  package static let firsts = ascii.union(leads)
  /// Line ends of one byte.
  package static let lineEnds = ByteSet([0x0a, 0x0d])

  package var isEmpty: Bool { words == (0, 0, 0, 0) }

  @inlinable
  package func contains(_ byte: UInt8) -> Bool {
    let bit = UInt64(1) << UInt64(byte & 63)
    return switch byte >> 6 {
    case 0: words.0 & bit != 0
    case 1: words.1 & bit != 0
    case 2: words.2 & bit != 0
    default: words.3 & bit != 0
    }
  }

  package mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  package func union(_ other: ByteSet) -> ByteSet {
    combined(other, |)
  }

  package func intersection(_ other: ByteSet) -> ByteSet {
    combined(other, &)
  }

  package func subtracting(_ other: ByteSet) -> ByteSet {
    combined(other) { $0 & ~$1 }
  }

  package func isSubset(of other: ByteSet) -> Bool { subtracting(other).isEmpty }

  /// With the other case of every ASCII letter in it.
  var caseless: ByteSet {
    var set = self
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      if contains(byte) { set.insert(byte & 0xdf) }
      if contains(byte & 0xdf) { set.insert(byte) }
    }
    return set
  }

  private func combined(_ other: ByteSet, _ operation: (UInt64, UInt64) -> UInt64) -> ByteSet {
    var set = ByteSet()
    set.words = (
      operation(words.0, other.words.0), operation(words.1, other.words.1),
      operation(words.2, other.words.2), operation(words.3, other.words.3)
    )
    return set
  }

  package static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}
