extension RegexParser {
  mutating func group() -> RegexNode {
    position += 1
    if stands("*") { return fail() }
    guard take("?") else { return body { $0 } }
    if take("(DEFINE)") { return body { _ in .empty } }
    if take(":") || take(">") || take("|") { return body { $0 } }
    if take("=") || take("*") { return body { .ahead($0) } }
    if take("!") { return body { .notAhead(RegexParser.singles($0)) } }
    if take("<!") { return body { .behind(ByteSet.all.subtracting(RegexParser.singles($0))) } }
    if take("<=") || take("<*") { return body { .behind(RegexParser.lastBytes($0)) } }
    if take("&") || take("P>") { return call() }
    if take("P<") || take("<") { return named(until: UInt8(ascii: ">")) }
    if take("'") { return named(until: UInt8(ascii: "'")) }
    return stands("(") ? fail() : changedFlags()
  }

  private mutating func body(_ make: (RegexNode) -> RegexNode) -> RegexNode {
    let node = alternatives()
    guard take(")") else { return fail() }
    return make(node)
  }

  private mutating func named(until end: UInt8) -> RegexNode {
    let name = name(until: end)
    let node = body { $0 }
    // The first of several groups of a name is the one that is called.
    if groups[name] == nil { groups[name] = node }
    return node
  }

  private mutating func call() -> RegexNode { .call(name(until: UInt8(ascii: ")"))) }

  private mutating func name(until end: UInt8) -> String {
    let start = position
    skip(through: end)
    return String(decoding: bytes[start..<max(start, position - 1)], as: UTF8.self)
  }

  /// `(?i)` and `(?i-x: … )`.
  private mutating func changedFlags() -> RegexNode {
    let outer = flags
    var isOn = true
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "^"): flags = Flags(caseless: false, extended: false)
      case UInt8(ascii: "-"): isOn = false
      case UInt8(ascii: "i"): flags.caseless = isOn
      case UInt8(ascii: "x"): flags.extended = isOn
      case UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "J"): break
      case UInt8(ascii: ")"): return .empty
      case UInt8(ascii: ":"):
        let node = body { $0 }
        flags = outer
        return node
      default: return fail()
      }
    }
    return fail()
  }

  /// The ASCII characters that are alternatives by themselves: what a negative assertion surely refuses.
  private static func singles(_ node: RegexNode) -> ByteSet {
    switch node {
    case .byte(let set): set.intersection(.ascii)
    case .blank: blanks
    case .alternatives(let nodes):
      nodes.reduce(ByteSet()) { $0.union(singles($1)) }.subtracting(widened(nodes))
    default: ByteSet()
    }
  }

  /// The ASCII characters that alternatives of characters outside ASCII may hold without being any: kin of the others when
  /// case does not count, and the line ends that `.` does not match.
  private static func widened(_ nodes: [RegexNode]) -> ByteSet {
    let isWide = nodes.contains { if case .character = $0 { true } else { false } }
    return isWide ? ByteSet("kKsS".utf8).union(.lineEnds) : ByteSet()
  }

  /// What the byte before can be behind a lookbehind; the text's start counts as a line end.
  private static func lastBytes(_ node: RegexNode) -> ByteSet {
    switch node {
    case .byte(let set): set
    case .blank: lastBytes(RegexNode.blankCharacters)
    case .character: ByteSet(0x80...0xbf)
    case .behind(let set): set
    case .alternatives(let nodes): nodes.reduce(ByteSet()) { $0.union(lastBytes($1)) }
    case .sequence(let nodes):
      nodes.last.map { $0.hasNoWidth ? .all : lastBytes($0) } ?? .all
    case .repeated(let node, let least, _): least > 0 ? lastBytes(node) : .all
    default: .all
    }
  }
}
