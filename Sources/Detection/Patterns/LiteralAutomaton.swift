/// Finds which of many literals stand in a text, in one pass and without allocation: an Aho-Corasick automaton, made
/// deterministic, over classes of bytes.
///
/// ASCII case does not count. Each byte costs two loads; the bytes that stand in no literal share one class, so that
/// the table stays small enough for the processor's cache.
struct LiteralAutomaton: Sendable {
  /// What the states that end literals are called: an index into `literals`.
  typealias Hit = Int

  /// The class of each byte.
  private var classes = [UInt8](repeating: 0, count: 256)
  /// How many classes there are.
  private var width = 1
  /// Next state by state and class. A state is the offset of its row, shifted left by one; the lowest bit says that
  /// some literal ends there.
  private var table: [UInt32] = []
  /// For each state, by row number, its hit or -1.
  private var hits: [Int32] = []
  /// For each hit the indices of the literals that end there.
  private(set) var literals: [[Int]] = []

  /// - Parameter words: the literals, none of them empty.
  init(_ words: [[UInt8]]) {
    let words = words.map { $0.map(LiteralAutomaton.lowered) }
    for byte in Set(words.joined()).sorted() {
      classes[Int(byte)] = UInt8(truncatingIfNeeded: width)
      if byte >= 0x61, byte <= 0x7a { classes[Int(byte & 0xdf)] = classes[Int(byte)] }
      width += 1
    }
    build(Trie(words, classes, width))
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

  /// Turns the trie into the table, breadth first: a state's row starts as that of its longest proper suffix.
  private mutating func build(_ trie: Trie) {
    let count = trie.nodes.count
    var suffix = [Int](repeating: 0, count: count)
    var ends = trie.nodes.map(\.literals)
    var next = [Int](repeating: 0, count: count * width)
    for node in trie.breadthFirst {
      if node != 0 {
        ends[node] += ends[suffix[node]]
        for column in 0..<width {
          next[node * width + column] = next[suffix[node] * width + column]
        }
      }
      for (column, child) in trie.nodes[node].children {
        suffix[child] = node == 0 ? 0 : next[suffix[node] * width + column]
        next[node * width + column] = child
      }
    }
    hits = ends.map { ends in
      guard !ends.isEmpty else { return -1 }
      literals.append(ends)
      return Int32(truncatingIfNeeded: literals.count - 1)
    }
    table = next.map {
      UInt32(truncatingIfNeeded: $0 * width) << 1 | (hits[$0] >= 0 ? 1 : 0)
    }
  }
}

/// The literals' prefixes as a tree.
private struct Trie {
  struct Node {
    var children: [Int: Int] = [:]
    var literals: [Int] = []
  }

  private(set) var nodes = [Node()]
  /// All nodes, each behind all that are nearer to the root.
  private(set) var breadthFirst: [Int] = []

  init(_ words: [[UInt8]], _ classes: [UInt8], _ width: Int) {
    for (index, word) in words.enumerated() {
      var node = 0
      for byte in word { node = child(of: node, Int(classes[Int(byte)])) }
      nodes[node].literals.append(index)
    }
    breadthFirst = [0]
    var reached = 0
    while reached < breadthFirst.count {
      breadthFirst += nodes[breadthFirst[reached]].children.sorted { $0.key < $1.key }.map(\.value)
      reached += 1
    }
  }

  private mutating func child(of node: Int, _ column: Int) -> Int {
    if let known = nodes[node].children[column] { return known }
    nodes.append(Node())
    nodes[node].children[column] = nodes.count - 1
    return nodes.count - 1
  }
}
