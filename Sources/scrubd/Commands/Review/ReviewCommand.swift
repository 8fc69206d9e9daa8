import ArgumentParser
import Documents
import Pipeline
import Settings
import Spool

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Shows held documents and takes a person's decision on them.",
    discussion: """
      A held document lies in hold/<id>/ with its scrubbed draft and its report. Nothing of it reaches the outbox until \
      somebody approves it. Every decision is on record in the audit log, with who made it and why, before it takes effect.

      Decisions are left in the folder decisions/ for the service, which carries them out. Where none runs, the service's \
      own user carries them out at once; for anybody else they wait for the next start.
      """,
    subcommands: [List.self, Show.self, Approve.self, Reject.self, RevealCommand.self])

  /// Where the held documents lie.
  struct Place: ParsableArguments {
    @Option(
      help: ArgumentHelp("The folder that holds inbox, outbox and the others.", valueName: "dir"))
    var root: String?

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    func settings() throws -> Settings {
      var overrides = SettingsOverrides(configurationFile: config)
      overrides[.root] = root
      return try Settings.load(overrides)
    }
  }
}

/// One document that waits for a decision.
struct HeldDocument {
  let id: DocumentID
  /// In seconds since 1970; nil when its receipt is gone.
  let since: Double?
  /// Nil when it is damaged or gone; then the document can only be rejected.
  let report: Report?
  /// The folder it lies in.
  let folder: String
  let draft: StagedFile?
  /// Why an earlier decision on it was not carried out.
  let refusal: String?

  init(_ id: DocumentID, in held: borrowing HeldDocuments) throws {
    self.id = id
    since = try held.since(id)
    report = try held.report(on: id).flatMap { Report(json: $0) }
    folder = held.path(of: id)
    draft = try held.draft(of: id)
    refusal = try held.refusal(of: id)
  }

  /// The one that a person names: by its id, the beginning of it, or its short form.
  static func find(_ name: String, in held: borrowing HeldDocuments) throws -> HeldDocument {
    let found = try held.all().filter { $0.text.hasPrefix(name) || $0.short == name }
    guard let id = found.first else {
      throw Failure("no held document is called \(name); `scrubd review list` shows all")
    }
    guard found.count == 1 else {
      throw Failure("\(found.count) held documents begin with \(name); give more of the id")
    }
    return try HeldDocument(id, in: held)
  }

  /// The day and minute since which it waits, in UTC.
  var sinceText: String { since.map { Moment($0).minute } ?? "-" }

  /// The codes of what held it.
  var codes: [String] { report?.reasons.map(\.code) ?? ["report-damaged"] }
}
