import Tagger
import TestSupport

/// Weights, keys and sequences that are invented by a seeded generator.
struct RandomModel {
  var generator: SeededGenerator
  var weights: ModelWeights

  init(seed: UInt64, featureCount: Int = 200, steps: Int = 4) {
    var generator = SeededGenerator(seed: seed)
    weights = ModelWeights(steps: steps, features: seed)
    var keys: Set<UInt32> = []
    while keys.count < featureCount { keys.insert(.random(in: 1...UInt32.max, using: &generator)) }
    weights.keys = keys.sorted()
    weights.rows = keys.map { _ in SIMD16.random(in: -40...40, using: &generator) }
    weights.transitions = (0..<16).map { _ in SIMD16.random(in: -60...60, using: &generator) }
    weights.start = .random(in: -60...60, using: &generator)
    weights.end = .random(in: -60...60, using: &generator)
    var words = SeededGenerator(seed: seed &+ 1)
    weights.groups = WordGroups(
      (0..<90).map { _ in
        WordGroups.Entry(
          word: .random(in: 1...UInt32.max, using: &words),
          group: .random(in: 1...999, using: &words))
      })
    self.generator = generator
  }

  var model: TaggerModel {
    get throws { try TaggerModel(bytes: weights.bytes) }
  }

  /// A sequence of known features.
  mutating func sequence(tokens: Int, features: Int) -> TagSequence {
    var sequence = TagSequence()
    for _ in 0..<tokens {
      for _ in 0..<features {
        sequence.add(weights.keys[Int.random(in: weights.keys.indices, using: &generator)])
      }
      sequence.endToken()
    }
    return sequence
  }
}

extension TaggerModel {
  /// The marginals of a whole sequence.
  func marginals(_ sequence: TagSequence) -> [SIMD16<Float>] {
    var scratch = TaggerScratch()
    marginals(of: sequence, 0..<sequence.count, into: &scratch)
    return (0..<sequence.count).map { scratch.probabilities(at: $0) }
  }
}
