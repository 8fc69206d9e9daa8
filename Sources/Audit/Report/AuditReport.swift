import Documents
import Patterns

/// What an auditor is handed: the account of a period, and whether the log it is taken from is intact.
package struct AuditReport: Sendable {
  package let tally: AuditTally
  /// Of the whole log, not of the period alone.
  package let verification: AuditVerification
  /// `2026-01-01`, or nil for the log's beginning.
  package let since: String?
  /// The first day that is not in it; nil for the log's end.
  package let until: String?
  /// When it was made.
  package let made: AuditTime
  /// Lines that were no records.
  package let unreadable: Int

  package init(
    tally: AuditTally, verification: AuditVerification, since: AuditTime?, until: AuditTime?,
    made: AuditTime, unreadable: Int
  ) {
    self.tally = tally
    self.verification = verification
    self.since = since.map { String($0.text.prefix(16)) }
    self.until = until.map { String($0.text.prefix(16)) }
    self.made = made
    self.unreadable = unreadable
  }

  /// One table of the report.
  struct Section: Sendable {
    var title: String
    /// What to know when reading it; empty when nothing.
    var note = ""
    var columns: [String]
    /// As many cells as columns; the last one is a number.
    var rows: [[String]]
    /// Whether the numbers are shown as bars.
    var hasBars = true
  }

  var period: String { "\(since ?? "the log's beginning") to \(until ?? "now") (UTC)" }

  var sections: [Section] {
    [
      outcomes, list("Held, and why", "Reason", tally.heldReasons),
      list("Quarantined, and why", "Reason", tally.quarantineReasons), items, categories,
      list(
        "Removed, by rule", "Rule", tally.rules,
        note: "Rules that found nothing are listed when the patterns were at hand."), kept,
      secondScan, references, list("Profiles", "Profile", tally.profiles),
      deeds("Decisions on held documents", tally.decisions),
      deeds("Removed values shown or destroyed", tally.disclosures),
      list("Life of the service and of the log", "Record", tally.events),
    ]
  }

  private var outcomes: Section {
    Section(
      title: "Documents",
      note: "A document that was held and later released counts as held and as released.",
      columns: ["", "Documents"],
      rows: [["taken from the inbox", "\(tally.claimed)"]]
        + Outcome.allCases.map { [$0.rawValue, "\(tally.outcomes[$0])"] })
  }

  private var items: Section {
    Section(
      title: "Removed, by item of 45 CFR 164.514(b)(2)(i)",
      columns: ["Item", "Identifier", "Removed"],
      rows: HIPAAItem.allCases.map { [$0.rawValue, $0.title, "\(tally.items[$0])"] })
  }

  private var categories: Section {
    Section(
      title: "Removed, by category", columns: ["Category", "Removed"],
      rows: Category.allCases.map { [$0.rawValue, "\(tally.categories[$0])"] })
  }

  private var kept: Section {
    Section(
      title: "Found and left, as the profile has it", columns: ["Category", "Left"],
      rows: Category.allCases.filter { tally.kept[$0] > 0 }
        .map { [$0.rawValue, "\(tally.kept[$0])"] })
  }

  private var secondScan: Section {
    Section(
      title: "Second scan",
      note: "What the check of the finished text still found; each document with a hit was held.",
      columns: ["Rule", "Hits"],
      rows: [["texts checked", "\(tally.scans)"], ["hits", "\(tally.catches.total)"]]
        + tally.catches.ranked.map { [$0.key.text, "\($0.count)"] })
  }

  private var references: Section {
    Section(
      title: "Revealing references that remained", columns: ["Kind", "References"],
      rows: RevealingKind.allCases.map { [$0.rawValue, "\(tally.references[$0])"] }
        + [["texts that told too much together", "\(tally.weighedTooMuch)"]])
  }

  private func list(
    _ title: String, _ column: String, _ counts: AuditTally.Count<AuditCode>, note: String = ""
  ) -> Section {
    Section(
      title: title, note: note, columns: [column, "Count"],
      rows: counts.ranked.map { [$0.key.text, "\($0.count)"] })
  }

  private func deeds(_ title: String, _ counts: AuditTally.Count<AuditTally.Deed>) -> Section {
    Section(
      title: title, columns: ["Person", "Did", "Reason", "Count"],
      rows: counts.ranked.map {
        [$0.key.person.text, $0.key.what.text, $0.key.reason.text, "\($0.count)"]
      }, hasBars: false)
  }

  /// What verification found, in sentences.
  var integrity: [String] {
    let log = verification
    var lines = [
      log.isIntact
        ? "The log is intact: \(log.records) records in \(log.segments) segments, \(log.signatures) signatures checked."
        : "THE LOG IS NOT INTACT: \(log.problemCount) problems, the first: \(log.firstBad?.description ?? "")."
    ]
    if log.prunedRecords > 0 {
      lines.append("Records 1 to \(log.prunedRecords) were removed when their time was over.")
    }
    if let end = log.end { lines.append("Last record \(end.seq), SHA-256 \(end.hash).") }
    lines += log.keys.map { "Signed with the key \($0)." }
    if unreadable > 0 { lines.append("\(unreadable) lines were no records and are not counted.") }
    return lines
  }
}

extension HIPAAItem {
  /// In the words of the rule, shortened.
  var title: String {
    switch self {
    case .names: "names"
    case .geography: "places smaller than a state"
    case .dates: "dates, ages over 89"
    case .telephone: "telephone numbers"
    case .fax: "fax numbers"
    case .email: "e-mail addresses"
    case .socialSecurity: "social security numbers"
    case .medicalRecord: "medical record numbers"
    case .healthPlan: "health plan numbers"
    case .account: "account numbers"
    case .license: "certificate and licence numbers"
    case .vehicle: "vehicle identifiers"
    case .device: "device identifiers"
    case .url: "web addresses"
    case .ip: "IP addresses"
    case .biometric: "biometric identifiers"
    case .photograph: "photographs"
    case .other: "other unique numbers and characteristics"
    }
  }
}
