import Audit
import Detection
import Documents
import Patterns
import Redaction
package import Revealing

extension Report {
  /// Redactions surer than this need no second look, in thousandths.
  private static let certain = 800

  /// - Parameter file: the scrubbed text as it will be read.
  init(
    _ id: DocumentID, _ outcome: Outcome, _ policy: ScrubPolicy, _ scrubbed: Scrubbed,
    reasons: [Reason], file: [UInt8]
  ) {
    let profile = policy.profile
    let entries = scrubbed.redacted.entries
    document = id.text
    self.outcome = outcome
    self.policy = Policy(
      name: profile.name, version: profile.version, digest: policy.digest.description)
    statement =
      "Transformed by policy \(profile.name) version \(profile.version); findings and residual risk below."
    removed = Report.rows(entries.filter { $0.action != .keep })
    kept = Report.rows(entries.filter { $0.action == .keep })
    self.reasons = reasons.map { Worry(code: $0.code, explanation: $0.explanation) }
    let residue = scrubbed.residue
    remaining = Remaining(
      kinds: residue.kinds, decisive: residue.decisive, sum: residue.sum, limit: residue.limit)
    references = Report.places(scrubbed.references, in: scrubbed.redacted.text)
    uncertain = Report.uncertain(entries)
    notices = Report.notices(entries)
    text = File(file)
  }

  /// One row a category: how many mentions, how many different ones, how they were treated.
  private static func rows(_ entries: [RedactionEntry]) -> [Row] {
    let byCategory = Dictionary(grouping: entries, by: \.finding.category)
    return Category.allCases.compactMap { category in
      guard let entries = byCategory[category] else { return nil }
      let labels = Set(entries.map(\.label)).subtracting([""])
      return Row(
        category: category, what: category.nouns, item: category.item, mentions: entries.count,
        different: labels.isEmpty ? nil : labels.count,
        became: Set(entries.map(\.action.rawValue)).sorted())
    }
  }

  /// References with the lines they stand on; a line ends with LF, CR or both.
  package static func places(_ references: [Reference], in text: [UInt8]) -> [Place] {
    var line = 1
    var read = 0
    return references.map { reference in
      while read < min(reference.range.lowerBound, text.count) {
        let isReturn = text[read] == 0x0d
        let isPair = isReturn && read + 1 < text.count && text[read + 1] == 0x0a
        if text[read] == 0x0a || (isReturn && !isPair) { line += 1 }
        read += 1
      }
      return Place(
        line: line, kind: reference.kind, rule: reference.rule, reason: reference.reason,
        suggestion: reference.suggestion)
    }
  }

  /// The labels that no mention gives a good reason for; one good reason for one mention is a reason for all of them.
  private static func uncertain(_ entries: [RedactionEntry]) -> [String] {
    let removed = entries.filter { $0.action != .keep && !$0.label.isEmpty }
    return Dictionary(grouping: removed, by: \.label)
      .filter { $0.value.allSatisfy { $0.finding.confidence < certain } }
      .keys.sorted()
  }

  private static func notices(_ entries: [RedactionEntry]) -> [String] {
    var notices: [String] = []
    if entries.contains(where: { $0.finding.category == .photo }) {
      notices.append(
        "The text speaks of a photograph. scrubd does not look at pictures: check each one "
          + "for faces, tattoos, name bands and labels before you share it.")
    }
    notices.append(
      "No program knows everything that tells. Read the text once as a neighbour of the patient would."
    )
    return notices
  }
}

extension Report.File {
  init(_ file: [UInt8]) {
    self.init(bytes: file.count, sha256: AuditDigest(of: file).description)
  }
}
