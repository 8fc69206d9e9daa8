import Detection

/// The unit behind an age that is written as "90 or older", which needs none: `93 y/o` is `90 or older`.
///
/// A unit with a hyphen stays, because it makes the noun or adjective: `a 90-or-older-year-old`.
enum AgeUnit {
  private static let units = [
    "years of age", "years old", "year old", "yrs old", "yr old", "years", "y/o", "y.o.", "yo",
    "yrs", "yr",
  ].map { Array($0.utf8) }

  /// Where the unit ends that begins a blank behind `index`; `index` where there is none.
  static func end(behind index: Int, in text: [UInt8]) -> Int {
    guard index < text.count, text[index] == 0x20 else { return index }
    let words = text[(index + 1)...]
    for unit in units
    where words.prefix(unit.count).elementsEqual(unit, by: { $0 | 0x20 == $1 | 0x20 }) {
      let end = index + 1 + unit.count
      if end == text.count || !continues(text[end]) { return end }
    }
    return index
  }

  /// Whether a byte goes on with the word before it.
  private static func continues(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte >= 0x80 || byte == 0x2d
  }
}
