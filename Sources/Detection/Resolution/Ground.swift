/// The bytes of one cluster of overlapping candidates, and who has each.
struct Ground {
  private static let nobody: Int32 = -1

  private let start: Int
  private var owner: [Int32]

  init(_ cluster: [Candidate]) {
    let start = cluster.map(\.range.lowerBound).min() ?? 0
    let end = cluster.map(\.range.upperBound).max() ?? start
    self.start = start
    owner = [Int32](repeating: Ground.nobody, count: end - start)
  }

  /// Those who have some byte of `range`, in the order they came.
  func owners(in range: Range<Int>) -> [Int] {
    var owners: Set<Int32> = []
    var last = Ground.nobody
    for byte in range where owner[byte - start] != last {
      last = owner[byte - start]
      if last != Ground.nobody { owners.insert(last) }
    }
    return owners.sorted().map(Int.init)
  }

  /// The stretches of `range` that nobody has.
  func free(in range: Range<Int>) -> [Range<Int>] {
    var free: [Range<Int>] = []
    var byte = range.lowerBound
    while byte < range.upperBound {
      let first = byte
      while byte < range.upperBound, owner[byte - start] == Ground.nobody { byte += 1 }
      if first < byte { free.append(first..<byte) }
      while byte < range.upperBound, owner[byte - start] != Ground.nobody { byte += 1 }
    }
    return free
  }

  mutating func take(_ range: Range<Int>, for number: Int) {
    for byte in range { owner[byte - start] = Int32(truncatingIfNeeded: number) }
  }
}
