/// Which words are used alike in English text, so that what is learnt of one holds for the others: a look-up from a word's
/// 32-bit hash to the number of its group.
package struct WordGroups: Sendable, Equatable {
  /// One word and its group.
  package struct Entry: Sendable, Equatable {
    /// The word's hash, folded to 32 bits by whoever makes the features; not 0.
    package var word: UInt32
    /// Not 0. Groups that share their low bits are related.
    package var group: UInt16

    package init(word: UInt32, group: UInt16) {
      self.word = word
      self.group = group
    }
  }

  /// No words at all.
  package static let none = WordGroups([])

  /// By word, each word once.
  package let entries: [Entry]
  /// An open-addressed table, half full at most; empty places are 0.
  private let words: [UInt32]
  private let groups: [UInt16]
  private let shift: Int

  /// - Parameter entries: in any order; of equal words the smallest group counts.
  package init(_ entries: [Entry]) {
    var kept: [Entry] = []
    for entry in entries.sorted(by: { ($0.word, $0.group) < ($1.word, $1.group) })
    where entry.word != 0 && entry.group != 0 && kept.last?.word != entry.word {
      kept.append(entry)
    }
    var bits = 1
    while 1 << bits < kept.count * 2 { bits += 1 }
    var words = [UInt32](repeating: 0, count: 1 << bits)
    var groups = [UInt16](repeating: 0, count: 1 << bits)
    for entry in kept {
      var place = WordGroups.place(of: entry.word, 32 - bits)
      while words[place] != 0 { place = (place + 1) & (words.count - 1) }
      words[place] = entry.word
      groups[place] = entry.group
    }
    self.entries = kept
    self.words = words
    self.groups = groups
    shift = 32 - bits
  }

  /// The group of a word; 0 for one that is in none.
  @inline(__always)
  package func group(of word: UInt32) -> UInt16 {
    var place = WordGroups.place(of: word, shift)
    while words[place] != word {
      if words[place] == 0 { return 0 }
      place = (place + 1) & (words.count - 1)
    }
    return word == 0 ? 0 : groups[place]
  }

  @inline(__always) private static func place(of word: UInt32, _ shift: Int) -> Int {
    Int(word &* 0x9e37_79b1) &>> shift
  }
}
