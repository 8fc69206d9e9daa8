internal import Tagger

/// The training data with rows of weights in the place of feature keys.
struct IndexedCorpus: Sendable {
  /// The features seen often enough, the most frequent first, so that what is needed often lies together; a feature's
  /// place is its row.
  let keys: [UInt32]
  /// The rows of all tokens, one token after the other.
  private(set) var rows: [UInt32] = []
  /// Where each token's rows begin, and last where they end.
  private(set) var tokens: [Int] = [0]
  /// Where each sequence's tokens begin, and last where they end.
  private(set) var sequences: [Int] = [0]
  /// Per token.
  private(set) var allowed: [TagLabels] = []
  /// Per sequence.
  private(set) var weights: [Float] = []

  /// - Parameter leastCount: features on fewer tokens are left out.
  init(_ labelled: [LabelledSequence], leastCount: Int) {
    keys = IndexedCorpus.frequentKeys(labelled, leastCount: leastCount)
    let row = Dictionary(uniqueKeysWithValues: zip(keys, 0..<UInt32(keys.count)))
    rows.reserveCapacity(labelled.reduce(0) { $0 + $1.features.keys.count })
    for sequence in labelled where sequence.features.count > 0 {
      for token in 0..<sequence.features.count {
        for key in sequence.features.features(of: token) {
          if let row = row[key] { rows.append(row) }
        }
        tokens.append(rows.count)
      }
      allowed += sequence.allowed
      weights.append(sequence.weight)
      sequences.append(allowed.count)
    }
  }

  /// The number of tokens of the longest sequence.
  var longestSequence: Int {
    zip(sequences, sequences.dropFirst()).map { $1 - $0 }.max() ?? 0
  }

  /// Consecutive sequences in so many parts with about as many features each.
  func parts(_ count: Int) -> [Range<Int>] {
    var ends: [Int] = []
    for sequence in weights.indices {
      let share = (rows.count * (ends.count + 1)) / count
      if tokens[sequences[sequence]] >= share, ends.count < count - 1 { ends.append(sequence) }
    }
    ends += repeatElement(weights.count, count: count - ends.count)
    return zip([0] + ends, ends).map { $0..<$1 }
  }

  private static func frequentKeys(_ labelled: [LabelledSequence], leastCount: Int) -> [UInt32] {
    var all: [UInt32] = []
    all.reserveCapacity(labelled.reduce(0) { $0 + $1.features.keys.count })
    for sequence in labelled { all += sequence.features.keys }
    all.sort()
    var counted: [(count: Int, key: UInt32)] = []
    var start = 0
    for index in all.indices where index + 1 == all.count || all[index + 1] != all[index] {
      if index + 1 - start >= leastCount { counted.append((index + 1 - start, all[index])) }
      start = index + 1
    }
    return counted.sorted { ($1.count, $0.key) < ($0.count, $1.key) }.map(\.key)
  }
}
