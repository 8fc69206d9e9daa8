import Lexicons

/// What stands around a word that may be a person's name.
struct Surroundings {
  /// A word that only people stand beside: a verb of saying behind it, a role or a greeting before it.
  private(set) var isPersonal = false
  /// Behind `by`, `per`, `says`: whoever did it.
  private(set) var isAgent = false
  /// A comma or `and` away from a well-known given name.
  private(set) var isAmongNames = false

  /// Words before the one who does or says something; a thing can stand there too.
  private static let agentCues = Surroundings.hashes([
    "by", "per", "says", "via", "named", "called",
  ])
  private static let conjunctions = Surroundings.hashes(["and", "or"])

  init(_ tokens: [Token], _ index: Int) {
    if index + 1 < tokens.count, tokens[index + 1].continuesLine {
      isPersonal =
        tokens[index + 1].facts.has(.personVerb) && tokens[index + 1].shape.contains(.lower)
    }
    isAmongNames = Surroundings.isAmongNames(tokens, index)
    guard index > 0, tokens[index].continuesLine else { return }
    let before = tokens[index - 1]
    isAgent = before.shape.contains(.lower) && Surroundings.agentCues.contains(before.hash)
    isPersonal =
      isPersonal || before.facts.has(.relation) || before.facts.has(.personRole)
      || before.facts.has(.greeting)
      || (before.facts.has(.personObjectVerb) && before.shape.contains(.lower))
  }

  private static func isAmongNames(_ tokens: [Token], _ index: Int) -> Bool {
    if index >= 2, isJoint(tokens[index - 1]), isWellKnown(tokens[index - 2]) { return true }
    return index + 2 < tokens.count && isJoint(tokens[index + 1])
      && isWellKnown(tokens[index + 2])
  }

  private static func isJoint(_ token: Token) -> Bool {
    token.byte == 0x2c || (token.shape.contains(.lower) && conjunctions.contains(token.hash))
  }

  private static func isWellKnown(_ token: Token) -> Bool {
    token.isWrittenAsName && token.given >= 6 && token.isNameOnly
  }

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { WordHash.of(Array($0.utf8)) })
  }
}
