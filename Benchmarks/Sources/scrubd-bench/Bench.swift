import ArgumentParser

@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scrubd-bench",
    abstract: "Times scrubd's parts and the whole of it, beside other tools on the same bytes.",
    discussion: """
      Speeds are of processor time, so that other work on the machine disturbs them little; what counts are the ratios \
      within one run.
      """,
    subcommands: [
      StagesCommand.self, RedactCommand.self, ServiceCommand.self, CurvesCommand.self,
      WorstCommand.self,
    ],
    defaultSubcommand: StagesCommand.self)
}

/// What every measurement needs to know.
struct BenchOptions: ParsableArguments {
  @Option(help: "The patterns folder.")
  var patterns = "../patterns"

  @Option(
    help: "Folders of texts to read; what is not there is left out.",
    transform: { $0.split(separator: ",").map(String.init) })
  var texts = [
    "../samples/inbox", "../corpora/writeups_train/docs", "../../shared/corpora/mtsamples/docs",
  ]

  @Option(help: "How often each is measured; the median counts.")
  var repeats = 5

  @Option(help: "The scrubd program, for measurements of the whole.")
  var scrubd = "../.build/release/scrubd"
}
