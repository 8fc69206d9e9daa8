/// Makes up surnames letter by letter, each letter drawn as it follows two others in listed surnames.
struct NameInventor: Sendable {
  /// How often a letter (last index) follows two others; 0 is the edge of a word, 1...26 are a...z.
  private var counts = [UInt32](repeating: 0, count: 27 * 27 * 27)

  mutating func learn(_ word: ArraySlice<UInt8>) {
    var first = 0
    var second = 0
    for byte in word {
      guard byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") else { return }
      let third = Int(byte - UInt8(ascii: "a")) + 1
      counts[(first * 27 + second) * 27 + third] += 1
      (first, second) = (second, third)
    }
    counts[(first * 27 + second) * 27] += 1
  }

  /// A name of 4 to 11 letters with a capital first; nothing keeps it from being a real one.
  func invent(_ random: inout SeededRandom) -> String {
    var letters: [UInt8] = []
    repeat { letters = attempt(&random) } while !(4...11).contains(letters.count)
    letters[0] -= 0x20
    return String(decoding: letters, as: UTF8.self)
  }

  private func attempt(_ random: inout SeededRandom) -> [UInt8] {
    var letters: [UInt8] = []
    var first = 0
    var second = 0
    while letters.count < 12 {
      let row = (first * 27 + second) * 27
      let third = draw(counts[row..<row + 27], &random)
      if third == 0 { break }
      letters.append(UInt8(ascii: "a") + UInt8(third - 1))
      (first, second) = (second, third)
    }
    return letters
  }

  private func draw(_ row: ArraySlice<UInt32>, _ random: inout SeededRandom) -> Int {
    let total = row.reduce(0) { $0 + Int($1) }
    // A pair no surname has leads nowhere; any letter will do.
    guard total > 0 else { return 1 + random.below(26) }
    var ticket = random.below(total)
    for (index, count) in row.enumerated() {
      ticket -= Int(count)
      if ticket < 0 { return index }
    }
    return 0
  }
}
