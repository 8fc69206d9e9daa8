/// Finds text inside text: what a program turns back into words, and no reader of the plain file sees as words.
///
/// A name in a base64 attachment, or one cut in two by `&aacute;`, cannot be found and would be released, so such a file is refused.
enum EncodedText {
  /// The byte offset of the first such passage; nil when there is none.
  ///
  /// - Parameter text: valid UTF-8.
  static func firstPassage(in text: [UInt8]) -> Int? {
    var run = Base64Run()
    var isLineStart = true
    for index in text.indices {
      let byte = text[index]
      if let start = run.advance(byte, at: index) { return start }
      switch byte {
      case 0x26 where isLetterReference(text, at: index): return index
      case 0x5c where isLetterEscape(text, at: index): return index
      case 0x43 where isLineStart, 0x63 where isLineStart:
        if isTransferEncoding(text, at: index) { return index }
      default: break
      }
      isLineStart = byte == 0x0a || byte == 0x0d
    }
    return nil
  }

  /// `&eacute;`, `&#233;`, `&#xe9;`.
  private static func isLetterReference(_ text: [UInt8], at index: Int) -> Bool {
    let body = text[(index + 1)...].prefix(longestReference)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = String(decoding: body[..<end], as: UTF8.self)
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).map(isLatin) ?? false
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).map(isLatin) ?? false }
    return names.contains(name)
      || accents.contains { name.hasSuffix($0) && name.utf8.count <= $0.utf8.count + 2 }
  }

  /// `\u00e9` in JSON, and in a surname also its apostrophe.
  private static func isLetterEscape(_ text: [UInt8], at index: Int) -> Bool {
    guard index + 6 <= text.count, text[index + 1] == UInt8(ascii: "u"),
      let value = UInt32(
        String(decoding: text[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    else { return false }
    let isBeforeCapital = index + 6 < text.count && (0x41...0x5a).contains(text[index + 6])
    return isLatin(value) || (apostrophes.contains(value) && isBeforeCapital)
  }

  /// The header of a mail part whose text is encoded.
  private static func isTransferEncoding(_ text: [UInt8], at index: Int) -> Bool {
    let line = String(decoding: text[index...].prefix(longestHeader), as: UTF8.self).lowercased()
    guard line.hasPrefix("content-transfer-encoding:") else { return false }
    let value = line.dropFirst("content-transfer-encoding:".count).drop { $0 == " " || $0 == "\t" }
    return value.hasPrefix("base64") || value.hasPrefix("quoted-printable")
  }

  /// Letters and digits names are written with, and the accents that combine with them.
  private static func isLatin(_ value: UInt32) -> Bool {
    switch value {
    case 0xd7, 0xf7: false
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0xc0...0x24f, 0x300...0x36f, 0x1e00...0x1eff: true
    default: false
    }
  }

  private static let longestReference = 12
  private static let longestHeader = 64
  private static let apostrophes: Set<UInt32> = [0x27, 0x2bc, 0x2019]
  private static let names: Set<String> = [
    "szlig", "AElig", "aelig", "OElig", "oelig", "eth", "ETH", "thorn", "THORN",
  ]
  private static let accents = [
    "acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "slash", "caron", "breve", "ogon",
    "macr", "strok", "dblac",
  ]
}

/// A run of base64, which may be wrapped into lines.
private struct Base64Run {
  /// Longer than any word, path or checksum of one kind of characters; shorter than a sentence in base64.
  private static let shortest = 100
  /// Lines of wrapped base64 are at least this long (PEM 64, MIME 76).
  private static let wrappedLine = 60

  private var start = 0
  private var length = 0
  private var lineLength = 0
  private var kinds: (lower: Bool, upper: Bool, digit: Bool) = (false, false, false)

  /// Takes the next byte in.
  ///
  /// - Returns: where the run began, once it is long enough to be sure.
  mutating func advance(_ byte: UInt8, at index: Int) -> Int? {
    switch byte {
    case 0x61...0x7a: kinds.lower = true
    case 0x41...0x5a: kinds.upper = true
    case 0x30...0x39: kinds.digit = true
    case 0x2b, 0x2f: break
    case 0x0a, 0x0d:
      if length > 0, lineLength >= Base64Run.wrappedLine || lineLength == 0 {
        lineLength = 0
      } else {
        reset()
      }
      return nil
    default:
      reset()
      return nil
    }
    if length == 0 { start = index }
    length += 1
    lineLength += 1
    let isMixed = kinds.lower && kinds.upper && kinds.digit
    return length >= Base64Run.shortest && isMixed ? start : nil
  }

  private mutating func reset() {
    length = 0
    lineLength = 0
    kinds = (false, false, false)
  }
}
