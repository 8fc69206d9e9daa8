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
  /// For each state a row: the next state by class and, last, its hit. A state is the offset of its row, shifted left by
  /// one; the lowest bit says that some literal ends there.
  private(set) var table: [UInt32] = []
  /// The bytes of the longest literal: what stands farther back does not count for a state.
  private(set) var longest = 0
  /// For each hit the indices of the literals that end there.
  private(set) var literals: [[Int]] = []

  /// - Parameters:
  ///   - words: the literals, none of them empty.
  ///   - folded: what a byte is the same as. It maps what it returns to itself.
  init(_ words: [[UInt8]], folded: (UInt8) -> UInt8 = LiteralAutomaton.lowered) {
    var isUsed = [Bool](repeating: false, count: 256)
    for word in words { for byte in word { isUsed[Int(folded(byte))] = true } }
    // What a row holds for frequent bytes lies side by side.
    for byte in ByteClasses.frequent + (UInt8.min...UInt8.max) where isUsed[Int(byte)] {
      classes[Int(byte)] = UInt8(truncatingIfNeeded: width)
      width += 1
      isUsed[Int(byte)] = false
    }
    for byte in UInt8.min...UInt8.max { classes[Int(byte)] = classes[Int(folded(byte))] }
    longest = words.reduce(0) { max($0, $1.count) }
    build(Trie(words, classes, width))
  }

  /// One that was made before.
  ///
  /// - Parameter table: that of the other one.
  /// - Returns: nil when a text would lead out of the table. Damage that does not may give hits that are none.
  init?(classes: [UInt8], width: Int, longest: Int, table: [UInt32]) {
    var most: UInt32 = 0
    for entry in table { most = max(most, entry) }
    guard classes.count == 256, classes.allSatisfy({ Int($0) < width }),
      Int(most >> 1) + width < table.count
    else { return nil }
    self.classes = classes
    self.width = width
    self.longest = longest
    self.table = table
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
      if state & 1 == 1 { isMet[hit(of: state)] = true }
    }
    return digits
  }

  /// Sets `hits` to those that end in a stretch of `text`.
  ///
  /// The processor waits for the memory of one state before it can ask for the next: so the four quarters are read side
  /// by side.
  func find(in text: Span<UInt8>, _ stretch: Range<Int>, _ hits: inout LiteralHits) {
    hits.removeAll()
    let quarter = stretch.count / 4
    let first = stretch.lowerBound
    let (second, third, fourth) = (first + quarter, first + 2 * quarter, first + 3 * quarter)
    var one = state(text, before: first)
    var two = state(text, before: second)
    var three = state(text, before: third)
    var four = state(text, before: fourth)
    for step in 0..<quarter {
      read(text, first &+ step, &one, &hits.first)
      read(text, second &+ step, &two, &hits.second)
      read(text, third &+ step, &three, &hits.third)
      read(text, fourth &+ step, &four, &hits.fourth)
    }
    for place in fourth + quarter..<stretch.upperBound { read(text, place, &four, &hits.fourth) }
  }

  @inline(__always)
  private func read(
    _ text: Span<UInt8>, _ place: Int, _ state: inout UInt32, _ hits: inout [LiteralHits.Hit]
  ) {
    state = table[Int(state >> 1) &+ Int(classes[Int(text[place])])]
    if state & 1 == 1 {
      hits.append(.init(number: Int32(truncatingIfNeeded: hit(of: state)), end: place &+ 1))
    }
  }

  /// The state in front of a place.
  private func state(_ text: Span<UInt8>, before place: Int) -> UInt32 {
    var state: UInt32 = 0
    for index in max(0, place - longest)..<place {
      state = table[Int(state >> 1) &+ Int(classes[Int(text[index])])]
    }
    return state
  }

  @inline(__always) private func hit(of state: UInt32) -> Hit {
    Int(table[Int(state >> 1) &+ width])
  }

  /// Turns the trie into the table, breadth first: what leads nowhere in a state's row leads where it does in that of its
  /// longest proper suffix.
  private mutating func build(_ trie: Trie) {
    var next = trie.next
    var ends = trie.ends
    var cells = next.mutableSpan
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
        let following = node == 0 ? 0 : cells[other &+ column]
        let child = Int(cells[row &+ column])
        if child == 0 {
          cells[row &+ column] = following
        } else {
          suffix[child] = Int(following)
          order.append(child)
        }
      }
    }
    fill(next, ends)
  }

  /// - Parameters:
  ///   - next: for each node and class the node that follows.
  ///   - ends: for each node the literals that end there.
  private mutating func fill(_ next: [UInt32], _ ends: [[Int]]) {
    let stride = UInt32(width + 1)
    let states = ends.indices.map { UInt32($0) * stride << 1 | (ends[$0].isEmpty ? 0 : 1) }
    table.reserveCapacity(ends.count * Int(stride))
    for node in ends.indices {
      for column in node * width..<(node + 1) * width { table.append(states[Int(next[column])]) }
      table.append(UInt32(literals.count))
      if !ends[node].isEmpty { literals.append(ends[node]) }
    }
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
