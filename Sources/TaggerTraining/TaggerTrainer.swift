package import Tagger

/// Makes a model from labelled sequences. The same input gives the same bytes, however many cores the machine has.
package enum TaggerTrainer {
  /// Trains a model and returns its file, which takes its own probabilities at their word until it is calibrated.
  ///
  /// - Parameter progress: told after each step.
  package static func train(
    _ sequences: [LabelledSequence], _ settings: TrainingSettings = TrainingSettings(),
    progress: (TrainingProgress) -> Void = { _ in }
  ) -> [UInt8] {
    let corpus = IndexedCorpus(sequences, leastCount: settings.leastCount)
    let objective = ChainObjective(corpus, sigma: settings.sigma)
    var minimizer = Minimizer(rowCount: objective.rowCount)
    minimizer.run(
      objective, mostIterations: settings.mostIterations, leastGain: settings.leastGain
    ) { step in
      progress(
        TrainingProgress(
          iteration: step.iteration, objective: step.value, gradientLength: step.gradientLength,
          evaluations: step.evaluations, featureCount: corpus.keys.count))
    }
    var weights = Quantizer(leastWeight: settings.leastWeight)
      .weights(minimizer.point, keys: corpus.keys, features: settings.features)
    weights.groups = settings.groups
    return weights.bytes
  }

  /// The file of the same model, calibrated on sequences it was not trained on.
  package static func calibrate(_ model: TaggerModel, _ heldOut: [LabelledSequence]) -> [UInt8] {
    var fit = CalibrationFit()
    var scratch = TaggerScratch()
    for sequence in heldOut {
      model.marginals(of: sequence.features, 0..<sequence.features.count, into: &scratch)
      for (token, allowed) in sequence.allowed.enumerated() {
        let isNothing = allowed.isSubset(of: .nothing)
        // Where both would be right the token cannot tell.
        guard isNothing || allowed.isDisjoint(with: .nothing) else { continue }
        fit.add(scratch.nothing(at: token), wasNothing: isNothing, weight: Double(sequence.weight))
      }
    }
    return model.bytes(with: fit.calibration)
  }
}
