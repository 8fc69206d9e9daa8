import Audit
import Detection
import Documents
import Redaction

/// Turns a verdict into audit records. This is the border that no text crosses: values become keyed digests here.
struct AuditMapping {
  let key: AuditKey
  let id: DocumentID

  /// The records of a decided document, its outcome last.
  ///
  /// - Parameter outputs: the files that will stand in the outbox; empty unless it is released.
  func records(of verdict: Verdict, outputs: [AuditOutput]) -> [AuditEvent] {
    var events: [AuditEvent] = []
    if let scrubbed = verdict.scrubbed, let document = verdict.document {
      events.append(.redacted(id, redaction(of: scrubbed, document)))
      if !scrubbed.redactedName.entries.isEmpty {
        events.append(.redacted(id, redaction(ofNameOf: scrubbed)))
      }
      events.append(.scanned(id, catches: scrubbed.catches.compactMap(caught)))
    }
    switch verdict.outcome {
    case .released: events.append(.released(id, outputs: outputs))
    case .held: events.append(.held(id, reasons: verdict.reasons.map { code($0.code) }))
    case .quarantined:
      events.append(.quarantined(id, reason: code(verdict.reasons.first?.code ?? "")))
    }
    return events
  }

  /// The account of the file's name; its offsets are bytes of the name without extension.
  private func redaction(ofNameOf scrubbed: Scrubbed) -> AuditRedaction {
    AuditRedaction(
      format: "file-name", encoding: "utf-8",
      findings: scrubbed.redactedName.entries.map { finding($0, scrubbed.name) })
  }

  private func redaction(of scrubbed: Scrubbed, _ document: TextDocument) -> AuditRedaction {
    AuditRedaction(
      format: code(document.format.code), encoding: code(document.encoding.code),
      findings: scrubbed.redacted.entries.map { finding($0, document.text) })
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
