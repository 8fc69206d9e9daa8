/// A regex as far as it says which texts can match. Whatever cannot tell stands as `unknown`.
indirect enum RegexNode: Sendable, Hashable {
  /// Nothing is consumed and nothing is said.
  case empty
  /// Anything may stand here and behind it.
  case unknown
  /// One byte of a set.
  case byte(ByteSet)
  /// `\h`: white space within a line, also that outside ASCII.
  case blank
  /// A character outside ASCII that begins with a byte of a set.
  case character(ByteSet)
  case sequence([RegexNode])
  case alternatives([RegexNode])
  case repeated(RegexNode, least: Int, most: Int?)
  /// A positive lookahead.
  case ahead(RegexNode)
  /// The byte behind is none of a set.
  case notAhead(ByteSet)
  /// The byte before is of a set, or the text starts here.
  case behind(ByteSet)
  /// The byte behind ends a line.
  case lineEnd
  /// `\b`.
  case wordBoundary
  /// A call of the group of this name.
  case call(String)

  /// Whether no text is consumed.
  var hasNoWidth: Bool {
    switch self {
    case .empty, .ahead, .notAhead, .behind, .lineEnd, .wordBoundary: true
    case .sequence(let nodes), .alternatives(let nodes): nodes.allSatisfy(\.hasNoWidth)
    case .unknown, .byte, .blank, .character, .repeated, .call: false
    }
  }
}

extension RegexNode {
  /// What `blank` may be, and more.
  static let blankCharacters = RegexParser.node(
    ascii: RegexParser.blanks, others: RegexParser.wideBlanks)
}
