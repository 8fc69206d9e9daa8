import Lexicons

/// What the word lists know of the words met last: a few words make most of a text, and the lists lie far apart in memory.
///
/// A cache with one place for each word, which the next word of that place takes over. It belongs to one worker.
package struct FactsCache: Sendable {
  private static let size = 1 << 12

  private struct Slot {
    /// `Token.hash`. Nothing is known of the hash 0, so that an empty slot tells the truth.
    var hash: UInt64 = 0
    var facts = WordFacts.unknown
  }

  private var slots: [Slot] = []
  private var lexicon: Lexicon?

  package init() {}

  /// Forgets what it knows when that is of other lists.
  mutating func begin(_ lexicon: Lexicon) {
    guard self.lexicon !== lexicon else { return }
    self.lexicon = lexicon
    slots = [Slot](repeating: Slot(), count: FactsCache.size)
  }

  /// What the lists know of the word with this hash.
  @inline(__always)
  mutating func facts(of hash: UInt64, _ lexicon: Lexicon) -> WordFacts {
    let place = Int(truncatingIfNeeded: hash ^ hash >> 29) & (FactsCache.size - 1)
    if slots[place].hash == hash { return slots[place].facts }
    let facts = lexicon.facts(of: hash)
    slots[place] = Slot(hash: hash, facts: facts)
    return facts
  }
}
