import ArgumentParser
import Audit
import Pipeline
import Spool

extension DecisionReason: ExpressibleByArgument {}

extension ReviewCommand {
  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Releases a held document to the outbox.",
      discussion: """
        The draft goes out as it lies in hold/, byte for byte. With --edited, the given file goes out instead, after it has \
        been scrubbed again under the same profile: what held the document may hold it still, as you have seen that, and \
        anything new keeps it held. A document in which the second scan found traces of identifiers needs --accept-traces.

        EXAMPLE
          scrubd review approve 3k9x2m7a --reason false-alarm --root ./var
          scrubd review approve 3k9x2m7a --reason generalised --edited draft.txt
        """)

    @Argument(help: "The document: its id, the beginning of it, or its short form.")
    var document: String
    @Option(help: "Why, for the audit log.") var reason: DecisionReason
    @Option(help: ArgumentHelp("The draft as you have changed it.", valueName: "file"))
    var edited: String?
    @Flag(help: "You have read what the second scan found, and it may stay.")
    var acceptTraces = false
    @OptionGroup var place: Place

    func run() async throws {
      let settings = try place.settings()
      let decision = Decision(
        .approve, reason: reason.rawValue, acceptsTraces: acceptTraces, user: 0, userName: nil,
        edited: try edited.map { try Files.read($0) })
      try await DecisionDesk(settings).decide(decision, on: document)
    }
  }

  struct Reject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Moves a held document to quarantine.",
      discussion: """
        EXAMPLE
          scrubd review reject 3k9x2m7a --reason not-a-case --root ./var
        """)

    @Argument(help: "The document: its id, the beginning of it, or its short form.")
    var document: String
    @Option(help: "Why, for the audit log.") var reason: DecisionReason
    @OptionGroup var place: Place

    func run() async throws {
      let decision = Decision(.reject, reason: reason.rawValue, user: 0, userName: nil)
      try await DecisionDesk(try place.settings()).decide(decision, on: document)
    }
  }
}
