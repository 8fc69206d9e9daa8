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
    var key: [UInt8] = []
    var pendingSpace = false
    func append(_ byte: UInt8) {
      let lower = byte | (byte >= 0x41 && byte <= 0x5a ? 0x20 : 0)
      let isWord =
        (lower >= 0x61 && lower <= 0x7a) || (lower >= 0x30 && lower <= 0x39) || lower >= 0x80
      if lower == 0x27 { return }
      guard isWord else {
        pendingSpace = !key.isEmpty
        return
      }
      if pendingSpace { key.append(0x20) }
      pendingSpace = false
      key.append(lower)
    }
    for scalar in text.unicodeScalars {
      guard let packed = fold(scalar.value) else {
        for byte in String(scalar).utf8 { append(byte) }
        continue
      }
      var rest = packed
      while rest != 0 {
        append(UInt8(rest & 0xff))
        rest >>= 8
      }
    }
    return key
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
