/// A piece of a regex source, as far as checks of its form need to tell pieces apart.
struct RegexToken {
  enum Kind {
    /// A byte that stands for itself.
    case literal
    /// White space that free-spacing drops.
    case space
    /// An escape sequence, a character class, a comment or a quotation `\Q…\E`: nothing to look into.
    case opaque
    case open(isLookbehind: Bool)
    case close
  }

  var kind: Kind
  /// Bytes of the source.
  var range: Range<Int>
}

/// Cuts a PCRE2 source in free-spacing mode into tokens. Lenient: what PCRE2 refuses is told by PCRE2.
struct RegexTokens: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  init(_ source: String) { bytes = Array(source.utf8) }

  mutating func next() -> RegexToken? {
    guard position < bytes.count else { return nil }
    let start = position
    let kind = readToken()
    return RegexToken(kind: kind, range: start..<position)
  }

  private mutating func readToken() -> RegexToken.Kind {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\\"):
      skipEscape()
      return .opaque
    case UInt8(ascii: "["):
      skipClass()
      return .opaque
    case UInt8(ascii: "#"):
      skip(through: "\n")
      return .opaque
    case UInt8(ascii: "("):
      return readOpening()
    case UInt8(ascii: ")"): return .close
    case 0x20, 0x09...0x0D: return .space
    default: return .literal
    }
  }

  private mutating func readOpening() -> RegexToken.Kind {
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "?") || bytes[position] == UInt8(ascii: "*")
    else { return .open(isLookbehind: false) }
    if stands("?#") {
      skip(through: ")")
      return .opaque
    }
    return .open(isLookbehind: RegexTokens.lookbehinds.contains(where: stands))
  }

  private static let lookbehinds: [String] = [
    "?<=", "?<!", "?<*", "*plb:", "*nlb:", "*naplb:", "*positive_lookbehind:",
    "*negative_lookbehind:", "*non_atomic_positive_lookbehind:",
  ]

  /// After the backslash.
  private mutating func skipEscape() {
    guard position < bytes.count else { return }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "Q"): skip(through: "\\E")
    case UInt8(ascii: "x") where !stands("{"):
      let digits = bytes[position...].prefix(2).prefix { isHexDigit($0) }
      position += digits.count
    case UInt8(ascii: "x"), UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "g"),
      UInt8(ascii: "k"), UInt8(ascii: "N"), UInt8(ascii: "o"):
      if stands("{") { skip(through: "}") }
    default: break
    }
  }

  /// After the opening bracket.
  private mutating func skipClass() {
    if stands("^") { position += 1 }
    if stands("]") { position += 1 }
    while position < bytes.count {
      if stands("[:") {
        skip(through: ":]")
      } else if stands("\\") {
        position += 1
        skipEscape()
      } else {
        position += 1
        if bytes[position - 1] == UInt8(ascii: "]") { return }
      }
    }
  }

  private func stands(_ text: String) -> Bool {
    var place = position
    for byte in text.utf8 {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }

  private mutating func skip(through end: String) {
    while position < bytes.count, !stands(end) { position += 1 }
    position = Swift.min(position + end.utf8.count, bytes.count)
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit
  }
}
