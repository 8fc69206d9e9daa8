import Documents
import Patterns

extension AuditRecord {
  /// The record as one line of JSON, without `prev`, `check` and `signature`: what it says, and not how it is protected.
  /// It is written anew from checked values, so that nothing reaches a terminal but codes and numbers.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field(.seq, seq)
      json.field(.time, time)
      json.field(.type, type)
      if let document { json.field(.document, document) }
      writeCodes(&json)
      writeNumbers(&json)
      writeLists(&json)
    }
    return json.bytes
  }

  private func writeCodes(_ json: inout JSONWriter) {
    let codes: [(Field, AuditCode?)] = [
      (.version, version), (.profile, profile), (.profileVersion, profileVersion),
      (.profileDigest, profileDigest), (.packsDigest, packsDigest), (.lexicon, lexicon),
      (.tagger, tagger), (.zip3Census, zip3Census), (.contentMAC, contentMAC), (.format, format),
      (.encoding, encoding), (.reason, reason), (.action, action), (.segment, segment),
      (.after, after), (.key, key), (.hash, hash),
    ]
    for (field, code) in codes { if let code { json.field(field, code) } }
    if let jit { json.field(.jit, jit) }
    if let holds { json.field(.holds, holds) }
    if let label { json.field(.label, label) }
    if let verdict { json.field(.verdict, verdict) }
    if let result { json.field(.result, result) }
    if let policy {
      json.field(.policy) { json in
        json.field(.profile, policy.profile)
        json.field(.version, policy.version)
        json.field(.digest, policy.digest)
      }
    }
    if let by {
      json.field(.by) { json in
        json.field(.uid, by.uid)
        if let name = by.name { json.field(.name, name) }
      }
    }
  }

  private func writeNumbers(_ json: inout JSONWriter) {
    let numbers: [(Field, Int?)] = [
      (.size, size), (.part, part), (.parts, parts), (.seconds, seconds),
      (.droppedBytes, droppedBytes), (.sum, sum), (.limit, limit), (.values, values),
      (.records, records), (.pruned, pruned), (.segments, segments),
    ]
    for (field, number) in numbers { if let number { json.field(field, number) } }
  }

  private func writeLists(_ json: inout JSONWriter) {
    if let counts {
      json.field(.counts) { json in
        for item in HIPAAItem.allCases {
          if let field = Field(rawValue: item.rawValue) { json.field(field, counts[item] ?? 0) }
        }
      }
    }
    if let findings { json.field(.findings, each: findings) { $1.write(to: &$0) } }
    if let catches {
      json.field(.catches, each: catches) { json, caught in
        json.field(.rule, caught.rule)
        json.field(.category, caught.category)
      }
    }
    if let references { json.field(.references, each: references) { $1.write(to: &$0) } }
    if let kinds { json.field(.kinds, kinds) }
    if let decisive { json.field(.decisive, decisive) }
    if let outputs {
      json.field(.outputs, each: outputs) { json, output in
        json.field(.kind, output.kind)
        json.field(.size, output.size)
        json.field(.digest, output.digest)
      }
    }
    if let reasons { json.field(.reasons, reasons) }
  }
}

extension AuditRecord.Finding {
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

extension AuditRecord.Reference {
  fileprivate func write(to json: inout JSONWriter) {
    json.field(.rule, rule)
    json.field(.kind, kind)
    json.field(.start, start)
    json.field(.length, length)
  }
}
