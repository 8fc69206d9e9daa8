/// The hash under which words and phrases stand in the compiled lexicon: 64-bit FNV-1a over folded bytes.
///
/// Folded means: ASCII lower case, accents removed (`Folding`), apostrophes left out. A phrase is its words joined by
/// one space. The hash is incremental so that a tokenizer computes it while it scans, and so that the hash of
/// `new york` continues that of `new`.
package enum WordHash {
  /// The hash of nothing, to start from.
  package static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Continues `hash` with one byte that is already folded.
  @inlinable package static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The hash of a phrase one word longer: `hash`, a space, then `word`'s folded bytes.
  @inlinable package static func phrase(_ hash: UInt64, _ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(combine(hash, 0x20), combine)
  }

  /// The hash of folded bytes.
  @inlinable package static func of(_ folded: some Sequence<UInt8>) -> UInt64 {
    folded.reduce(seed, combine)
  }
}
