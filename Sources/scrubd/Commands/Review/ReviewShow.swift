import ArgumentParser
import Patterns
import Pipeline
import Settings
import Spool

extension ReviewCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows why a document is held, what to change, and where its draft lies.",
      discussion: """
        Lines are those of the scrubbed draft. The draft itself is printed with --text alone.

        EXAMPLE
          scrubd review show 3k9x2m7a --root ./var
          scrubd review show 3k9x2m7a --text > draft.txt
        """)

    @Argument(help: "The document: its id, the beginning of it, or its short form.")
    var document: String
    @OptionGroup var place: Place
    @Flag(help: "The report as JSON, as it lies beside the draft.") var json = false
    @Flag(help: "Print the scrubbed draft.") var text = false

    func validate() throws {
      if json, text { throw ValidationError("Choose one of --json and --text.") }
    }

    func run() throws {
      let held = try HeldDocuments(root: try place.settings().root)
      let document = try HeldDocument.find(document, in: held)
      if text {
        guard let draft = document.draft else { throw Show.gone(document) }
        return Console.out(bytes: draft.bytes)
      }
      guard let report = document.report else { throw Show.gone(document) }
      if json { return Console.out(bytes: report.json) }
      for line in Show.lines(document, report) { Console.out(line) }
    }

    private static func gone(_ document: HeldDocument) -> Failure {
      Failure(
        "the draft or the report in \(document.folder) is gone or damaged; reject the document and drop the original in again"
      )
    }

    private static func lines(_ document: HeldDocument, _ report: Report) -> [String] {
      var lines = ["Document \(document.id), held since \(document.sinceText) UTC."]
      lines.append(report.statement)
      lines += ["", "Why:"] + report.reasons.map { "- \($0.code): \($0.explanation)" }
      if !report.references.isEmpty {
        lines += ["", "What can tell who is meant, in the draft:"]
        lines += ReferenceLines(report.references).text
      }
      if let draft = document.draft {
        lines += ["", "Draft:  \(document.folder)/\(draft.name)"]
      }
      lines.append("Report: \(document.folder)/report.md")
      if let refusal = document.refusal {
        lines += [
          "", "The last decision was not carried out: \(RefusedDecision.words(for: refusal))",
        ]
      }
      return lines
    }
  }
}
