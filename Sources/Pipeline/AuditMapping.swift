import Audit
import Detection
import Documents
import Redaction
import Revealing

/// Turns a verdict into audit records. This is the border that no text crosses: values become keyed digests here.
struct AuditMapping {
  let key: AuditKey
  let id: DocumentID
  let policy: AuditPolicy

  /// The records of a decided document, its outcome last.
  ///
  /// - Parameter outputs: the files that will stand in the outbox; empty unless it is released.
  func records(of verdict: Verdict, outputs: [AuditOutput]) -> [AuditEvent] {
    var events: [AuditEvent] = []
    if let scrubbed = verdict.scrubbed, let document = verdict.document {
      events = account(of: scrubbed, document)
    }
    switch verdict.outcome {
    case .released: events.append(.released(id, outputs: outputs))
    case .held: events.append(.held(id, reasons: verdict.reasons.map { code($0.code) }))
    case .quarantined:
      events.append(.quarantined(id, reason: code(verdict.reasons.first?.code ?? "")))
    }
    return events
  }

  /// What was taken out of a document, what the second scan caught, and what remains.
  func account(of scrubbed: Scrubbed, _ document: TextDocument) -> [AuditEvent] {
    var events = [AuditEvent.redacted(id, redaction(of: scrubbed, document))]
    if !scrubbed.redactedName.entries.isEmpty {
      events.append(.redacted(id, redaction(ofNameOf: scrubbed)))
    }
    events.append(.scanned(id, catches: scrubbed.catches.compactMap(caught)))
    events.append(.weighed(id, weighing(of: scrubbed)))
    return events
  }

  /// The account of the file's name; its offsets are bytes of the name without extension.
  private func redaction(ofNameOf scrubbed: Scrubbed) -> AuditRedaction {
    AuditRedaction(
      format: "file-name", encoding: "utf-8",
      findings: scrubbed.redactedName.entries.map { finding($0, scrubbed.name) }, policy: policy)
  }

  private func redaction(of scrubbed: Scrubbed, _ document: TextDocument) -> AuditRedaction {
    AuditRedaction(
      format: code(document.format.code), encoding: code(document.encoding.code),
      findings: scrubbed.redacted.entries.map { finding($0, document.text) }, policy: policy)
  }

  /// What was taken out of a document's text, for the vault.
  func values(of scrubbed: Scrubbed, _ document: TextDocument) -> [VaultEntry] {
    scrubbed.redacted.entries.filter { $0.action != .keep }.map { entry in
      VaultEntry(
        label: AuditLabel(entry.label), start: entry.finding.range.lowerBound,
        value: Array(document.text[entry.finding.range]))
    }
  }

  private func weighing(of scrubbed: Scrubbed) -> AuditWeighing {
    let residue = scrubbed.residue
    return AuditWeighing(
      references: scrubbed.references.map {
        AuditReference(
          rule: code($0.rule), kind: $0.kind, start: $0.range.lowerBound, length: $0.range.count)
      },
      kinds: residue.kinds, decisive: residue.decisive, sum: residue.sum, limit: residue.limit,
      holds: residue.holds)
  }

  private func finding(_ entry: RedactionEntry, _ text: [UInt8]) -> AuditFinding {
    let finding = entry.finding
    return AuditFinding(
      rule: code(finding.rule), category: finding.category, start: finding.range.lowerBound,
      length: finding.range.count, action: code(entry.action.rawValue),
      label: AuditLabel(entry.label), confidence: finding.confidence,
      evidence: finding.evidence.compactMap { AuditCode($0) }, role: finding.role,
      valueMAC: key.mac(value: text[finding.range]))
  }

  private func caught(_ caught: SecondScan.Catch) -> AuditCatch? {
    AuditCatch(rule: code(caught.rule), category: caught.category)
  }

  /// A code of our own making; one that is no code (a bug) is recorded as that rather than dropped.
  private func code(_ text: String) -> AuditCode { AuditCode(text) ?? "invalid-code" }
}
