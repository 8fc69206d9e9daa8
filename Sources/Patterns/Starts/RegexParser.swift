import PCRE2

/// Parses a source that PCRE2 accepted, as far as the starts of its matches are concerned.
///
/// What it does not know is `unknown`, or makes the whole parse fail: nothing is then said of the regex.
struct RegexParser {
  /// The groups with names, for calls.
  var groups: [String: RegexNode] = [:]
  var bytes: [UInt8]
  var position = 0
  var flags: Flags
  private var depth = 0
  private var failed = false

  struct Flags {
    var caseless: Bool
    var extended: Bool
  }

  /// Nil for options it does not read.
  init?(_ source: String, _ options: CompileOptions) {
    guard options.contains(.utf), !options.contains(.ucp), !source.contains("(?xx") else {
      return nil
    }
    bytes = Array(source.utf8)
    flags = Flags(
      caseless: options.contains(.caseless), extended: options.contains(.extended))
  }

  mutating func parse() -> RegexNode? {
    let root = alternatives()
    return failed || position < bytes.count ? nil : root
  }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func stands(_ text: String) -> Bool {
    var place = position
    for byte in text.utf8 {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }

  mutating func take(_ text: String) -> Bool {
    guard stands(text) else { return false }
    position += text.utf8.count
    return true
  }

  /// Reads on until behind `end`; fails when it never comes.
  mutating func skip(through end: UInt8) {
    while let byte = next {
      position += 1
      if byte == end { return }
    }
    failed = true
  }

  mutating func fail() -> RegexNode {
    failed = true
    return .unknown
  }

  mutating func alternatives() -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { return fail() }
    let outer = flags
    var branches = [sequence()]
    while !failed, take("|") { branches.append(sequence()) }
    flags = outer
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() -> RegexNode {
    var items: [RegexNode] = []
    while !failed {
      skipComments()
      guard let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") else { break }
      let item = item()
      items.append(quantified(item))
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func skipComments() {
    while let byte = next {
      if take("(?#") {
        skip(through: UInt8(ascii: ")"))
      } else if flags.extended, byte == 0x20 || (0x09...0x0d).contains(byte) {
        position += 1
      } else if flags.extended, byte == UInt8(ascii: "#") {
        while let byte = next, byte != 0x0a, byte != 0x0d { position += 1 }
      } else {
        return
      }
    }
  }

  private mutating func item() -> RegexNode {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "("): return group()
    case UInt8(ascii: "["): return characterClass()
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "."):
      position += 1
      return RegexParser.node(ascii: .ascii, others: .leads)
    case UInt8(ascii: "^"):
      position += 1
      return .behind(.lineEnds)
    case UInt8(ascii: "$"):
      position += 1
      return .lineEnd
    default:
      position += 1
      return byte < 0x80 ? literal(byte) : character(byte)
    }
  }

  /// A character outside ASCII that stands for itself, behind its first byte.
  private mutating func character(_ lead: UInt8) -> RegexNode {
    let start = position - 1
    while let byte = next, byte & 0xc0 == 0x80 { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, flags.caseless else {
      return .character(ByteSet([lead]))
    }
    return RegexParser.caseless(scalar)
  }

  /// A character outside ASCII in either case, which may begin with another byte.
  static func caseless(_ scalar: Unicode.Scalar) -> RegexNode {
    node(
      ascii: ByteSet("kKsS".utf8.filter { kin(of: $0) == lead(of: scalar.value) }), others: .leads)
  }

  /// An ASCII character that stands for itself.
  func literal(_ byte: UInt8) -> RegexNode {
    guard flags.caseless else { return .byte(ByteSet([byte])) }
    return RegexParser.node(ascii: ByteSet([byte]).caseless, others: RegexParser.kin(of: byte))
  }

  /// First bytes of the characters outside ASCII that are the same as `byte` when case does not count: the Kelvin sign
  /// and the long s.
  static func kin(of byte: UInt8) -> ByteSet {
    switch byte | 0x20 {
    case UInt8(ascii: "k"): ByteSet([0xe2])
    case UInt8(ascii: "s"): ByteSet([0xc5])
    default: ByteSet()
    }
  }

  static func node(ascii: ByteSet, others: ByteSet) -> RegexNode {
    if others.isEmpty { return .byte(ascii) }
    return ascii.isEmpty ? .character(others) : .alternatives([.byte(ascii), .character(others)])
  }

  private mutating func quantified(_ item: RegexNode) -> RegexNode {
    var item = item
    while !failed {
      skipComments()
      guard let range = quantifier() else { return item }
      item = .repeated(item, least: range.least, most: range.most)
      // Lazy or possessive: the same matches begin the same way.
      skipComments()
      if !take("?") { _ = take("+") }
    }
    return item
  }

  private mutating func quantifier() -> (least: Int, most: Int?)? {
    if take("?") { return (0, 1) }
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    guard take("{") else { return nil }
    let least = number()
    var most = least
    if take(",") { most = number() }
    guard take("}"), let least else {
      // Versions of PCRE2 differ in what else is a quantifier.
      failed = true
      return nil
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    let start = position
    while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
    return Int(String(decoding: bytes[start..<position], as: UTF8.self))
  }
}
