import ArgumentParser
import Detection
import Documents
import Patterns
import Redaction
import Evaluation
import Settings

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures recall and precision on annotated documents of your own.",
    discussion: """
      The annotations are JSON Lines (--gold, offsets in code points), i2b2 2014 XML files, or BRAT standoff (.ann beside \
      .txt); the last two hold or lie beside the documents and need no --gold. Misses and false positives show document text.

      EXAMPLE
        scrubd evaluate --gold notes/gold.jsonl notes/docs --required-only --misses 20
        scrubd evaluate i2b2/testing-PHI-Gold-fixed
      """)

  @Argument(help: "The folder with the documents.") var documents: String
  @Option(help: ArgumentHelp("Annotations as JSON Lines.", valueName: "file")) var gold: String?
  @Flag(help: "Leave out what Safe Harbor does not ask for (\"required\": false).")
  var requiredOnly = false
  @Option(help: ArgumentHelp("Labels to leave out, with commas.", valueName: "labels"))
  var ignore = ""
  @Option(help: "Show so many misses.") var misses = 0
  @Option(help: "Show so many false positives.") var fps = 0
  @OptionGroup var policy: PolicyOptions

  func run() throws {
    let loaded = try Policy(try Settings.load(policy.overrides))
    let corpus = try AnnotatedFolder.read(documents, gold: gold)
    let progress = Progress(total: corpus.documents.count)
    var scratch = DetectionScratch()
    var predicted: [PredictedSpan] = []
    for document in corpus.documents {
      progress.step()
      predicted += try loaded.predictions(for: document, &scratch)
    }
    progress.end()
    let score = Scorer.score(
      documents: corpus.documents, gold: corpus.spans, predicted: predicted,
      options: ScoringOptions(
        requiredOnly: requiredOnly, ignored: Set(ignore.split(separator: ",").map(String.init))))
    for file in score.unknownFiles.prefix(5) {
      Console.error("warning: annotations for \(file), which is not there")
    }
    Console.out(score.table())
    if misses > 0 { Console.out(score.misses(misses)) }
    if fps > 0 { Console.out(score.falsePositives(fps)) }
  }
}

extension Policy {
  /// What would be taken out of a document, in code points.
  fileprivate func predictions(
    for document: EvaluationDocument, _ scratch: inout DetectionScratch
  ) throws -> [PredictedSpan] {
    let text = Array(document.text.utf8)
    var points = CodePoints(text)
    return try detector.detect(text, &scratch).findings
      .filter { redactor.action(for: $0) != .keep }
      .map { finding in
        PredictedSpan(
          file: document.name, start: points.offset(of: finding.range.lowerBound),
          end: points.offset(of: finding.range.upperBound), hipaa: finding.category.goldLabel,
          rule: finding.rule)
      }
  }
}
