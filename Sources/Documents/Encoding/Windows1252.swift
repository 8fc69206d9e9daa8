/// The 27 characters by which Windows-1252 differs from Latin-1 (WHATWG Encoding Standard, index windows-1252, without
/// the five bytes the standard maps to C1 controls and Microsoft leaves undefined: 81, 8D, 8F, 90, 9D).
enum Windows1252 {
  private static let upper: [Unicode.Scalar?] = [
    "\u{20ac}", nil, "\u{201a}", "\u{0192}", "\u{201e}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02c6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", nil, "\u{017d}", nil,
    nil, "\u{2018}", "\u{2019}", "\u{201c}", "\u{201d}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02dc}", "\u{2122}", "\u{0161}", "\u{203a}", "\u{0153}", nil, "\u{017e}", "\u{0178}",
  ]

  /// The character of a byte; nil for the five bytes that have none.
  static func scalar(of byte: UInt8) -> Unicode.Scalar? {
    (0x80..<0xa0).contains(byte) ? upper[Int(byte - 0x80)] : Unicode.Scalar(byte)
  }

  /// The byte of a character beyond Latin-1; nil when there is none.
  static func byte(for scalar: Unicode.Scalar) -> UInt8? {
    upper.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }

  /// The text as UTF-8.
  ///
  /// - Parameter bytes: none of the five bytes without a character, which are left out.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else if let scalar = scalar(of: byte), let encoded = UTF8.encode(scalar) {
        text.append(contentsOf: encoded)
      }
    }
    return text
  }
}
