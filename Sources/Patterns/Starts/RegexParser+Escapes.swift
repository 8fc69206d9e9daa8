extension RegexParser {
  /// What `\h` matches in ASCII.
  static let blanks = ByteSet([0x09, 0x20])
  /// Characters outside ASCII begin with these where `\h` matches them.
  static let wideBlanks = ByteSet([0xc2, 0xe1, 0xe2, 0xe3])
  /// The same for `\v` and `\R`.
  private static let wideBreaks = ByteSet([0xc2, 0xe2])

  /// A class of one letter: its ASCII bytes and the first bytes of its other characters.
  static func shorthand(_ letter: UInt8) -> (ascii: ByteSet, others: ByteSet)? {
    switch letter {
    case UInt8(ascii: "d"): (.digits, ByteSet())
    case UInt8(ascii: "w"): (.word, ByteSet())
    case UInt8(ascii: "s"): (ByteSet([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]), ByteSet())
    case UInt8(ascii: "h"): (blanks, wideBlanks)
    case UInt8(ascii: "v"): (ByteSet(0x0a...0x0d), wideBreaks)
    case UInt8(ascii: "D"): (ByteSet.ascii.subtracting(.digits), .leads)
    case UInt8(ascii: "W"): (ByteSet.ascii.subtracting(.word), .leads)
    case UInt8(ascii: "S"):
      (ByteSet.ascii.subtracting(ByteSet([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20])), .leads)
    case UInt8(ascii: "H"): (ByteSet.ascii.subtracting(ByteSet([0x09, 0x20])), .leads)
    case UInt8(ascii: "V"): (ByteSet.ascii.subtracting(ByteSet(0x0a...0x0d)), .leads)
    case UInt8(ascii: "N"): (ByteSet.ascii.subtracting(.lineEnds), .leads)
    default: nil
    }
  }

  /// The control characters that have a letter.
  static func control(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "n"): 0x0a
    case UInt8(ascii: "r"): 0x0d
    case UInt8(ascii: "f"): 0x0c
    case UInt8(ascii: "e"): 0x1b
    case UInt8(ascii: "a"): 0x07
    default: nil
    }
  }

  mutating func escape() -> RegexNode {
    position += 1
    guard let letter = next else { return fail() }
    position += 1
    if letter == UInt8(ascii: "N"), stands("{") { return fail() }
    if letter == UInt8(ascii: "h") { return .blank }
    if let set = RegexParser.shorthand(letter) {
      return RegexParser.node(ascii: set.ascii, others: set.others)
    }
    if let byte = RegexParser.control(letter) { return .byte(ByteSet([byte])) }
    switch letter {
    case UInt8(ascii: "b"): return .wordBoundary
    case UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "Z"), UInt8(ascii: "z"),
      UInt8(ascii: "K"):
      return .empty
    case UInt8(ascii: "R"):
      return .alternatives([
        .byte(ByteSet(0x0a...0x0d)), .sequence([.byte(ByteSet([0x0d])), .byte(ByteSet([0x0a]))]),
        .character(RegexParser.wideBreaks),
      ])
    case UInt8(ascii: "k"), UInt8(ascii: "g"): return reference()
    case UInt8(ascii: "x"): return hexadecimal().map(scalar) ?? fail()
    case UInt8(ascii: "p"): return property(isNegated: false)
    case UInt8(ascii: "P"): return property(isNegated: true)
    default:
      // Letters and digits that are not known here may mean anything; other characters are themselves.
      let isPlain = letter < 0x80 && !ByteSet.word.contains(letter)
      return isPlain ? literal(letter) : fail()
    }
  }

  /// Scripts of which no character is in ASCII.
  private static let otherScripts: Set<String> = [
    "Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari", "Ethiopic", "Georgian", "Greek",
    "Gujarati", "Gurmukhi", "Han", "Hangul", "Hebrew", "Hiragana", "Kannada", "Katakana", "Khmer",
    "Lao", "Malayalam", "Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu", "Thai", "Tibetan",
  ]

  /// `\p{Han}`, `\pL`, behind the `p`: a character of another script, or anything.
  private mutating func property(isNegated: Bool) -> RegexNode {
    guard take("{") else {
      guard next != nil else { return fail() }
      position += 1
      return .unknown
    }
    let start = position
    skip(through: UInt8(ascii: "}"))
    let name = String(decoding: bytes[start..<max(start, position - 1)], as: UTF8.self)
    let isOther = !isNegated && RegexParser.otherScripts.contains(name)
    return isOther ? .character(.leads) : .unknown
  }

  /// To a group, for its text or its rule.
  private mutating func reference() -> RegexNode {
    guard let open = next else { return fail() }
    position += 1
    switch open {
    case UInt8(ascii: "<"): skip(through: UInt8(ascii: ">"))
    case UInt8(ascii: "{"): skip(through: UInt8(ascii: "}"))
    case UInt8(ascii: "'"): skip(through: UInt8(ascii: "'"))
    default: return fail()
    }
    return .unknown
  }

  /// `\xhh` and `\x{hhh}`, behind the `x`; nil when it is neither.
  mutating func hexadecimal() -> UInt32? {
    let start: Int
    let end: Int
    if take("{") {
      start = position
      skip(through: UInt8(ascii: "}"))
      end = position - 1
    } else {
      start = position
      position = min(position + 2, bytes.count)
      end = position
    }
    guard start < end else { return nil }
    return UInt32(String(decoding: bytes[start..<end], as: UTF8.self), radix: 16)
  }

  /// A character given by its number.
  private func scalar(_ value: UInt32) -> RegexNode {
    if value < 0x80 { return literal(UInt8(value)) }
    guard flags.caseless else { return .character(RegexParser.lead(of: value)) }
    return Unicode.Scalar(value).map { RegexParser.caseless($0) } ?? .unknown
  }

  /// The first byte of a character outside ASCII.
  static func lead(of value: UInt32) -> ByteSet {
    guard let scalar = Unicode.Scalar(value), let byte = UTF8.encode(scalar)?.first else {
      return .leads
    }
    return ByteSet([byte])
  }
}
