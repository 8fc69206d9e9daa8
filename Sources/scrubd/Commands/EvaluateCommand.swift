import ArgumentParser
import Detection
import Evaluation
import Settings

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures recall and precision on annotated documents.",
    discussion: """
      Each folder is a corpus (docs/ beside gold.jsonl), holds corpora, or holds i2b2 2014 XML or BRAT standoff (.ann beside \
      .txt). One line is printed for each corpus; only what must go counts ("required" in gold.jsonl). With --gold, the folder \
      holds the documents, everything marked counts unless --required-only is given, and the figures are printed by label.

      A token counts as found when all of its characters are covered, whatever the label. --misses and --false-positives \
      print text of the annotated documents: use them only where you may read these, and do not paste what they print.

      EXAMPLE
        scrubd evaluate corpora
        scrubd evaluate corpora/writeups_dev --misses 20 --label NAME
        scrubd evaluate corpora --false-positives 20 --rule tagger/context
        scrubd evaluate corpora --without tagger --without memory
        scrubd evaluate corpora --ablation --markdown
        scrubd evaluate notes/docs --gold notes/gold.jsonl --required-only
        scrubd evaluate corpora/writeups_dev --revealing
      """)

  @Argument(help: "Folders with corpora or annotated documents.") var folders: [String]
  @Option(help: ArgumentHelp("Annotations of one folder as JSON Lines.", valueName: "file"))
  var gold: String?
  @Flag(help: "With --gold: leave out what Safe Harbor does not ask for (\"required\": false).")
  var requiredOnly = false
  @Option(help: ArgumentHelp("Labels to leave out, with commas.", valueName: "labels"))
  var ignore = ""
  @Flag(help: "Print the figures of each corpus by label.") var byLabel = false
  @Flag(help: "Measure revealing references (marked REVEALING or PROFESSION) and holds instead.")
  var revealing = false
  @OptionGroup(title: "Examples (print document text)") var examples: ExampleOptions
  @OptionGroup(title: "Experiments") var experiment: ExperimentOptions
  @OptionGroup(title: "Output") var output: BenchOutput
  @OptionGroup(title: "Policy") var policy: PolicyOptions

  func validate() throws {
    if gold != nil, folders.count != 1 {
      throw ValidationError("--gold is for one folder of documents.")
    }
    if revealing, experiment.ablation || byLabel || examples.misses + examples.falsePositives > 0 {
      throw ValidationError("--revealing prints its own figures alone.")
    }
    if experiment.ablation, byLabel || examples.misses + examples.falsePositives > 0 {
      throw ValidationError("--ablation prints the table alone.")
    }
    if requiredOnly, gold == nil {
      throw ValidationError(
        "--required-only goes with --gold; of corpora only what is required counts.")
    }
  }

  func run() throws {
    let corpora = try corpora()
    let loaded = try Policy(
      try Settings.load(policy.overrides), expectedBytes: corpora.reduce(0) { $0 + $1.size })
    let rounds = experiment.rounds
    let documents = corpora.reduce(0) { $0 + $1.gold.documents.count }
    if revealing { return try showRevealing(corpora, documents, loaded) }
    let progress = Progress(total: documents * rounds.count)
    let scores = try corpora.flatMap { corpus in
      try rounds.map { round in
        let measurement = Measurement(
          loaded, suspicion: experiment.suspicion, finders: round.finders)
        return try measurement.score(corpus, options, as: round.suffix, step: progress.step)
      }
    }
    progress.end()
    warn(of: scores)
    try output.show(
      scores, examples, settings: experiment.described(loaded), byLabel: byLabel || gold != nil)
  }

  private func showRevealing(_ corpora: [AnnotatedCorpus], _ documents: Int, _ policy: Policy)
    throws
  {
    let progress = Progress(total: documents)
    let measured = try corpora.map {
      ($0.name, try RevealingFigures(policy: policy).measure($0, step: progress.step))
    }
    progress.end()
    for (name, figures) in measured {
      Console.out(([name] + figures.lines).joined(separator: "\n  "))
    }
  }

  /// Documents with their annotations, from where the arguments say.
  private func corpora() throws -> [AnnotatedCorpus] {
    guard let gold else { return try AnnotatedCorpus.all(in: folders) }
    return try folders.map { try AnnotatedCorpus(documents: $0, gold: gold) }
  }

  private var options: ScoringOptions {
    ScoringOptions(
      requiredOnly: requiredOnly || gold == nil,
      ignored: Set(ignore.split(separator: ",").map(String.init)))
  }

  private func warn(of scores: [CorpusScore]) {
    for corpus in scores {
      for file in corpus.score.unknownFiles.prefix(5) {
        Console.error("warning: \(corpus.name) has annotations for \(file), which is not there")
      }
      if corpus.score.badGoldOffsets > 0 {
        Console.error(
          "warning: \(corpus.score.badGoldOffsets) annotations of \(corpus.name) do not stand where they say"
        )
      }
    }
  }
}
