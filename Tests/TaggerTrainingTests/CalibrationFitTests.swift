import Tagger
import TestSupport
import Testing

@testable import TaggerTraining

struct CalibrationFitTests {
  @Test func `what is seen often is believed`() {
    var fit = CalibrationFit()
    for index in 0..<1000 {
      fit.add(0.9, wasNothing: index % 10 < 6)
      fit.add(0.1, wasNothing: index % 10 == 0)
    }
    // Nine to one lies next to the point of eight to one, one to nine next to that of one to eight.
    #expect(abs(fit.calibration.thousandths(Calibration.points[19]) - 600) <= 2)
    #expect(abs(fit.calibration.thousandths(Calibration.points[13]) - 100) <= 2)
  }

  @Test func `neighbours that fall are pooled`() {
    var fit = CalibrationFit()
    for _ in 0..<500 {
      fit.add(Calibration.points[16], wasNothing: true)
      fit.add(Calibration.points[17], wasNothing: false)
    }
    #expect(abs(fit.calibration.thousandths(Calibration.points[16]) - 500) <= 1)
    #expect(fit.calibration.millionths[16] == fit.calibration.millionths[17])
  }

  @Test func `whatever is seen, the line never falls`() {
    var generator = SeededGenerator(seed: 1)
    for round in 0..<20 {
      var fit = CalibrationFit()
      for _ in 0..<round * 20 {
        fit.add(.random(in: 0...1, using: &generator), wasNothing: .random(using: &generator))
      }
      for end: Float in [0, 1] { fit.add(end, wasNothing: .random(using: &generator)) }
      let line = fit.calibration.millionths
      #expect(line == line.sorted())
    }
  }

  @Test func `a model that is too sure is brought down to how often it is right`() throws {
    var task = ToyTask(seed: 1)
    let model = try TaggerModel(bytes: TaggerTrainer.train(task.sequences(20), ToyTask.settings))
    // Half of all tokens are names after all.
    let others = task.sequences(60).map { sequence in
      let allowed = sequence.allowed.map { truth in
        Bool.random(using: &task.generator) ? TagLabels.only(.nameBegin) : truth
      }
      return LabelledSequence(sequence.features, allowed)
    }
    let calibrated = try TaggerModel(bytes: TaggerTrainer.calibrate(model, others))
    try calibrated.verifyChecksum()
    let truth = others.flatMap(\.allowed).map { $0.isSubset(of: .nothing) ? 1000 : 0 }
    let share = truth.reduce(0, +) / truth.count
    #expect(abs(meanNothing(model, others) - share) > 150)
    #expect(abs(meanNothing(calibrated, others) - share) < 30)
  }

  /// The calibrated probability of nothing of a token, on the average, in thousandths.
  private func meanNothing(_ model: TaggerModel, _ sequences: [LabelledSequence]) -> Int {
    var scratch = TaggerScratch()
    let all = sequences.flatMap { sequence in
      model.marginals(of: sequence.features, 0..<sequence.features.count, into: &scratch)
      return (0..<scratch.count).map { model.calibrated(scratch.nothing(at: $0)) }
    }
    return all.reduce(0, +) / all.count
  }

  @Test func `tokens that may be either do not count`() throws {
    var task = ToyTask(seed: 2)
    let model = try TaggerModel(bytes: TaggerTrainer.train(task.sequences(20), ToyTask.settings))
    let open = task.sequences(20).map { sequence in
      LabelledSequence(sequence.features, sequence.allowed.map { _ in .any })
    }
    let calibrated = try TaggerModel(bytes: TaggerTrainer.calibrate(model, open))
    #expect(calibrated.calibration == .identity)
  }
}
