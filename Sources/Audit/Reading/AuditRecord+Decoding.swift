import Documents
import Patterns

extension AuditCode: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try decoder.value { AuditCode($0) }
  }
}

extension AuditTime: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try decoder.value { AuditTime($0) }
  }
}

extension AuditRecord {
  private enum CodingKeys: String, CodingKey {
    case seq, time, type, document
    case version, profile, profileVersion, profileDigest, packsDigest, lexicon, tagger, jit
    case zip3Census
    case size, contentMAC, part, parts, format, encoding, counts, findings
    case catches, outputs, seconds, reasons, reason, action, droppedBytes
    case policy, sum, limit, holds, kinds, decisive, references
    case verdict, by, label, result, values
    case segment, after, records, key, pruned, segments, hash
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func field<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
      try fields.decodeIfPresent(Value.self, forKey: key)
    }
    seq = try fields.decode(Int.self, forKey: .seq)
    time = try fields.decode(AuditTime.self, forKey: .time)
    type = try fields.decode(AuditCode.self, forKey: .type)
    document = try (field(.document) as ReadDocument?)?.id
    profile = try field(.profile)
    (profileVersion, profileDigest) = (try field(.profileVersion), try field(.profileDigest))
    (packsDigest, lexicon) = (try field(.packsDigest), try field(.lexicon))
    tagger = try field(.tagger)
    (jit, zip3Census) = (try field(.jit), try field(.zip3Census))
    (size, contentMAC) = (try field(.size), try field(.contentMAC))
    (part, parts) = (try field(.part), try field(.parts))
    (format, encoding) = (try field(.format), try field(.encoding))
    counts = try (field(.counts) as [String: Int]?).map(AuditRecord.byItem)
    findings = try field(.findings)
    (catches, outputs) = (try field(.catches), try field(.outputs))
    (seconds, droppedBytes) = (try field(.seconds), try field(.droppedBytes))
    (reasons, reason, action) = (try field(.reasons), try field(.reason), try field(.action))
    policy = try field(.policy)
    (sum, limit, holds) = (try field(.sum), try field(.limit), try field(.holds))
    (kinds, decisive) = (try field(.kinds), try field(.decisive))
    references = try field(.references)
    (verdict, result) = (try field(.verdict), try field(.result))
    // A later version may name people otherwise.
    by = try? field(.by)
    label = try (field(.label) as String?).flatMap { AuditLabel($0) }
    values = try field(.values)
    (segment, after, records) = (try field(.segment), try field(.after), try field(.records))
    (key, hash) = (try field(.key), try field(.hash))
    (pruned, segments) = (try field(.pruned), try field(.segments))
    // A segment's header has the number of the format there; a start has the version's code.
    version = type == .segment ? nil : try field(.version)
  }
}

extension AuditRecord {
  /// Counts by the letter of the item; other keys are passed over.
  private static func byItem(_ counts: [String: Int]) -> [HIPAAItem: Int] {
    counts.reduce(into: [:]) { items, entry in
      if let item = HIPAAItem(rawValue: entry.key) { items[item] = entry.value }
    }
  }
}

extension AuditRecord.Finding {
  private enum CodingKeys: String, CodingKey {
    case rule, category, item, start, length, label, confidence, evidence, role, valueMAC
    case action = "operator"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func field<Value: Decodable>(_ key: CodingKeys) throws -> Value {
      try fields.decode(Value.self, forKey: key)
    }
    (rule, category, item) = (try field(.rule), try field(.category), try field(.item))
    (start, length) = (try field(.start), try field(.length))
    (action, label) = (try field(.action), AuditLabel(try field(.label)))
    (confidence, evidence) = (try field(.confidence), try field(.evidence))
    (role, valueMAC) = (try field(.role), try field(.valueMAC))
  }
}

/// A document's id in a record.
private struct ReadDocument: Decodable {
  var id: DocumentID

  init(from decoder: any Decoder) throws { id = try decoder.value { DocumentID($0) } }
}

extension Decoder {
  /// A string that `make` accepts; anything else is an error.
  fileprivate func value<Value>(_ make: (String) -> Value?) throws -> Value {
    let container = try singleValueContainer()
    guard let value = make(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not as it is written")
    }
    return value
  }
}
