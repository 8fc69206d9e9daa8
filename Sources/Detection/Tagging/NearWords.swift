import Lexicons

/// What kinds of word stand around each token.
struct NearWords: Sendable {
  /// For each token which kinds of word stand within eight tokens of it, one bit a kind.
  private(set) var kinds: [UInt8] = []

  /// Within so many tokens on either side.
  private static let reach = 8

  mutating func read(_ tokens: [Token]) {
    kinds.removeAll(keepingCapacity: true)
    kinds.reserveCapacity(tokens.count + NearWords.reach)
    for token in tokens { kinds.append(NearWords.kinds(of: token)) }
    spread(tokens.count)
  }

  /// Gives each token the bits of those near it: by doubling, each place gets those of eight tokens from it on, and two
  /// such runs are the window.
  private mutating func spread(_ count: Int) {
    let reach = NearWords.reach
    kinds.append(contentsOf: repeatElement(0, count: reach))
    var step = 1
    while step < reach {
      for index in 0..<count { kinds[index] |= kinds[index + step] }
      step *= 2
    }
    for index in (0..<count).reversed() { kinds[index] |= kinds[max(0, index - reach)] }
    kinds.removeLast(reach)
  }

  private static func kinds(of token: Token) -> UInt8 {
    guard token.kind == .word else { return 0 }
    let facts = token.facts
    var bits: UInt8 = 0
    if facts.has(.personRole) || facts.has(.relation) || facts.has(.title) { bits |= 1 }
    if facts.has(.personVerb) || facts.has(.personObjectVerb) { bits |= 2 }
    if facts.has(.unit) { bits |= 4 }
    if facts.has(.drug) { bits |= 8 }
    if facts.has(.medical) || facts.has(.anatomy) { bits |= 16 }
    if facts.has(.placePreposition) { bits |= 32 }
    if isPersonal(token) { bits |= 64 }
    if facts.has(.facilityHead) || facts.has(.organizationHead) { bits |= 128 }
    return bits
  }

  /// Words that speak of somebody, written or spoken to.
  private static let personalWords = [
    "he", "she", "his", "her", "him", "i", "my", "me", "you", "your", "we", "our",
  ].map { WordHash.of($0.utf8) }
  /// One bit for each of their hashes: most words are told from them by it.
  private static let personalBits = personalWords.reduce(UInt64(0)) { $0 | 1 << ($1 & 63) }

  static func isPersonal(_ token: Token) -> Bool {
    token.length <= 4 && personalBits >> (token.hash & 63) & 1 != 0
      && personalWords.contains(token.hash)
  }
}
