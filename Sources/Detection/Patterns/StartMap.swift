/// One bit for each rule and each place of a block of text.
struct StartMap: Sendable {
  /// The most bytes of a block.
  static let largestBlock = 8 * 1024
  private static let wordsPerRule = largestBlock / 64

  private var words: [UInt64] = []
  /// Whether the rule has any place in this block.
  private(set) var isMarked: [Bool] = []
  private var start = 0
  /// How many words of each rule the block takes.
  private var used = 0

  mutating func reset(rules: Int, _ block: Range<Int>) {
    let count = rules * StartMap.wordsPerRule
    if words.count == count {
      for rule in isMarked.indices where isMarked[rule] {
        isMarked[rule] = false
        let first = rule * StartMap.wordsPerRule
        for word in first..<(first + used) { words[word] = 0 }
      }
    } else {
      words = [UInt64](repeating: 0, count: count)
      isMarked = [Bool](repeating: false, count: rules)
    }
    start = block.lowerBound
    used = (block.count + 63) / 64
  }

  mutating func mark(_ rule: Int, _ offset: Int) {
    let place = offset &- start
    words[rule &* StartMap.wordsPerRule &+ place >> 6] |= 1 << UInt64(place & 63)
    isMarked[rule] = true
  }

  /// The first marked place of `rule` at or behind `offset`, which is not before the block.
  func next(_ rule: Int, from offset: Int) -> Int? {
    let place = offset - start
    var word = place >> 6
    guard word < used else { return nil }
    let first = rule * StartMap.wordsPerRule
    var bits = words[first + word] & (~0 << UInt64(place & 63))
    while bits == 0 {
      word += 1
      if word == used { return nil }
      bits = words[first + word]
    }
    return start + word << 6 + bits.trailingZeroBitCount
  }
}
