/// Finds which of many literals stand in a text, in one pass and without allocation: an Aho-Corasick automaton, made
/// deterministic, over classes of bytes.
///
/// ASCII case does not count. Each byte costs two loads; the bytes that stand in no literal share one class, so that
/// the table stays small enough for the processor's cache.
struct LiteralAutomaton: Sendable {
  /// What the states that end literals are called: an index into `literals`.
  typealias Hit = Int

  /// The class of each byte.
  private(set) var classes = [UInt8](repeating: 0, count: 256)
  /// How many classes there are.
  private(set) var width = 1
  /// Next state by state and class. A state is the offset of its row, shifted left by one; the lowest bit says that
  /// some literal ends there.
  private var table: [UInt32] = []
  /// For each state, by row number, its hit or -1.
  private var hits: [Int32] = []
  /// For each hit the indices of the literals that end there.
  private(set) var literals: [[Int]] = []

  /// - Parameters:
  ///   - words: the literals, none of them empty.
  ///   - folded: what a byte is the same as. It maps what it returns to itself.
  init(_ words: [[UInt8]], folded: (UInt8) -> UInt8 = LiteralAutomaton.lowered) {
    let words = words.map { $0.map(folded) }
    for byte in Set(words.joined()).sorted() {
      classes[Int(byte)] = UInt8(truncatingIfNeeded: width)
      width += 1
    }
    for byte in UInt8.min...UInt8.max { classes[Int(byte)] = classes[Int(folded(byte))] }
    build(Trie(words, classes, width))
  }

  /// One that was made before.
  ///
  /// - Parameters:
  ///   - next: the number of the next state, by state and class.
  ///   - hits: one more than each state's hit, or 0.
  ///   - mostHits: how many hits there are.
  /// - Returns: nil when the numbers are none of an automaton's.
  init?(classes: [UInt8], width: Int, next: [UInt32], hits: [UInt32], mostHits: Int) {
    let rows = UInt32(truncatingIfNeeded: hits.count)
    guard classes.count == 256, classes.allSatisfy({ Int($0) < width }), !hits.isEmpty,
      next.count == hits.count * width, next.allSatisfy({ $0 < rows }),
      hits.allSatisfy({ $0 <= mostHits })
    else { return nil }
    self.classes = classes
    self.width = width
    self.hits = hits.map { Int32(truncatingIfNeeded: $0) - 1 }
    table = next.map { LiteralAutomaton.entry($0, width, hits[Int($0)] > 0) }
  }

  /// What the other initializer takes of it.
  var rows: (next: [UInt32], hits: [UInt32]) {
    (
      table.map { $0 >> 1 / UInt32(width) }, hits.map { UInt32(truncatingIfNeeded: $0 + 1) }
    )
  }

  private static func entry(_ row: UInt32, _ width: Int, _ hasHit: Bool) -> UInt32 {
    row &* UInt32(truncatingIfNeeded: width) << 1 | (hasHit ? 1 : 0)
  }

  static func lowered(_ byte: UInt8) -> UInt8 { ByteClass.isUpper(byte) ? byte | 0x20 : byte }

  /// Scans `text`; marks each hit that occurs in `isMet`, and returns the number of ASCII digits.
  ///
  /// - Parameter isMet: one flag for each hit, false at first.
  func scan(_ text: Span<UInt8>, _ isMet: inout [Bool]) -> Int {
    var state: UInt32 = 0
    var digits = 0
    for index in text.indices {
      let byte = text[index]
      digits &+= byte &- 0x30 < 10 ? 1 : 0
      state = table[Int(state >> 1) &+ Int(classes[Int(byte)])]
      if state & 1 == 1 { isMet[Int(hits[Int(state >> 1) / width])] = true }
    }
    return digits
  }

  /// Calls `body` with each hit that ends in a stretch of `text`, and the offset behind it, in the order of the text.
  ///
  /// - Parameter state: where the scan stands, 0 at the text's start; pass it on to the stretch behind.
  @inline(__always)
  func eachHit(
    in text: Span<UInt8>, _ stretch: Range<Int>, _ state: inout UInt32, _ body: (Hit, Int) -> Void
  ) {
    for index in stretch {
      state = table[Int(state >> 1) &+ Int(classes[Int(text[index])])]
      if state & 1 == 1 { body(Int(hits[Int(state >> 1) / width]), index &+ 1) }
    }
  }

  /// Turns the trie into the table, breadth first: what leads nowhere in a state's row leads where it does in that of its
  /// longest proper suffix.
  private mutating func build(_ trie: Trie) {
    var next = trie.next
    var ends = trie.ends
    let count = ends.count
    var suffix = [Int](repeating: 0, count: count)
    var order = [0]
    order.reserveCapacity(count)
    var reached = 0
    while reached < order.count {
      let node = order[reached]
      reached += 1
      let row = node * width
      let other = suffix[node] * width
      if node != 0 { ends[node] += ends[suffix[node]] }
      for column in 0..<width {
        let following = node == 0 ? 0 : next[other + column]
        if next[row + column] == 0 {
          next[row + column] = following
        } else {
          suffix[Int(next[row + column])] = Int(following)
          order.append(Int(next[row + column]))
        }
      }
    }
    hits = ends.map { ends in
      guard !ends.isEmpty else { return -1 }
      literals.append(ends)
      return Int32(truncatingIfNeeded: literals.count - 1)
    }
    table = next.map { LiteralAutomaton.entry($0, width, hits[Int($0)] >= 0) }
  }
}

/// The literals' prefixes as a tree, its nodes numbered from the root, 0, on.
private struct Trie {
  /// For each node and class the child, 0 for none.
  private(set) var next: [UInt32]
  /// For each node the literals that end there.
  private(set) var ends: [[Int]] = [[]]

  init(_ words: [[UInt8]], _ classes: [UInt8], _ width: Int) {
    next = [UInt32](repeating: 0, count: width)
    for (index, word) in words.enumerated() {
      var node = 0
      for byte in word {
        let place = node * width + Int(classes[Int(byte)])
        if next[place] == 0 {
          next[place] = UInt32(ends.count)
          ends.append([])
          next.append(contentsOf: repeatElement(0, count: width))
        }
        node = Int(next[place])
      }
      ends[node].append(index)
    }
  }
}
