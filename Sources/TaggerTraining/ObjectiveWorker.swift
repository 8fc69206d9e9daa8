/// The part of the objective that some of the sequences make up.
final class ObjectiveWorker {
  /// The part's gradient at the last point, without the price of the weights.
  let gradient: ParameterVector
  /// The part's value at the last point.
  private(set) var loss = 0.0

  private let corpus: IndexedCorpus
  private let sequences: Range<Int>
  private let lattice: ChainLattice
  /// Per token of a sequence: what is expected of each label less what the truth has.
  private var excess: [LabelRow]
  /// The same of pairs of labels, divided by the factor of their transition.
  private var pairs: [LabelRow]
  /// The sum of `pairs` over all sequences, in numbers that do not lose the small ones.
  private var allPairs: [SIMD16<Double>]

  init(_ corpus: IndexedCorpus, _ sequences: Range<Int>, rowCount: Int) {
    self.corpus = corpus
    self.sequences = sequences
    let longest = corpus.longestSequence
    gradient = ParameterVector(rowCount: rowCount)
    lattice = ChainLattice(capacity: longest)
    excess = Array(repeating: .zero, count: longest)
    pairs = Array(repeating: .zero, count: 16)
    allPairs = Array(repeating: .zero, count: 16)
  }

  /// Works out the part's value and gradient at a point.
  func evaluate(_ point: ParameterVector, _ chain: ChainPotentials) {
    loss = 0
    unsafe gradient.rows.update(repeating: .zero)
    for label in 0..<16 { allPairs[label] = .zero }
    for sequence in sequences where corpus.weights[sequence] > 0 {
      add(sequence, point, chain)
    }
    for label in 0..<16 {
      unsafe gradient.rows[gradient.firstTransition + label] =
        LabelRow(allPairs[label]) * chain.forward[label]
    }
  }

  private func add(_ sequence: Int, _ point: ParameterVector, _ chain: ChainPotentials) {
    let tokens = corpus.sequences[sequence]..<corpus.sequences[sequence + 1]
    let weight = corpus.weights[sequence]
    unsafe excess.withUnsafeMutableBufferPointer { excess in
      unsafe pairs.withUnsafeMutableBufferPointer { pairs in
        unsafe excess.update(repeating: .zero)
        unsafe pairs.update(repeating: .zero)
        let excess = unsafe excess.baseAddress.unsafelyUnwrapped
        let pairs = unsafe pairs.baseAddress.unsafelyUnwrapped
        fillEmissions(tokens, point)
        let all = unsafe lattice.run(tokens.count, chain, sign: 1, tokens: excess, pairs: pairs)
        restrictEmissions(tokens)
        let truth = unsafe lattice.run(tokens.count, chain, sign: -1, tokens: excess, pairs: pairs)
        loss += Double(weight) * (all - truth)
        unsafe spread(excess, tokens, weight)
        for label in 0..<16 { unsafe allPairs[label] += SIMD16<Double>(pairs[label] * weight) }
      }
    }
  }

  /// The factor of each token's features, the best label's being 1.
  private func fillEmissions(_ tokens: Range<Int>, _ point: ParameterVector) {
    unsafe corpus.rows.withUnsafeBufferPointer { rows in
      for token in tokens {
        var score = LabelRow.zero
        for index in corpus.tokens[token]..<corpus.tokens[token + 1] {
          unsafe score += point.rows[Int(rows[index])]
        }
        unsafe lattice.emissions[token - tokens.lowerBound] = (score - score.highest).exponential
      }
    }
  }

  private func restrictEmissions(_ tokens: Range<Int>) {
    for token in tokens where corpus.allowed[token] != .any {
      unsafe lattice.emissions[token - tokens.lowerBound] *= corpus.allowed[token].factors
    }
  }

  /// Adds each token's excess to the gradient of its features; the ends' go to the start and the end as well.
  private func spread(
    _ excess: UnsafeMutablePointer<LabelRow>, _ tokens: Range<Int>, _ weight: Float
  ) {
    unsafe corpus.rows.withUnsafeBufferPointer { rows in
      for token in tokens {
        let excess = unsafe excess[token - tokens.lowerBound] * weight
        for index in corpus.tokens[token]..<corpus.tokens[token + 1] {
          unsafe gradient.rows[Int(rows[index])] += excess
        }
      }
    }
    unsafe gradient.rows[gradient.start] += excess[0] * weight
    unsafe gradient.rows[gradient.end] += excess[tokens.count - 1] * weight
  }
}
