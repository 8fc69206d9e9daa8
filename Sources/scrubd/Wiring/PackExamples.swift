import Detection
import Patterns
import Revealing
import Settings

/// The examples of all packs, run through the engine that documents go through.
struct PackExamples {
  /// How many ran.
  let count: Int
  /// Those that failed, with file and line.
  let failures: [Diagnostic]

  init(_ packs: PackSet, _ revealing: RevealingPackSet, _ settings: Settings) throws {
    let lexicon = try Policy.lexicon(settings)
    let runner = ExampleRunner(lexicon: lexicon)
    let revealingRunner = RevealingExampleRunner(lexicon: lexicon)
    failures =
      runner.failures(patterns: packs.patterns, guards: packs.guards).map {
        packs.diagnostic(of: $0.rule, line: $0.line, $0.problem)
      }
      + revealingRunner.failures(of: revealing.patterns).map {
        revealing.diagnostic(of: $0.rule, line: $0.line, $0.problem)
      }
    let examples =
      packs.patterns.map(\.examples) + packs.guards.map(\.examples)
      + revealing.patterns.map(\.examples)
    count = examples.reduce(0) { $0 + $1.match.count + $1.noMatch.count }
  }
}
