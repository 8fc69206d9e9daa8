import Glibc
import Tagger
import TestSupport
import Testing

struct MarginalsTests {
  @Test(arguments: 1...3, [0, 2, 6])
  func `marginals are those of all labellings added up`(tokens: Int, steps: Int) throws {
    var random = RandomModel(seed: UInt64(tokens * 10 + steps), steps: steps)
    if steps == 0 { random.soften() }
    let sequence = random.sequence(tokens: tokens, features: 5)
    let marginals = try random.model.marginals(sequence)
    let expected = random.enumerate(sequence)
    for token in 0..<tokens {
      for label in 0..<16 {
        #expect(abs(Double(marginals[token][label]) - expected[token][label]) < 2e-5)
      }
    }
  }

  @Test func `the same scratch serves sequences of any length`() throws {
    var random = RandomModel(seed: 7)
    let model = try random.model
    var scratch = TaggerScratch()
    for tokens in [3, 40, 1, 0, 17] {
      let sequence = random.sequence(tokens: tokens, features: 8)
      model.marginals(of: sequence, 0..<tokens, into: &scratch)
      #expect(scratch.count == tokens)
      #expect((0..<tokens).map { scratch.probabilities(at: $0) } == model.marginals(sequence))
    }
  }

  @Test func `some tokens of a sequence are a chain of their own`() throws {
    var random = RandomModel(seed: 8)
    let model = try random.model
    let whole = random.sequence(tokens: 9, features: 4)
    var part = TagSequence()
    for token in 3..<7 {
      for key in whole.features(of: token) { part.add(key) }
      part.endToken()
    }
    var scratch = TaggerScratch()
    model.marginals(of: whole, 3..<7, into: &scratch)
    #expect((0..<4).map { scratch.probabilities(at: $0) } == model.marginals(part))
  }

  @Test func `features the model does not know change nothing`() throws {
    var random = RandomModel(seed: 9)
    let model = try random.model
    let known = Set(random.weights.keys)
    let sequence = random.sequence(tokens: 6, features: 10)
    var noisy = TagSequence()
    for token in 0..<6 {
      for key in sequence.features(of: token) {
        noisy.add(key)
        for _ in 0..<20 {
          let other = UInt32.random(in: 1...UInt32.max, using: &random.generator)
          if !known.contains(other) { noisy.add(other) }
        }
      }
      noisy.endToken()
    }
    #expect(model.marginals(noisy) == model.marginals(sequence))
  }

  @Test func `the strongest weights on the most features neither overflow nor vanish`() throws {
    var random = RandomModel(seed: 10, steps: 0)
    for row in random.weights.rows.indices {
      random.weights.rows[row] = SIMD16(repeating: -127)
      random.weights.rows[row][row % 16] = 127
    }
    for label in 0..<16 {
      random.weights.transitions[label] = SIMD16(repeating: Int16.min)
      random.weights.transitions[label][0] = Int16.max
    }
    var sequence = random.sequence(tokens: 60, features: 0)
    sequence.removeAll()
    for token in 0..<60 {
      for _ in 0..<300 { sequence.add(random.weights.keys[token % 16]) }
      sequence.endToken()
    }
    for belief in try random.model.marginals(sequence) {
      #expect(abs(belief.sum() - 1) < 1e-5)
      #expect(belief.min() >= 0)
    }
  }

  @Test func `the numbers are the same on every machine`() throws {
    var random = RandomModel(seed: 11)
    let sequence = random.sequence(tokens: 20, features: 20)
    var digest: UInt32 = 0
    for belief in try random.model.marginals(sequence) {
      for lane in belief.indices { digest = (digest &* 31) ^ belief[lane].bitPattern }
    }
    #expect(digest == 3_155_280_093)
  }

  @Test func `nothing is outside, profession and region`() throws {
    var random = RandomModel(seed: 12)
    let sequence = random.sequence(tokens: 5, features: 3)
    var scratch = TaggerScratch()
    try random.model.marginals(of: sequence, 0..<5, into: &scratch)
    for token in 0..<5 {
      let belief = scratch.probabilities(at: token)
      let others = TagLabel.allCases.filter { !$0.isNothing }
      #expect(
        abs(scratch.nothing(at: token) + others.reduce(0) { $0 + belief[$1.lane] } - 1) < 1e-5)
    }
  }
}

extension RandomModel {
  /// Makes weights small enough for steps of a whole bit.
  mutating func soften() {
    weights.rows = weights.rows.map { $0 / 20 }
    weights.transitions = weights.transitions.map { $0 / 20 }
    weights.start /= 20
    weights.end /= 20
  }

  /// Marginals by trying every labelling, in double precision.
  func enumerate(_ sequence: TagSequence) -> [[Double]] {
    let row = Dictionary(uniqueKeysWithValues: zip(weights.keys, weights.rows))
    let scores = (0..<sequence.count).map { token in
      (0..<16).map { label in
        sequence.features(of: token).reduce(0) { $0 + Int(row[$1]?[label] ?? 0) }
      }
    }
    var sums = [[Double]](repeating: Array(repeating: 0, count: 16), count: sequence.count)
    var total = 0.0
    func extend(_ labels: [Int], _ score: Int) {
      guard labels.count < sequence.count else {
        let mass = exp2(
          Double(score + Int(weights.end[labels[labels.count - 1]])) / Double(1 << weights.steps))
        total += mass
        for (token, label) in labels.enumerated() { sums[token][label] += mass }
        return
      }
      for label in 0..<16 {
        let link = labels.last.map { weights.transitions[$0][label] } ?? weights.start[label]
        extend(labels + [label], score + Int(link) + scores[labels.count][label])
      }
    }
    extend([], 0)
    return sums.map { $0.map { $0 / total } }
  }
}
