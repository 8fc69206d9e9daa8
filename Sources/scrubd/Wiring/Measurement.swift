import Detection
import Documents
import Evaluation
import Patterns
import Pipeline
import Redaction

/// Measures what a policy finds in annotated documents.
struct Measurement: Sendable {
  private let detector: Detector
  private let profile: Profile
  private let settings: DetectionSettings

  /// - Parameters:
  ///   - suspicion: instead of the profile's, in thousandths.
  ///   - finders: who may find.
  init(
    _ policy: Policy, suspicion: Int? = nil, finders: DetectionSettings.Finders = .all
  ) {
    var profile = policy.profile
    profile.suspicion = suspicion ?? profile.suspicion
    self.profile = profile
    detector = policy.detector
    settings = DetectionSettings(suspicion: profile.suspicion, finders: finders)
  }

  /// Scores a corpus.
  ///
  /// - Parameters:
  ///   - suffix: what stands behind the corpus's name in the result.
  ///   - step: called before each document.
  /// - Throws: when a document cannot be read through; the daemon would hold it, and no figure can stand for that.
  func score(
    _ corpus: AnnotatedCorpus, _ options: ScoringOptions, as suffix: String = "",
    step: () -> Void = {}
  ) throws -> CorpusScore {
    var scratch = DetectionScratch()
    var predicted: [PredictedSpan] = []
    for document in corpus.gold.documents {
      step()
      do {
        predicted += try predictions(for: document, &scratch)
      } catch {
        throw Failure("\(corpus.path), \(document.name): \(DetectCommand.explanation(error))")
      }
    }
    let score = Scorer.score(
      documents: corpus.gold.documents, gold: corpus.gold.spans, predicted: predicted,
      options: options)
    return CorpusScore(
      name: corpus.name + suffix, isReadAsProse: corpus.isOfMachines, score: score)
  }

  /// What would be taken out of a document, in code points.
  private func predictions(
    for document: EvaluationDocument, _ scratch: inout DetectionScratch
  ) throws -> [PredictedSpan] {
    let text = Array(document.text.utf8)
    var points = CodePoints(text)
    let findings = try detector.detect(text, &scratch, settings: settings).findings
    return profile.taken(findings, from: text)
      .map { finding in
        PredictedSpan(
          file: document.name, start: points.offset(of: finding.range.lowerBound),
          end: points.offset(of: finding.range.upperBound), hipaa: finding.category.goldLabel,
          rule: finding.rule)
      }
  }
}
