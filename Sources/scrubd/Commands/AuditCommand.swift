import ArgumentParser
import Audit
import Documents
import Patterns
import Settings
import Spool

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Shows and verifies the audit trail.",
    subcommands: [Show.self, Verify.self])

  /// Where the log lies.
  struct Place: ParsableArguments {
    @Option(
      help: ArgumentHelp("The folder that holds inbox, outbox and the others.", valueName: "dir"))
    var root: String?

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    func folder() throws -> String {
      var overrides = SettingsOverrides(configurationFile: config)
      overrides[.root] = root
      let folder = "\(try Settings.load(overrides).root)/\(SpoolFolder.audit.rawValue)"
      guard Files.isFolder(folder) else {
        throw Failure("there is no audit log at \(folder); name the daemon's root with --root")
      }
      return folder
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints records as a table: what was removed, by which rule, and where it ended.",
      discussion: """
        EXAMPLE
          scrubd audit show --root ./var --document 3k9x2m7a
          scrubd audit show --category NAME --since 2026-01-01
        """)

    @OptionGroup var place: Place
    @Option(help: "Only this document: its id, the beginning of it, or its short form.")
    var document: String?
    @Option(help: "Only findings of this category, such as NAME.") var category: String?
    @Option(help: "Only findings of rules whose id begins so.") var rule: String?
    @Option(help: "Only released, held or quarantined.") var outcome: String?
    @Option(help: "From this day or moment on (UTC), 2026-01-31 or 2026-01-31T12:00:00.000000Z.")
    var since: String?
    @Option(help: "Before this day or moment (UTC).") var until: String?

    func run() throws {
      let filter = AuditFilter(
        document: document,
        category: try AuditCommand.choice(category, "--category", Category.allCases), rule: rule,
        outcome: try AuditCommand.choice(outcome, "--outcome", Outcome.allCases),
        since: try AuditCommand.moment(since, "--since"),
        until: try AuditCommand.moment(until, "--until"))
      let reader = try AuditReader(folder: try place.folder())
      Console.out(AuditTable.header)
      let unreadable = try reader.forEach(filter) { record in
        for line in AuditTable.lines(for: record) { Console.out(line) }
        return true
      }
      if unreadable > 0 {
        throw Failure("\(unreadable) lines are no records; run `scrubd audit verify`")
      }
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks that no record was changed, dropped, moved or cut off.",
      discussion: """
        Needs no daemon, no network and no secret.

        EXAMPLE
          scrubd audit verify --root ./var
        """)

    @OptionGroup var place: Place

    func run() throws {
      let result = try AuditVerifier.verify(folder: try place.folder())
      for problem in result.problems { Console.out("PROBLEM  \(problem)") }
      Console.out(
        "\(result.records) records in \(result.segments) segments, \(result.checkpoints) signed checkpoints, "
          + (result.isIntact ? "intact" : "\(result.problemCount) problems"))
      if result.recordsPastHead > 0 {
        Console.out(
          "\(result.recordsPastHead) of them are newer than the last checkpoint; the daemon signs them later"
        )
      }
      if !result.isIntact { throw ExitCode.failure }
    }
  }

  private static func choice<Value: RawRepresentable<String>>(
    _ text: String?, _ option: String, _ all: [Value]
  ) throws -> Value? {
    guard let text else { return nil }
    if let value = Value(rawValue: text) ?? Value(rawValue: text.uppercased()) { return value }
    let known = all.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("\(option) \(text) is none of: \(known)")
  }

  private static func moment(_ text: String?, _ option: String) throws -> AuditTime? {
    guard let text else { return nil }
    if let time = AuditTime(text) ?? AuditTime(day: text) { return time }
    throw ValidationError("\(option) needs a day such as 2026-01-31, in UTC")
  }
}
