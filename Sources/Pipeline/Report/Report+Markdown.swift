import Documents
import Patterns

extension Report {
  /// The report for people, as Markdown.
  package var markdown: String {
    var lines = ["# Scrubbing report", "", "Document \(document.suffix(8)). \(statement)", ""]
    lines += [fate] + reasons.map { "- \($0.explanation)" }
    lines += ["", "## Taken out", ""] + Report.table(removed)
    if !kept.isEmpty { lines += ["", "## Kept, as the policy says", ""] + Report.table(kept) }
    lines += ["", "## What can still tell who it is", ""] + residualRisk
    lines += ["", "## Please look at", ""] + worries + [""]
    return lines.joined(separator: "\n")
  }

  private var fate: String {
    switch (outcome, decision) {
    case (.released, let decision?):
      "Released after a person had decided on it (\(decision.reason)\(decision.isEdited ? ", edited and scrubbed again" : "")). "
        + "It had been held:"
    case (.released, nil): "Released to the outbox."
    default: "**Held: a person has to decide before this document may leave.**"
    }
  }

  private static func table(_ rows: [Row]) -> [String] {
    guard !rows.isEmpty else { return ["Nothing."] }
    return ["| what | HIPAA item | mentions | different | became |", "|---|---|---|---|---|"]
      + rows.map { row in
        "| \(row.what) | \(row.item.rawValue) | \(row.mentions) | \(row.different.map(String.init) ?? "-") "
          + "| \(row.became.joined(separator: ", ")) |"
      }
  }

  private var residualRisk: [String] {
    var lines: [String] = []
    if !remaining.kinds.isEmpty {
      let kinds = remaining.kinds.map(\.words).joined(separator: ", ")
      lines.append(
        "There remain: \(kinds). Together this weighs \(Report.decimal(remaining.sum)); from "
          + "\(Report.decimal(remaining.limit)) on a person has to decide.")
    }
    guard !references.isEmpty else {
      return lines.isEmpty ? ["Nothing that scrubd knows of."] : lines
    }
    lines += [
      "", "| line | what | why it can tell | what to write instead |", "|---|---|---|---|",
    ]
    return lines
      + references.map { place in
        "| \(place.line) | \(place.kind.words) | \(Report.cell(place.reason)) | \(Report.cell(place.suggestion)) |"
      }
  }

  private var worries: [String] {
    var lines: [String] = []
    if !uncertain.isEmpty {
      lines.append(
        "- Taken out on weak evidence: \(uncertain.map { "`[\($0)]`" }.joined(separator: ", ")). "
          + "Was one of them a drug, a test or a plain word? Tell whoever keeps the patterns.")
    }
    return lines + notices.map { "- \($0)" }
  }

  /// A text that stands in one cell of a table.
  private static func cell(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ").replacing("|", with: "\\|")
  }

  /// Thousandths as `2.5`.
  private static func decimal(_ thousandths: Int) -> String {
    let tenths = (thousandths + 50) / 100
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
