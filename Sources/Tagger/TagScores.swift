/// The sums of the weights of some features, a label each: the even labels' and the odd ones' apart, so that a row of
/// bytes widens in four instructions.
///
/// Sums wrap around, so that any order of adding gives the same.
package struct TagScores: Sendable, Hashable {
  @usableFromInline var even: SIMD8<Int16>
  @usableFromInline var odd: SIMD8<Int16>

  /// The sums of no features.
  @inlinable package init() {
    even = .zero
    odd = .zero
  }

  /// Adds the sums of other features.
  @inlinable package mutating func add(_ other: TagScores) {
    even &+= other.even
    odd &+= other.odd
  }

  /// Adds a row of weights, a byte each.
  @inline(__always) mutating func add(_ row: SIMD8<UInt16>) {
    even &+= SIMD8<Int16>(truncatingIfNeeded: row &<< 8) &>> 8
    odd &+= SIMD8<Int16>(truncatingIfNeeded: row) &>> 8
  }

  /// The score of a label.
  @inline(__always) subscript(lane: Int) -> Int16 {
    lane & 1 == 0 ? even[lane / 2] : odd[lane / 2]
  }

  var highest: Int16 { even.replacing(with: odd, where: odd .> even).max() }
}
