import Lexicons

/// What kinds of word stand around each token, and how a document speaks: of somebody, or of medicine alone.
struct NearWords: Sendable {
  /// For each token which kinds of word stand within eight tokens of it, one bit a kind.
  private(set) var kinds: [UInt8] = []
  /// How often the document speaks of persons (bits 0 and 1), and how long it is (bits 2 and 3).
  private(set) var register: UInt32 = 0

  /// Within so many tokens on either side.
  private static let reach = 8

  mutating func read(_ tokens: [Token]) {
    kinds.removeAll(keepingCapacity: true)
    kinds.reserveCapacity(tokens.count + NearWords.reach)
    var personal = 0
    for token in tokens {
      let own = NearWords.kinds(of: token)
      if own & NearWords.personal != 0 { personal += 1 }
      kinds.append(own)
    }
    register = NearWords.register(personal, of: tokens.count)
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

  private static let personal: UInt8 = 64

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
    if isPersonal(token) { bits |= personal }
    if facts.has(.facilityHead) || facts.has(.organizationHead) { bits |= 128 }
    return bits
  }

  /// Words that speak of somebody, written or spoken to.
  private static let personalWords = [
    "he", "she", "his", "her", "him", "i", "my", "me", "you", "your", "we", "our",
  ].map { WordHash.of($0.utf8) }
  /// One bit for each of their hashes: most words are told from them by it.
  private static let personalBits = personalWords.reduce(UInt64(0)) { $0 | 1 << ($1 & 63) }

  private static func isPersonal(_ token: Token) -> Bool {
    token.length <= 4 && personalBits >> (token.hash & 63) & 1 != 0
      && personalWords.contains(token.hash)
  }

  private static func register(_ personal: Int, of count: Int) -> UInt32 {
    let share = count == 0 ? 0 : personal * 1000 / count
    let persons: UInt32 = personal == 0 ? 0 : share < 10 ? 1 : share < 30 ? 2 : 3
    let length: UInt32 =
      switch count {
      case ..<60: 0
      case ..<250: 1
      case ..<800: 2
      default: 3
      }
    return persons | length << 2
  }
}
