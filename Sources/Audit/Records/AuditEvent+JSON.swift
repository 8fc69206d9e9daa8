package import Documents
import Patterns

extension AuditEvent {
  /// The value of `type` in the record.
  package var type: AuditCode {
    switch self {
    case .started: "started"
    case .stopped: "stopped"
    case .claimed: "claimed"
    case .redacted: "redacted"
    case .scanned: "scanned"
    case .released: "released"
    case .held: "held"
    case .quarantined: "quarantined"
    case .recovered: "recovered"
    case .repaired: "repaired"
    }
  }

  /// The document it is about; nil for the life of the daemon and of the log.
  package var document: DocumentID? {
    switch self {
    case .claimed(let id, _, _), .redacted(let id, _), .scanned(let id, _),
      .released(let id, _, _), .held(let id, _), .quarantined(let id, _), .recovered(let id, _):
      id
    case .started, .stopped, .repaired: nil
    }
  }

  /// Writes the fields that only this type of record has, the document first.
  func write(to json: inout JSONWriter) {
    if let document { json.field(.document, document) }
    switch self {
    case .started(let start): start.write(to: &json)
    case .stopped: break
    case .claimed(_, let size, let contentMAC):
      json.field(.size, size)
      json.field(.contentMAC, contentMAC)
    case .redacted(_, let redaction): redaction.write(to: &json, part: 1, of: 1)
    case .scanned(_, let catches): json.field(.catches, each: catches) { $1.write(to: &$0) }
    case .released(_, let outputs, let seconds):
      json.field(.outputs, each: outputs) { $1.write(to: &$0) }
      if let seconds { json.field(.seconds, seconds) }
    case .held(_, let reasons): json.field(.reasons, reasons)
    case .quarantined(_, let reason): json.field(.reason, reason)
    case .recovered(_, let action): json.field(.action, action)
    case .repaired(let droppedBytes): json.field(.droppedBytes, droppedBytes)
    }
  }
}

extension AuditStart {
  fileprivate func write(to json: inout JSONWriter) {
    json.field(.version, version)
    json.field(.profile, profile)
    json.field(.profileVersion, profileVersion)
    json.field(.profileDigest, profileDigest)
    json.field(.packsDigest, packsDigest)
    json.field(.lexicon, lexicon)
    json.field(.jit, isJITOn)
    json.field(.zip3Census, zip3Census)
  }
}

extension AuditRedaction {
  /// Findings in one record; a document with more fills several, so that no line outgrows a reader's memory.
  static let findingsPerRecord = 500

  /// The same account in parts that fit a record each.
  var parts: [AuditRedaction] {
    guard findings.count > AuditRedaction.findingsPerRecord else { return [self] }
    return stride(from: 0, to: findings.count, by: AuditRedaction.findingsPerRecord).map { start in
      let end = min(start + AuditRedaction.findingsPerRecord, findings.count)
      return AuditRedaction(
        format: format, encoding: encoding, findings: Array(findings[start..<end]))
    }
  }

  /// Writes the account as part `part` (from 1) of `parts`. The counts are those of the part.
  func write(to json: inout JSONWriter, part: Int, of parts: Int) {
    json.field(.part, part)
    json.field(.parts, parts)
    json.field(.format, format)
    json.field(.encoding, encoding)
    let counts = counts
    json.field(.counts) { json in
      for item in HIPAAItem.allCases {
        if let field = Field(rawValue: item.rawValue) { json.field(field, counts[item] ?? 0) }
      }
    }
    json.field(.findings, each: findings) { $1.write(to: &$0) }
  }
}

extension AuditFinding {
  fileprivate func write(to json: inout JSONWriter) {
    json.field(.rule, rule)
    json.field(.category, category)
    json.field(.item, item)
    json.field(.start, start)
    json.field(.length, length)
    json.field(.operator, action)
    json.field(.label, label)
    json.field(.confidence, confidence)
    json.field(.evidence, evidence)
    json.field(.role, role)
    json.field(.valueMAC, valueMAC)
  }
}

extension AuditCatch {
  fileprivate func write(to json: inout JSONWriter) {
    json.field(.rule, rule)
    json.field(.category, category)
  }
}

extension AuditOutput {
  fileprivate func write(to json: inout JSONWriter) {
    json.field(.kind, kind)
    json.field(.size, size)
    json.field(.digest, digest)
  }
}
