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
    case .weighed: "weighed"
    case .released: "released"
    case .held: "held"
    case .quarantined: "quarantined"
    case .decided: "decided"
    case .vaulted: "vaulted"
    case .revealed: "revealed"
    case .shredded: "shredded"
    case .expired: "expired"
    case .recovered: "recovered"
    case .repaired: "repaired"
    case .rotated: "rotated"
    case .pruned: "pruned"
    }
  }

  /// The document it is about; nil for the life of the daemon and of the log.
  package var document: DocumentID? {
    switch self {
    case .claimed(let id, _, _), .redacted(let id, _), .scanned(let id, _),
      .weighed(let id, _), .released(let id, _, _), .held(let id, _), .quarantined(let id, _),
      .decided(let id, _), .vaulted(let id, _), .revealed(let id, _), .shredded(let id, _),
      .expired(let id), .recovered(let id, _):
      id
    case .started, .stopped, .repaired, .rotated, .pruned: nil
    }
  }

  /// Writes the fields that only this type of record has, the document first.
  func write(to json: inout JSONWriter) {
    if let document { json.field(.document, document) }
    switch self {
    case .started(let start): start.write(to: &json)
    case .stopped, .expired: break
    case .claimed(_, let size, let contentMAC):
      if let size { json.field(.size, size) }
      if let contentMAC { json.field(.contentMAC, contentMAC) }
    case .redacted(_, let redaction): redaction.write(to: &json)
    case .scanned(_, let catches): json.field(.catches, each: catches) { $1.write(to: &$0) }
    case .weighed(_, let weighing): weighing.write(to: &json)
    case .released(_, let outputs, let seconds):
      json.field(.outputs, each: outputs) { $1.write(to: &$0) }
      if let seconds { json.field(.seconds, seconds) }
    case .held(_, let reasons): json.field(.reasons, reasons)
    case .quarantined(_, let reason): json.field(.reason, reason)
    case .decided(_, let decision): decision.write(to: &json)
    case .vaulted(_, let values): json.field(.values, values)
    case .revealed(_, let reveal): reveal.write(to: &json)
    case .shredded(_, let shredding): shredding.write(to: &json)
    case .recovered(_, let action): json.field(.action, action)
    case .repaired(let droppedBytes): json.field(.droppedBytes, droppedBytes)
    case .rotated(let key): json.field(.key, key)
    case .pruned(let pruning): pruning.write(to: &json)
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
    json.field(.tagger, tagger)
    json.field(.jit, isJITOn)
    json.field(.zip3Census, zip3Census)
  }
}

extension AuditEvent {
  /// Findings or catches in one record; a document with more fills several, so that no line outgrows a reader's memory.
  private static let entriesPerRecord = 500

  /// The same entries in parts that fit a record each; one empty part when there are none.
  static func parts<Entry>(of entries: [Entry]) -> [[Entry]] {
    guard entries.count > entriesPerRecord else { return [entries] }
    return stride(from: 0, to: entries.count, by: entriesPerRecord).map { start in
      Array(entries[start..<min(start + entriesPerRecord, entries.count)])
    }
  }
}

extension AuditRedaction {
  /// The same account in parts that fit a record each; the counts of each are its own.
  var parts: [AuditRedaction] {
    AuditEvent.parts(of: findings).map {
      AuditRedaction(format: format, encoding: encoding, findings: $0, policy: policy)
    }
  }

  func write(to json: inout JSONWriter) {
    json.field(.format, format)
    json.field(.encoding, encoding)
    if let policy {
      json.field(.policy) { json in
        json.field(.profile, policy.profile)
        json.field(.version, policy.version)
        json.field(.digest, policy.digest)
      }
    }
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

extension AuditWeighing {
  /// The same account in parts that fit a record each; each has the sum of the whole.
  var parts: [AuditWeighing] {
    AuditEvent.parts(of: references).map {
      var part = self
      part.references = $0
      return part
    }
  }

  func write(to json: inout JSONWriter) {
    json.field(.sum, sum)
    json.field(.limit, limit)
    json.field(.holds, holds)
    json.field(.kinds, kinds)
    json.field(.decisive, decisive)
    json.field(.references, each: references) { json, reference in
      json.field(.rule, reference.rule)
      json.field(.kind, reference.kind)
      json.field(.start, reference.start)
      json.field(.length, reference.length)
    }
  }
}

extension AuditPerson {
  func write(to json: inout JSONWriter) {
    json.field(.uid, uid)
    if let name { json.field(.name, name) }
  }
}

extension AuditPruning {
  fileprivate func write(to json: inout JSONWriter) {
    json.field(.pruned, last.seq)
    json.field(.hash, last.hash)
    json.field(.segments, segments)
    json.field(.by) { person.write(to: &$0) }
  }
}

extension AuditDecision {
  fileprivate func write(to json: inout JSONWriter) {
    json.field(.verdict, verdict)
    json.field(.by) { person.write(to: &$0) }
    json.field(.reason, reason)
  }
}

extension AuditReveal {
  fileprivate func write(to json: inout JSONWriter) {
    json.field(.label, label)
    json.field(.by) { person.write(to: &$0) }
    json.field(.reason, reason)
    json.field(.result, result)
  }
}

extension AuditShredding {
  fileprivate func write(to json: inout JSONWriter) {
    json.field(.by) { person.write(to: &$0) }
    json.field(.reason, reason)
  }
}

extension AuditCatch {
  func write(to json: inout JSONWriter) {
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
