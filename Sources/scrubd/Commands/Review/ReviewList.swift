import ArgumentParser
import Documents
import Settings
import Spool

extension ReviewCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the documents that wait for a decision: which, since when, why.",
      discussion: """
        EXAMPLE
          scrubd review list --root ./var
          scrubd review list --json
        """)

    @OptionGroup var place: Place
    @Flag(help: "One JSON object a line.") var json = false

    func run() throws {
      let held = try HeldDocuments(root: try place.settings().root)
      var table = TextTable(["document", "since (UTC)", "why"])
      let ids = try held.all()
      for id in ids {
        let document = try HeldDocument(id, in: held)
        if json { Console.out(List.line(document)) }
        table.add([id.text, document.sinceText, document.codes.joined(separator: ", ")])
      }
      if json { return }
      Console.out(ids.isEmpty ? "No document is held." : table.text)
    }

    private static func line(_ document: HeldDocument) -> String {
      let reasons = document.codes.map(JSONText.quoted).joined(separator: ",")
      let since = document.since.map { JSONText.quoted(Moment($0).text) } ?? "null"
      return "{\"document\":\"\(document.id)\",\"since\":\(since),\"reasons\":[\(reasons)]}"
    }
  }
}
