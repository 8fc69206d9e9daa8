/// Which control characters a text may hold.
///
/// Allowed: tab, line feed, vertical tab (Word's soft line break), form feed, carriage return, the C1 next line (U+0085),
/// a file separator before a carriage return (the end of an HL7 message's frame) and a substitute (the old DOS end of file) as the
/// last byte. Everything else moves the cursor or has no meaning in text: a backspace or an escape sequence can show a
/// reader another text than the one that was checked.
enum ControlCharacters {
  /// The bytes that need a closer look: one load for all others, which are nearly all of a text.
  private static let isSuspect: [Bool] = (0...255).map { byte in
    byte < 0x20 && !(0x09...0x0d).contains(byte) || byte == 0x7f || byte == 0xc2
  }

  /// The first control character that a text may not hold.
  ///
  /// - Parameter text: valid UTF-8.
  /// - Returns: its byte offset and value; nil when there is none.
  static func firstForbidden(in text: [UInt8]) -> (offset: Int, value: UInt8)? {
    let isSuspect = isSuspect
    for index in text.indices where isSuspect[Int(text[index])] {
      let byte = text[index]
      switch byte {
      case 0x1c where index + 1 < text.count && text[index + 1] == 0x0d: continue
      case 0x1a where index + 1 == text.count: continue
      case 0x00..<0x20, 0x7f: return (index, byte)
      // U+0080...U+009F in UTF-8 are C2 80 ... C2 9F.
      case 0xc2 where text[index + 1] < 0xa0 && text[index + 1] != 0x85:
        return (index, text[index + 1])
      default: continue
      }
    }
    return nil
  }
}
