/// Tells Windows-1252 and Latin-1 from the other 8-bit encodings (code page 437 and 850, Mac Roman, ISO 8859-2, the
/// Cyrillic and East Asian ones), which any byte sequence could be read as.
///
/// A name read in the wrong encoding falls apart (`M\u{201d}ller`, `Paw\u{b3}owski`) and its halves would be released, so a
/// byte that stands where Western text does not have it makes the file undecidable.
enum WesternText {
  private enum Kind {
    case lower, upper, symbol, other
  }

  private static let kinds: [Kind] = (0...255).map { kind(of: UInt8($0)) }

  /// The longest run of letters beyond ASCII a Western word has; Cyrillic words are longer.
  private static let longestRun = 2

  /// The byte offset at which `bytes` stops looking like Windows-1252; nil when all of it does.
  static func firstDoubt(in bytes: [UInt8]) -> Int? {
    var run = 0
    for index in bytes.indices where bytes[index] >= 0x80 {
      guard Windows1252.scalar(of: bytes[index]) != nil else { return index }
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      let letter = isLetter(bytes[index])
      run = letter ? (before >= 0x80 ? run + 1 : 1) : 0
      if run > longestRun { return index }
      if kinds[Int(bytes[index])] == .symbol, isLetter(before), isLetter(after) { return index }
      if kinds[Int(bytes[index])] == .upper, kinds[Int(before)] == .lower { return index }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    kinds[Int(byte)] == .lower || kinds[Int(byte)] == .upper
  }

  private static func kind(of byte: UInt8) -> Kind {
    switch byte {
    case 0x61...0x7a, 0x9a, 0x9c, 0x9e, 0xdf...0xf6, 0xf8...0xff: .lower
    case 0x41...0x5a, 0x8a, 0x8c, 0x8e, 0x9f, 0xc0...0xd6, 0xd8...0xde: .upper
    // Quotes, dashes, the ellipsis, spaces, hyphens, the middle dot, signs and ordinals: these do stand between letters.
    case 0x85, 0x91, 0x92, 0x96, 0x97, 0xa0, 0xaa, 0xad, 0xb4, 0xb5, 0xb7, 0xba, 0xd7, 0xf7: .other
    case 0x80...0xff: .symbol
    default: .other
    }
  }
}
