/// How often each word of the document is written small, written as a name in mid-sentence, and found to be a name or a
/// place; so that one use of a word can be read in the light of the others.
///
/// An open-addressed table whose storage is kept between documents. Of a document of very many words it counts the first
/// million different ones.
struct WordUses: Sendable {
  private var keys: [UInt64] = []
  private var counts: [Uses] = []
  private var mask = 0
  /// Slots in use.
  private var words = 0

  /// Counts, each up to 255.
  struct Uses: Sendable {
    var small: UInt8 = 0
    var capital: UInt8 = 0
    var name: UInt8 = 0
    var thing: UInt8 = 0
  }

  /// The most words counted, and slots of a table that a document begins with.
  private static let mostWords = 1 << 20
  private static let mostFirstSlots = 1 << 17

  /// - Parameter expected: how many words the document has, about.
  mutating func begin(words expected: Int) {
    var size = 64
    while size < min(expected * 2, WordUses.mostFirstSlots) { size *= 2 }
    words = 0
    // Only so much of the tables is used, however long the documents before were.
    if size > keys.count {
      keys = [UInt64](repeating: 0, count: size)
      counts = [Uses](repeating: Uses(), count: size)
    } else {
      for slot in 0..<max(size, mask + 1) where keys[slot] != 0 {
        keys[slot] = 0
        counts[slot] = Uses()
      }
    }
    mask = size - 1
  }

  mutating func count(_ token: Token, found: UInt32) {
    guard token.kind == .word, token.hash != 0 else { return }
    var slot = slot(of: token.hash)
    if keys[slot] == 0 {
      guard words < WordUses.mostWords else { return }
      words += 1
      if words * 2 > mask + 1 {
        grow()
        slot = self.slot(of: token.hash)
      }
      keys[slot] = token.hash
    }
    let use = WordUses.use(token, found: found)
    WordUses.raise(&counts[slot].small, use.small)
    WordUses.raise(&counts[slot].capital, use.capital)
    WordUses.raise(&counts[slot].name, use.name)
    WordUses.raise(&counts[slot].thing, use.thing)
  }

  /// How the word is used elsewhere, this use not counted: two bits for each kind of use, with 0 none, 1 one, 2 more.
  func elsewhere(_ token: Token, found: UInt32) -> UInt32 {
    guard token.kind == .word, token.hash != 0 else { return 0 }
    let all = counts[slot(of: token.hash)]
    let own = WordUses.use(token, found: found)
    func bin(_ all: UInt8, _ own: UInt8) -> UInt32 { UInt32(min(2, all - min(all, own))) }
    return bin(all.small, own.small) | bin(all.capital, own.capital) << 2
      | bin(all.name, own.name) << 4 | bin(all.thing, own.thing) << 6
  }

  private static func use(_ token: Token, found: UInt32) -> Uses {
    let isName = token.isWrittenAsName
    return Uses(
      small: token.shape.contains(.lower) ? 1 : 0,
      capital: isName && token.shape.isDisjoint(with: [.sentenceStart, .lineStart]) ? 1 : 0,
      name: FoundMark.isStrong(found, .name) ? 1 : 0,
      thing: FoundMark.isStrong(found, .location) || FoundMark.isStrong(found, .organization)
        ? 1 : 0)
  }

  private mutating func grow() {
    let old = (keys: Array(keys[...mask]), counts: Array(counts[...mask]))
    mask = mask * 2 + 1
    let missing = max(0, mask + 1 - keys.count)
    for slot in old.keys.indices { (keys[slot], counts[slot]) = (0, Uses()) }
    keys.append(contentsOf: repeatElement(0, count: missing))
    counts.append(contentsOf: repeatElement(Uses(), count: missing))
    for (key, uses) in zip(old.keys, old.counts) where key != 0 {
      let slot = slot(of: key)
      (keys[slot], counts[slot]) = (key, uses)
    }
  }

  private static func raise(_ count: inout UInt8, _ by: UInt8) {
    if count < .max { count += by }
  }

  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
