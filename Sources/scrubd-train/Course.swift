import Tagger
import TaggerTraining

/// All lessons, and the model that is learnt from them.
struct Course {
  private let lessons: [Lesson]

  init(_ lessons: [Lesson]) { self.lessons = lessons }

  /// A finished model.
  struct Model {
    var bytes: [UInt8]
    var featureCount: Int
  }

  /// How much there is to learn from, and how much of it the tagger never gets to see.
  var summary: String {
    let tokens = lessons.reduce(0) { $0 + $1.tokenCount }
    let read = lessons.reduce(0) { $0 + $1.readCount }
    let marked = lessons.reduce(0) { $0 + $1.markedCount }
    let missed = lessons.reduce(0) { $0 + $1.missedCount }
    return """
      \(lessons.count) documents, \(tokens) tokens, \(read) read by the tagger
      \(marked) tokens of identifiers, \(missed) of them where the tagger does not read
      """
  }

  /// Trains on all lessons.
  func model(
    _ settings: TrainingSettings, isCalibrated: Bool, progress: (TrainingProgress) -> Void
  ) throws -> Model {
    let all = lessons.flatMap(\.sequences)
    guard !all.isEmpty else {
      throw TrainFailure(
        "the annotated texts hold nothing to learn from; add some to corpora/written")
    }
    let trained = try TaggerModel(bytes: TaggerTrainer.train(all, settings, progress: progress))
    guard isCalibrated else { return Course.model(trained, trained.calibration) }
    return Course.model(trained, try calibration(settings, progress))
  }

  /// What the probabilities of such a model are worth, measured on documents that a second one, trained alike, has not
  /// seen.
  private func calibration(
    _ settings: TrainingSettings, _ progress: (TrainingProgress) -> Void
  ) throws -> Calibration {
    let heldOut = lessons.filter { $0.isHeldOut && $0.isOriginal }.flatMap(\.sequences)
    let taught = lessons.filter { !$0.isHeldOut }.flatMap(\.sequences)
    guard !heldOut.isEmpty, !taught.isEmpty else {
      throw TrainFailure(
        "the annotated texts are too few to calibrate with; give six documents or more, or --uncalibrated"
      )
    }
    let model = try TaggerModel(bytes: TaggerTrainer.train(taught, settings, progress: progress))
    return try TaggerModel(bytes: TaggerTrainer.calibrate(model, heldOut)).calibration
  }

  private static func model(_ trained: TaggerModel, _ calibration: Calibration) -> Model {
    Model(bytes: trained.bytes(with: calibration), featureCount: trained.featureCount)
  }
}
