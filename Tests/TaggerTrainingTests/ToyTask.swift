import Tagger
import TaggerTraining
import TestSupport

/// An invented language: words are numbers, those above 900 begin names, the word 500 makes the one after it a date, and
/// 600 is a region.
struct ToyTask {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Enough training for so little.
  static var settings: TrainingSettings {
    var settings = TrainingSettings()
    settings.mostIterations = 25
    settings.leastGain = 0.01
    return settings
  }

  static func features(_ words: [Int]) -> TagSequence {
    var sequence = TagSequence()
    for (token, word) in words.enumerated() {
      sequence.add(hash(1, word))
      sequence.add(hash(2, word / 100))
      sequence.add(hash(3, token > 0 ? words[token - 1] : -1))
      sequence.endToken()
    }
    return sequence
  }

  static func hash(_ template: Int, _ value: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (value &+ 7) &* 2_654_435_761 &+ template &* 40_503)
  }

  static func truth(_ words: [Int]) -> [TagLabel] {
    words.indices.map { token in
      if words[token] >= 900 {
        return token > 0 && words[token - 1] >= 900 ? .nameInside : .nameBegin
      }
      if token > 0, words[token - 1] == 500 { return .dateBegin }
      return words[token] == 600 ? .region : .outside
    }
  }

  mutating func words(_ count: Int) -> [Int] {
    (0..<count).map { _ in
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: 500
      case 1: 600
      case 2...4: .random(in: 900..<1000, using: &generator)
      default: .random(in: 0..<400, using: &generator)
      }
    }
  }

  mutating func sequences(_ count: Int, weight: Float = 1) -> [LabelledSequence] {
    (0..<count).map { _ in
      let words = words(.random(in: 1...12, using: &generator))
      return LabelledSequence(
        ToyTask.features(words), ToyTask.truth(words).map(TagLabels.only), weight: weight)
    }
  }
}
