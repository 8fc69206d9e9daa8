import ArgumentParser
import Detection
import Lexicons
import Patterns
import Redaction
import Settings
import Syscalls

struct PatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns", abstract: "Checks, shows and compiles the pattern packs.",
    subcommands: [Lint.self, Test.self, List.self, Compile.self])

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Names file and line of every mistake in packs, revealing packs and profiles.",
      discussion: """
        EXAMPLE
          scrubd patterns lint --extra-patterns /etc/scrubd/patterns
        """)

    @Flag(help: "Say nothing when all is well.") var quiet = false
    @OptionGroup var policy: PolicyOptions

    func run() throws {
      let settings = try Settings.load(policy.overrides)
      let files = try PatternFiles(settings)
      let packs = PackParser.parse(files.packs)
      let revealing = RevealingPackParser.parse(files.revealing)
      let profiles = ProfileParser.parse(files.profiles)
      var diagnostics = packs.diagnostics + revealing.diagnostics + profiles.diagnostics
      diagnostics += revealing.packs?.unsoughtKinds(in: files.revealingFolder) ?? []
      if let packs = packs.packs, let revealing = revealing.packs {
        diagnostics += try PackExamples(packs, revealing, settings).failures
        // What is only slow does not keep the service from starting.
        if !quiet { diagnostics += packs.advice + packs.startAdvice }
      }
      for diagnostic in diagnostics { Console.error(diagnostic.description) }
      if diagnostics.hasErrors { throw ExitCode.failure }
      guard !quiet, let set = packs.packs else { return }
      Console.out(
        "\(set.packs.count) packs, \(set.patterns.count) patterns, \(set.guards.count) guards, "
          + "\(revealing.packs?.patterns.count ?? 0) patterns of revealing references, "
          + "\(profiles.profiles?.count ?? 0) profiles: no mistakes")
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs every pattern's examples.",
      discussion: """
        EXAMPLE
          scrubd patterns test
        """)

    @OptionGroup var policy: PolicyOptions

    func run() throws {
      let settings = try Settings.load(policy.overrides)
      let files = try PatternFiles(settings)
      let examples = try PackExamples(
        try files.parsedPacks(), try files.parsedRevealing(), settings)
      for failure in examples.failures { Console.error(failure.description) }
      Console.out("\(examples.count) examples, \(examples.failures.count) failed")
      if !examples.failures.isEmpty { throw ExitCode.failure }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Prints a table of all patterns: what finds identifiers, then what finds revealing references.",
      discussion: """
        EXAMPLE
          scrubd patterns list | less -S
        """)

    @OptionGroup var policy: PolicyOptions

    func run() throws {
      let files = try PatternFiles(try Settings.load(policy.overrides))
      let packs = try files.parsedPacks()
      var table = TextTable(["item", "category", "conf.", "pattern", "finds"])
      for pattern in packs.patterns.sorted(by: PatternsCommand.inOrderOfItems) {
        table.add([
          pattern.category.item.rawValue, pattern.category.rawValue,
          PatternsCommand.decimal(pattern.confidence), pattern.id, pattern.finds,
        ])
      }
      Console.out(table.text)
      Console.out("")
      Console.out(PatternsCommand.table(of: try files.parsedRevealing()).text)
    }
  }

  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compiles the packs into the one file that lets scrubd start fast.",
      discussion: """
        Nothing depends on the file: packs that were edited since are read from their sources, and find the same. With \
        --extra-patterns the file is written into that folder, for both folders together.

        EXAMPLE
          scrubd patterns compile --patterns patterns
        """)

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("Where to write, if not into the folder of patterns.", valueName: "file"))
    var output: String?

    @OptionGroup var policy: PolicyOptions

    func run() throws {
      let files = try PatternFiles(try Settings.load(policy.overrides))
      let bytes = try files.compiled()
      // Packs are no secret, and the service that reads them is another user than the one who compiles them.
      ProcessLimits.setUmask(0o022)
      let path = output ?? files.compiledFiles[0]
      if output == nil { try Files.makeFolder(of: path) }
      try Files.write(bytes, to: path)
      Console.out("\(path): \(bytes.count >> 10) KiB")
    }
  }

  private static func table(of packs: RevealingPackSet) -> TextTable {
    var table = TextTable(["kind", "pattern", "finds"])
    for pattern in packs.patterns.sorted(by: {
      ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id)
    }) {
      table.add([pattern.kind.rawValue, pattern.id, pattern.finds])
    }
    return table
  }

  private static func inOrderOfItems(_ one: Pattern, _ other: Pattern) -> Bool {
    (one.category.item.rawValue, one.category.rawValue, one.id)
      < (other.category.item.rawValue, other.category.rawValue, other.id)
  }

  /// Thousandths as `0.95`.
  static func decimal(_ thousandths: Int) -> String {
    let hundredths = (thousandths + 5) / 10
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
