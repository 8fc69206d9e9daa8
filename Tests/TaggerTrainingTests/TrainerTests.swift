import Tagger
import TaggerTraining
import TestSupport
import Testing

struct TrainerTests {
  @Test func `what was seen is learned, and holds for what was not`() throws {
    var task = ToyTask(seed: 1)
    let model = try TaggerModel(bytes: TaggerTrainer.train(task.sequences(80), ToyTask.settings))
    try model.verifyChecksum()
    #expect(accuracy(model, task.sequences(40)) > 0.98)
  }

  @Test func `the same input makes the same bytes`() {
    var task = ToyTask(seed: 2)
    let sequences = task.sequences(10)
    #expect(
      TaggerTrainer.train(sequences, ToyTask.settings)
        == TaggerTrainer.train(sequences, ToyTask.settings))
  }

  @Test func `every step goes down and is told`() {
    var task = ToyTask(seed: 3)
    var told: [TrainingProgress] = []
    var settings = ToyTask.settings
    settings.mostIterations = 15
    settings.leastGain = 0
    _ = TaggerTrainer.train(task.sequences(8), settings) { told.append($0) }
    #expect(told.map(\.iteration) == Array(1...15))
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.objective >= $1.objective })
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.evaluations < $1.evaluations })
  }

  @Test func `training goes on to where the gradient vanishes`() {
    var task = ToyTask(seed: 4)
    var last: TrainingProgress?
    var settings = ToyTask.settings
    settings.mostIterations = 100
    settings.leastGain = 0
    _ = TaggerTrainer.train(task.sequences(4), settings) { last = $0 }
    #expect((last?.gradientLength ?? 1) < 0.02)
  }

  @Test func `features seen too seldom get no weights`() throws {
    var task = ToyTask(seed: 5)
    let sequences = task.sequences(30)
    var counts: [UInt32: Int] = [:]
    for sequence in sequences { for key in sequence.features.keys { counts[key, default: 0] += 1 } }
    var settings = ToyTask.settings
    settings.leastCount = 4
    var told = 0
    _ = TaggerTrainer.train(sequences, settings) { told = $0.featureCount }
    #expect(told == counts.values.count { $0 >= 4 })
  }

  @Test func `a cut of small weights makes a smaller file that still knows`() throws {
    var task = ToyTask(seed: 6)
    let sequences = task.sequences(80)
    var settings = ToyTask.settings
    settings.features = 77
    let whole = try TaggerModel(bytes: TaggerTrainer.train(sequences, settings))
    settings.leastWeight = 0.3
    let cut = try TaggerModel(bytes: TaggerTrainer.train(sequences, settings))
    #expect(cut.featureCount < whole.featureCount * 3 / 4)
    #expect(accuracy(cut, task.sequences(40)) > 0.97)
    #expect(cut.features == 77)
  }

  @Test func `a tighter sigma makes the model less sure`() throws {
    var task = ToyTask(seed: 7)
    let sequences = task.sequences(30)
    let sureness = try [Float(0.1), 1, 3].map { sigma in
      var settings = ToyTask.settings
      settings.sigma = sigma
      return confidence(
        try TaggerModel(bytes: TaggerTrainer.train(sequences, settings)), sequences)
    }
    #expect(sureness[0] < sureness[1] && sureness[1] < sureness[2])
  }

  @Test func `tokens of which any label will do teach nothing wrong`() throws {
    var task = ToyTask(seed: 8)
    let masked = task.sequences(120).map { sequence in
      let allowed = sequence.allowed.map { truth in
        Int.random(in: 0..<3, using: &task.generator) == 0 ? TagLabels.any : truth
      }
      return LabelledSequence(sequence.features, allowed)
    }
    let model = try TaggerModel(bytes: TaggerTrainer.train(masked, ToyTask.settings))
    #expect(accuracy(model, task.sequences(40)) > 0.97)
  }

  @Test func `a sequence of weight two counts as two, of weight zero as none`() {
    var task = ToyTask(seed: 9)
    let other = task.sequences(8)
    let some = task.sequences(8)
    func weighted(_ weight: Float) -> [LabelledSequence] {
      some.map { LabelledSequence($0.features, $0.allowed, weight: weight) }
    }
    func objective(_ sequences: [LabelledSequence]) -> Double {
      var settings = ToyTask.settings
      settings.leastCount = 1
      settings.mostIterations = 60
      settings.leastGain = 1e-6
      var objective = 0.0
      _ = TaggerTrainer.train(sequences, settings) { objective = $0.objective }
      return objective
    }
    let twice = objective(other + some + some)
    #expect(abs(objective(other + weighted(2)) / twice - 1) < 1e-3)
    #expect(abs(objective(other + weighted(0)) / objective(other) - 1) < 1e-3)
  }

  @Test func `there may be nothing to learn from`() throws {
    let model = try TaggerModel(bytes: TaggerTrainer.train([]))
    #expect(model.featureCount == 0)
    let empty = LabelledSequence(TagSequence(), [])
    #expect(try TaggerModel(bytes: TaggerTrainer.train([empty])).featureCount == 0)
  }

  private func accuracy(_ model: TaggerModel, _ sequences: [LabelledSequence]) -> Double {
    measure(model, sequences) { scratch, token, truth in
      let belief = scratch.probabilities(at: token)
      let best = TagLabel.allCases.max { belief[$0.lane] < belief[$1.lane] }
      return best.map(TagLabels.only) == truth ? 1 : 0
    }
  }

  private func confidence(_ model: TaggerModel, _ sequences: [LabelledSequence]) -> Double {
    measure(model, sequences) { scratch, token, _ in
      Double(scratch.probabilities(at: token).max())
    }
  }

  private func measure(
    _ model: TaggerModel, _ sequences: [LabelledSequence],
    _ value: (TaggerScratch, Int, TagLabels) -> Double
  ) -> Double {
    var scratch = TaggerScratch()
    var sum = 0.0
    var count = 0
    for sequence in sequences {
      model.marginals(of: sequence.features, 0..<sequence.features.count, into: &scratch)
      for (token, truth) in sequence.allowed.enumerated() { sum += value(scratch, token, truth) }
      count += sequence.allowed.count
    }
    return sum / Double(count)
  }
}
