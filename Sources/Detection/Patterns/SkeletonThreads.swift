/// Up to four states of a skeleton from all of which there must be a match: that of the expression itself and those of
/// the lookaheads it stands under.
///
/// Packed into one word, sixteen bits each, the largest lowest; 0, the state that is the match, asks for nothing more.
struct SkeletonThreads: Sendable, Hashable, Comparable {
  private(set) var bits: UInt64 = 0

  /// The state that is the match.
  static let match: Int32 = 0

  init() {}

  init(_ state: Int32) { bits = UInt64(UInt16(truncatingIfNeeded: state)) }

  static func < (one: SkeletonThreads, other: SkeletonThreads) -> Bool { one.bits < other.bits }

  /// No state is left: it is a match.
  var isEmpty: Bool { bits == 0 }

  var isSingle: Bool { bits != 0 && bits < 1 << 16 }

  /// The largest state, or the match.
  var first: Int32 { Int32(bits & 0xffff) }

  /// The smallest state, or the match. A skeleton is built from its end, a lookahead's body behind what it stands before:
  /// so this is the one of the expression itself.
  var last: Int32 {
    let lane = (63 - min(63, bits.leadingZeroBitCount)) / 16 * 16
    return Int32(bits >> UInt64(lane) & 0xffff)
  }

  /// All but the largest state.
  var rest: SkeletonThreads {
    var rest = self
    rest.bits >>= 16
    return rest
  }

  /// With one state more. What does not fit is left out: less is asked for then, which is always allowed.
  func with(_ state: Int32) -> SkeletonThreads {
    if state == SkeletonThreads.match { return self }
    if bits == 0 { return SkeletonThreads(state) }
    let new = UInt64(UInt16(truncatingIfNeeded: state))
    var result = SkeletonThreads()
    var rest = bits
    var shift: UInt64 = 0
    var pending = new
    while shift < 64, rest != 0 || pending != 0 {
      let head = rest & 0xffff
      if head == pending { pending = 0 }
      let next = pending > head ? pending : head
      if next == pending, pending != 0 { pending = 0 } else { rest >>= 16 }
      result.bits |= next << shift
      shift += 16
    }
    return result
  }

  /// Whether every state is one of which `holds` is true.
  @inline(__always) func allSatisfy(_ holds: (Int32) -> Bool) -> Bool {
    var left = self
    while !left.isEmpty {
      if !holds(left.first) { return false }
      left = left.rest
    }
    return true
  }

  /// The states that `next` gives for these.
  @inline(__always) func map(_ next: (Int32) -> Int32) -> SkeletonThreads {
    if isSingle { return SkeletonThreads(next(first)) }
    var result = SkeletonThreads()
    var left = self
    while !left.isEmpty {
      result = result.with(next(left.first))
      left = left.rest
    }
    return result
  }
}
