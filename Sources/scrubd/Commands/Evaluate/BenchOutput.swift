import ArgumentParser
import Evaluation

/// In which form the figures are printed.
struct BenchOutput: ParsableArguments {
  @Flag(help: "A table in Markdown, for docs/ACCURACY.md.") var markdown = false
  @Flag(help: "One JSON object.") var json = false

  func validate() throws {
    if markdown, json { throw ValidationError("Choose one of --markdown and --json.") }
  }

  /// - Parameter byLabel: the figures of each corpus by label in place of the table over all.
  func show(
    _ scores: [CorpusScore], _ examples: ExampleOptions,
    settings: [(name: String, value: String)], byLabel: Bool
  ) throws {
    if json {
      Console.out(try report(scores, examples, settings).json())
      return
    }
    Console.out(byLabel && !markdown ? BenchOutput.byLabel(scores) : table(scores, settings))
    for (examples, limit) in examples.asked(scores) { Console.out("\n" + examples.text(limit)) }
  }

  private func report(
    _ scores: [CorpusScore], _ examples: ExampleOptions, _ settings: [(name: String, value: String)]
  ) -> BenchReport {
    var report = BenchReport(
      scores, settings: Dictionary(settings.map { ($0.name, $0.value) }) { first, _ in first })
    for (examples, limit) in examples.asked(scores) {
      let shown = examples.sample(limit).map(BenchReport.Example.init)
      switch examples.kind {
      case .misses: report.misses = shown
      case .falsePositives: report.falsePositives = shown
      }
    }
    return report
  }

  private func table(_ scores: [CorpusScore], _ settings: [(name: String, value: String)])
    -> String
  {
    let facts = settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    let table = BenchTable(scores)
    return "\(facts)\n\n\(markdown ? table.markdown : table.text)"
  }

  private static func byLabel(_ scores: [CorpusScore]) -> String {
    guard scores.count > 1 else { return scores.map { $0.score.table() }.joined() }
    return scores.map { "\($0.name)\n\($0.score.table())" }.joined(separator: "\n\n")
  }
}
