/// Words with counts, drawn by count or all alike.
struct WeightedWords: Sendable {
  private(set) var words: [String] = []
  /// The sum of all counts up to and with each word.
  private var sums: [UInt64] = []

  var isEmpty: Bool { words.isEmpty }

  mutating func append(_ word: String, count: Int) {
    words.append(word)
    sums.append((sums.last ?? 0) + UInt64(max(count, 1)))
  }

  /// A word, drawn without regard to counts in `uniform` of 100 cases: rare words matter to the tagger.
  ///
  /// The list must not be empty.
  func draw(uniform: Int, _ random: inout SeededRandom) -> String {
    if random.chance(uniform) { return random.pick(words) }
    let ticket = random.next() % (sums.last ?? 1)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= ticket { low = middle + 1 } else { high = middle }
    }
    return words[low]
  }
}
