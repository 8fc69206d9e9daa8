import Documents
import Patterns

/// Shows records as aligned lines of plain text.
package enum AuditTable {
  /// The line above the records.
  package static var header: String {
    line("TIME (UTC)", "DOCUMENT", "EVENT", "DETAILS")
  }

  /// The lines of one record: one for the event, and one for each finding or catch.
  package static func lines(for record: AuditRecord) -> [String] {
    let first = line(
      record.time.text.prefix(19).replacing("T", with: " "), record.document?.short ?? "-",
      record.type.text, summary(record))
    return [first] + aligned(details(record)).map { line("", "", "", $0) }
  }

  private static func line(
    _ time: some StringProtocol, _ document: String, _ event: String, _ details: String
  ) -> String {
    let columns = [padded(String(time), 19), padded(document, 8), padded(event, 11), details]
    return trimmed(columns.joined(separator: "  "))
  }

  private static func summary(_ record: AuditRecord) -> String {
    var words: [String] = []
    func add(_ name: String, _ value: (some CustomStringConvertible)?) {
      if let value { words.append("\(name) \(value)") }
    }
    add("version", record.version)
    add("profile", record.policy?.profile ?? record.profile)
    add("profile-version", record.profileVersion)
    add("lexicon", record.lexicon)
    add("tagger", record.tagger)
    add("jit", record.jit.map { $0 ? "on" : "off" })
    add("zip3-census", record.zip3Census)
    add("bytes", record.size)
    add("format", record.format)
    add("encoding", record.encoding)
    if let parts = record.parts, parts > 1 { add("part", "\(record.part ?? 0)/\(parts)") }
    add("removed", record.counts.map(counts))
    add("catches", record.catches?.count)
    for output in record.outputs ?? [] { words.append("\(output.kind) \(output.size) bytes") }
    add("seconds", record.seconds)
    add("residue", record.sum.map { "\(decimal($0)) of \(decimal(record.limit ?? 0))" })
    add("verdict", record.verdict?.rawValue)
    add("values", record.values)
    add("label", record.label)
    add("result", record.result?.rawValue)
    add("by", record.by.map { "\($0.name?.text ?? "-") (uid \($0.uid))" })
    add("pruned-through", record.pruned)
    add("key", record.key)
    add("because", record.reason)
    add("because", record.reasons.map { $0.map(\.text).joined(separator: " ") })
    add("action", record.action)
    add("dropped-bytes", record.droppedBytes)
    return words.joined(separator: ", ")
  }

  /// `A:2 C:1`, items without removals left out; `none` when there are only those.
  private static func counts(_ counts: [HIPAAItem: Int]) -> String {
    let shown = HIPAAItem.allCases.compactMap { item in
      counts[item].flatMap { $0 > 0 ? "\(item.rawValue):\($0)" : nil }
    }
    return shown.isEmpty ? "none" : shown.joined(separator: " ")
  }

  /// `NAME-1 name/titled A 0.95 12..20 tag patient context:title`
  private static func details(_ record: AuditRecord) -> [[String]] {
    let findings = (record.findings ?? []).map { finding in
      [
        finding.label?.description ?? finding.category.rawValue, finding.rule.text,
        finding.item.rawValue, decimal(finding.confidence),
        place(finding.start, finding.length),
        finding.action.text, finding.role.rawValue,
        finding.evidence.map(\.text).joined(separator: " "),
      ]
    }
    let catches = (record.catches ?? []).map { [$0.category.rawValue, $0.rule.text] }
    let references = (record.references ?? []).map {
      [$0.kind.rawValue, $0.rule.text, place($0.start, $0.length)]
    }
    return findings + catches + references
  }

  /// `12..20`; a log written by hand may hold numbers whose sum is none.
  private static func place(_ start: Int, _ length: Int) -> String {
    "\(start)..\(start.addingReportingOverflow(length).partialValue)"
  }

  /// Thousandths as `0.95`: at least two places, a third only when it is not 0.
  private static func decimal(_ thousandths: Int) -> String {
    let digits = String(thousandths % 1000 + 1000).dropFirst()
    return "\(thousandths / 1000).\(digits.last == "0" ? digits.dropLast() : digits)"
  }

  private static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].utf8.count : 0 }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).map { padded($0, $1) }.joined(separator: "  ")
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
