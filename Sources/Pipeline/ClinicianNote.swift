import Detection
import Patterns
import Redaction

/// The short note that lies beside a scrubbed document: what was removed, what is uncertain, what to look at.
///
/// It is made of counts, labels and rules; nothing in it comes from the document's text.
struct ClinicianNote {
  /// Redactions surer than this need no second look, in thousandths.
  private static let certain = 800

  let id: String
  let profile: Profile
  let entries: [RedactionEntry]
  let reasons: [Reason]

  /// The note as Markdown.
  var markdown: String {
    var lines = ["# Scrubbing report", ""]
    lines.append(
      "Document \(id), transformed by policy `\(profile.name)` version \(profile.version).")
    lines.append(
      reasons.isEmpty
        ? "Released to the outbox. Findings and what remains uncertain are below."
        : "**Held: a person has to decide before this document may leave.**")
    for reason in reasons { lines.append("- \(reason.explanation)") }
    lines += ["", "## Taken out", ""] + table(entries.filter { $0.action != .keep })
    let kept = entries.filter { $0.action == .keep }
    if !kept.isEmpty {
      lines += ["", "## Kept, as the policy says", ""] + table(kept)
    }
    lines += ["", "## Please look at", ""] + worries + [""]
    return lines.joined(separator: "\n")
  }

  /// One row a category: how many mentions, how many different ones, how they were treated.
  private func table(_ entries: [RedactionEntry]) -> [String] {
    guard !entries.isEmpty else { return ["Nothing."] }
    var rows = ["| what | HIPAA item | mentions | different | became |", "|---|---|---|---|---|"]
    for category in Category.allCases {
      let ofCategory = entries.filter { $0.finding.category == category }
      guard !ofCategory.isEmpty else { continue }
      let labels = Set(ofCategory.map(\.label)).subtracting([""])
      let actions = Set(ofCategory.map(\.action.rawValue)).sorted().joined(separator: ", ")
      rows.append(
        "| \(category.plural) | \(category.item.rawValue) | \(ofCategory.count) "
          + "| \(labels.isEmpty ? "-" : String(labels.count)) | \(actions) |")
    }
    return rows
  }

  private var worries: [String] {
    var lines: [String] = []
    let removed = entries.filter { $0.action != .keep && !$0.label.isEmpty }
    // One good reason for one mention is a reason for all of them.
    let surest = Dictionary(grouping: removed, by: \.label)
      .mapValues { $0.map(\.finding.confidence).max() ?? 0 }
    let labels = surest.filter { $0.value < ClinicianNote.certain }.keys.sorted()
    if !labels.isEmpty {
      lines.append(
        "- Taken out on weak evidence: \(labels.map { "`[\($0)]`" }.joined(separator: ", ")). "
          + "Was one of them a drug, a test or a plain word? Tell whoever keeps the patterns.")
    }
    if entries.contains(where: { $0.finding.category == .photo }) {
      lines.append(
        "- The text speaks of a photograph. scrubd does not look at pictures: check each one "
          + "for faces, tattoos, name bands and labels before you share it.")
    }
    if entries.contains(where: { $0.action == .keep && $0.finding.category == .profession }) {
      lines.append("- An occupation stays in the text. A rare one can identify: make it general.")
    }
    lines.append(
      "- What no list knows: a striking event, a family tie, a quotation that can be searched for. "
        + "Read the text once as a neighbour of the patient would.")
    return lines
  }
}
