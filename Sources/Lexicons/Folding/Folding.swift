/// Folds code points to the ASCII that lexicons and patterns are written in.
///
/// The tables come from the Unicode Character Database: compatibility decomposition without combining marks, plus
/// typographic quotes, dashes and spaces. Letters of other scripts stay, save look-alikes inside a Latin word.
package enum Folding {
  /// What `codePoint` folds to: up to three ASCII bytes packed lowest first, 0 to drop it, nil to keep it.
  package static func fold(_ codePoint: UInt32) -> UInt32? {
    if codePoint < 0x80 { return codePoint }
    return search(codePoint, FoldingTable.codePoints, FoldingTable.values)
  }

  /// The Latin letter that a Cyrillic, Greek or other letter imitates, if any.
  package static func lookalike(_ codePoint: UInt32) -> UInt32? {
    search(codePoint, FoldingTable.lookalikes, FoldingTable.lookalikeValues)
  }

  /// The folded, lower-case bytes of a word or phrase as the compiled lexicon keys it: apostrophes dropped, runs of
  /// anything that is no letter or digit made one space, code points without an ASCII form kept as UTF-8.
  package static func key(_ text: String) -> [UInt8] {
    var key = FoldedKey()
    for scalar in text.unicodeScalars {
      guard var packed = fold(scalar.value) else {
        for byte in String(scalar).utf8 { key.append(byte) }
        continue
      }
      while packed != 0 {
        key.append(UInt8(packed & 0xff))
        packed >>= 8
      }
    }
    return key.bytes
  }

  /// `key` of UTF-8; ASCII, which the lists mostly are, takes a short way.
  static func key(utf8: ArraySlice<UInt8>) -> [UInt8] {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return key(String(decoding: utf8, as: UTF8.self)) }
    var key = FoldedKey()
    for byte in utf8 { key.append(byte) }
    return key.bytes
  }

  private static func search(_ needle: UInt32, _ keys: [UInt32], _ values: [UInt32]) -> UInt32? {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < needle { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == needle ? values[low] : nil
  }
}

/// Builds the key of a word or phrase from bytes that are folded already.
struct FoldedKey {
  private(set) var bytes: [UInt8] = []
  private var pendingSpace = false

  mutating func append(_ byte: UInt8) {
    if byte == 0x27 { return }
    let lower = byte | (byte >= 0x41 && byte <= 0x5a ? 0x20 : 0)
    let isWord =
      (lower >= 0x61 && lower <= 0x7a) || (lower >= 0x30 && lower <= 0x39) || lower >= 0x80
    guard isWord else {
      pendingSpace = !bytes.isEmpty
      return
    }
    if pendingSpace { bytes.append(0x20) }
    pendingSpace = false
    bytes.append(lower)
  }
}
