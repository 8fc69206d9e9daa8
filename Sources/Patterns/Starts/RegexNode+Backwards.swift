extension RegexNode {
  /// What is met on the way from the end of a text that it matches back to the start, byte by byte; what takes no room says
  /// nothing. The groups that it calls are to be read backwards as well.
  var backwards: RegexNode {
    switch self {
    case .empty, .ahead, .notAhead, .behind, .lineEnd, .wordBoundary: .empty
    case .unknown, .byte, .call: self
    case .blank: RegexNode.blankCharacters.backwards
    case .character(let leads):
      .sequence([.repeated(.byte(ByteSet(0x80...0xbf)), least: 0, most: nil), .byte(leads)])
    case .sequence(let nodes): .sequence(nodes.reversed().map(\.backwards))
    case .alternatives(let nodes): .alternatives(nodes.map(\.backwards))
    case .repeated(let node, let least, let most):
      .repeated(node.backwards, least: least, most: most)
    }
  }
}
