import Patterns

/// A set of bytes as 32 bits, one for all bytes with the same low five: it may hold more than were put in.
struct ByteMask: Sendable, Hashable {
  private(set) var bits: UInt32 = 0

  static let all = ByteMask(bits: .max)

  /// Whether `byte` may be in the set: false is certain.
  @inline(__always) func mayContain(_ byte: UInt8) -> Bool { bits >> UInt32(byte & 31) & 1 == 1 }

  func union(_ other: ByteMask) -> ByteMask { ByteMask(bits: bits | other.bits) }

  func intersection(_ other: ByteMask) -> ByteMask { ByteMask(bits: bits & other.bits) }
}

extension ByteMask {
  init(_ set: ByteSet) {
    for quarter in set.quarters {
      bits |= UInt32(truncatingIfNeeded: quarter | quarter >> 32)
    }
  }
}
