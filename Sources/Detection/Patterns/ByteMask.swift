import Patterns

/// A set of bytes as 64 bits: one for each ASCII letter, the others for what stands beside words. It may hold more bytes
/// than were put in.
struct ByteMask: Sendable, Hashable {
  private(set) var bits: UInt64 = 0

  static let all = ByteMask(bits: .max)

  /// Whether `byte` may be in the set: false is certain.
  @inline(__always) func mayContain(_ byte: UInt8) -> Bool { bits & ByteMask.bit(of: byte) != 0 }

  /// Whether some byte may be in both.
  @inline(__always) func meets(_ other: ByteMask) -> Bool { bits & other.bits != 0 }

  func union(_ other: ByteMask) -> ByteMask { ByteMask(bits: bits | other.bits) }

  func intersection(_ other: ByteMask) -> ByteMask { ByteMask(bits: bits & other.bits) }

  /// The bit of a byte. Letters have the places that their low six bits say, turned about so that those of the small ones
  /// come first; all else shares the places that are left.
  @inline(__always) static func bit(of byte: UInt8) -> UInt64 { 1 << UInt64(place(of: byte)) }

  private static func place(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x80...: 63
    case 0x40...: byte & 0x1f | ~byte & 0x20
    case 0x30...0x39: 27
    case 0x20: 28
    case ..<0x20: 29
    case UInt8(ascii: ","): 30
    case UInt8(ascii: "."): 31
    case UInt8(ascii: "-"): 59
    case UInt8(ascii: "/"): 60
    case UInt8(ascii: ":"): 61
    default: 62
    }
  }
}

extension ByteMask {
  init(of byte: UInt8) { bits = ByteMask.bit(of: byte) }

  init(_ set: ByteSet) {
    // The letters' places are theirs among 64 with both halves changed.
    let letters = set.quarter(1)
    bits = letters << 32 | letters >> 32
    var others = set.quarter(0)
    while others != 0 {
      bits |= ByteMask.bit(of: UInt8(truncatingIfNeeded: others.trailingZeroBitCount))
      others &= others &- 1
    }
    if set.quarter(2) | set.quarter(3) != 0 { bits |= ByteMask.bit(of: 0x80) }
  }
}
