/// All that questions about one token by itself can be answered with, packed: equal keys have equal answers.
struct TraitsKey: Sendable, Hashable {
  /// Classes (40 bits), layout (6), coarse (7), letters (4).
  let first: UInt64
  /// Word (32), shape (16), lexicon (16).
  let second: UInt64
  /// The first and the last four letters, from which the shorter affixes follow.
  let third: UInt64

  @inline(__always)
  init(_ traits: TokenTraits) {
    first =
      traits.classes | UInt64(traits.layout) << 40 | UInt64(traits.coarse) << 46
      | UInt64(traits.affixes.count) << 53
    second = UInt64(traits.word) | UInt64(traits.shape) << 32 | UInt64(traits.lexicon) << 48
    third = UInt64(traits.affixes.prefixOf4) | UInt64(traits.affixes.suffixOf4) << 32
  }

  @inline(__always) var hash: Int {
    var mixed = (second ^ first &* 0xbf58_476d_1ce4_e5b9) &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ mixed >> 32 ^ third) &* 0x94d0_49bb_1331_11eb
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}
