import Lexicons

/// Tells whether a word is one slip of the pen away from a name the document knows.
enum Misspelling {
  /// The shortest name part whose misspelling is looked for, in letters: below it too many words are one slip away.
  static let shortest = 5

  /// Whether the token is a name part long and rare enough for its misspellings to be sought.
  static func isTellable(_ token: Token) -> Bool {
    token.kind == .word && token.length >= shortest && !token.isOrdinaryWord
      && (!token.shape.contains(.allCaps) || token.shape.contains(.capsLine))
  }

  /// The person whose name `token` misspells: written as a name, in no dictionary, one edit away.
  static func subject(like token: Token, _ bytes: [UInt8], _ people: PeopleOfDocument) -> Int? {
    guard !people.spellings.isEmpty, token.length >= shortest, token.startsUpper,
      token.facts.weight(.dictionary) == 0, !token.isMedical, !token.facts.has(.eponym),
      !token.isStructural
    else { return nil }
    return people.spellings.subject(oneEditFrom: folded(bytes, token.range))
  }

  static func folded(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    bytes[range].map { ByteClass.isUpper($0) ? $0 | 0x20 : $0 }
  }

  /// Whether two words differ by one insertion, deletion, substitution or swap of neighbours, not in the first letter.
  static func isOneEdit(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard long.count - short.count <= 1, short.first == long.first, one != other else {
      return false
    }
    var index = 0
    while index < short.count, short[index] == long[index] { index += 1 }
    if short.count < long.count { return short[index...].elementsEqual(long[(index + 1)...]) }
    if short[(index + 1)...].elementsEqual(long[(index + 1)...]) { return true }
    return index + 1 < short.count && short[index] == long[index + 1]
      && short[index + 1] == long[index]
      && short[(index + 2)...].elementsEqual(long[(index + 2)...])
  }
}
