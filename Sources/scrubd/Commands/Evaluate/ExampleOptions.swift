import ArgumentParser
import Evaluation

/// Which misses and false positives are printed, with the text around them.
struct ExampleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Print so many misses, and how many there are.", valueName: "count"))
  var misses = 0
  @Option(
    name: [.long, .customLong("fps")],
    help: ArgumentHelp("Print so many false positives, and how many there are.", valueName: "count")
  )
  var falsePositives = 0
  @Option(help: "Only those under this label: NAME, or a corpus's own.") var label: String?
  @Option(help: "Only those this rule found, or found a part of: dates/written, or a pack.")
  var rule: String?

  func validate() throws {
    guard misses >= 0, falsePositives >= 0 else {
      throw ValidationError("A number of examples cannot be negative.")
    }
    if misses == 0, falsePositives == 0, label != nil || rule != nil {
      throw ValidationError("--label and --rule go with --misses or --false-positives.")
    }
  }

  /// What was asked for: which examples, and how many of them.
  func asked(_ scores: [CorpusScore]) -> [(examples: Examples, limit: Int)] {
    let filter = ExampleFilter(label: label, rule: rule)
    return [(Examples.Kind.misses, misses), (.falsePositives, falsePositives)]
      .filter { $0.1 > 0 }
      .map { (Examples($0.0, of: scores, filter), $0.1) }
  }
}
