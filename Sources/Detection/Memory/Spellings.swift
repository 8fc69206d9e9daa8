import Lexicons

/// The letters of name parts, to be found again with one slip of the pen or cut up, however many there are.
struct Spellings: Sendable {
  /// Longer words are no names; it bounds the work for one.
  private static let longest = 40

  /// A name part as its lower-case letters, and the first person who has it.
  struct Spelling: Sendable {
    var letters: [UInt8]
    var subject: Int
  }

  private(set) var all: [Spelling] = []
  private var known: Set<[UInt8]> = []
  /// Each spelling under the hash of itself and of all it becomes when one letter is left out, sorted: two words one
  /// edit apart share one of these.
  private var slips: [Slip] = []
  /// Places in `all`, by letters.
  private(set) var sorted: [Int] = []

  /// The first letters of all, as bits from `a` on.
  private var initials: UInt32 = 0

  private struct Slip: Sendable {
    var hash: UInt64
    var spelling: Int
  }

  var isEmpty: Bool { all.isEmpty }

  mutating func learn(_ letters: [UInt8], subject: Int) {
    guard letters.count <= Spellings.longest, known.insert(letters).inserted else { return }
    all.append(Spelling(letters: letters, subject: subject))
    if let first = letters.first { initials |= Spellings.bit(first) }
  }

  /// Whether some spelling may begin with a letter in either case: false is certain.
  func mayBegin(with letter: UInt8) -> Bool { initials & Spellings.bit(letter) != 0 }

  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

  /// Makes what was learnt searchable.
  mutating func index() {
    known = []
    sorted = all.indices.sorted {
      all[$0].letters.lexicographicallyPrecedes(all[$1].letters)
    }
    for (number, spelling) in all.enumerated() {
      for hash in Spellings.slips(of: spelling.letters) {
        slips.append(Slip(hash: hash, spelling: number))
      }
    }
    slips.sort { ($0.hash, $0.spelling) < ($1.hash, $1.spelling) }
  }

  /// The person whose name part, the first that fits, is one edit from `letters`.
  func subject(oneEditFrom letters: [UInt8]) -> Int? {
    guard letters.count <= Spellings.longest + 1 else { return nil }
    var best: Int?
    for hash in Spellings.slips(of: letters) {
      var place = firstSlip(hash)
      while place < slips.count, slips[place].hash == hash {
        let number = slips[place].spelling
        if number < best ?? .max, Misspelling.isOneEdit(letters, all[number].letters) {
          best = number
        }
        place += 1
      }
    }
    return best.map { all[$0].subject }
  }

  private func firstSlip(_ hash: UInt64) -> Int {
    var low = 0
    var high = slips.count
    while low < high {
      let middle = (low + high) / 2
      if slips[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func slips(of letters: [UInt8]) -> [UInt64] {
    var hashes = [WordHash.of(letters)]
    for skipped in letters.indices {
      // Leaving out either of two equal neighbours gives one word.
      if skipped > 0, letters[skipped] == letters[skipped - 1] { continue }
      var hash = WordHash.seed
      for index in letters.indices where index != skipped {
        hash = WordHash.combine(hash, letters[index])
      }
      hashes.append(hash)
    }
    return hashes
  }
}

/// The spellings that begin with the letters read so far.
struct SpellingPrefix {
  private let spellings: Spellings
  private var low = 0
  private var high: Int
  private(set) var length = 0

  init(_ spellings: Spellings) {
    self.spellings = spellings
    high = spellings.sorted.count
  }

  /// Reads one more letter, in lower case; false when no spelling goes on so.
  mutating func read(_ letter: UInt8) -> Bool {
    low = bound { $0 < letter }
    high = bound { $0 <= letter }
    length += 1
    return low < high
  }

  /// The spelling that ends here.
  var whole: Spellings.Spelling? {
    guard low < high else { return nil }
    let spelling = spellings.all[spellings.sorted[low]]
    return spelling.letters.count == length ? spelling : nil
  }

  /// The first place from `low` to `high` whose next letter is not `before`; a spelling that ends is before all.
  private func bound(_ before: (UInt8) -> Bool) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      let letters = spellings.all[spellings.sorted[middle]].letters
      if letters.count == length || before(letters[length]) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
