package import Documents
package import Patterns

/// What happened in a period, counted from its records one by one, in memory that does not grow with them.
///
/// Documents are counted by their records: one that was held and later released counts as held and as released.
package struct AuditTally: Sendable {
  /// Documents taken from the inbox.
  package private(set) var claimed = 0
  package private(set) var outcomes = Count<Outcome>()
  /// Outcomes of each UTC day, `2026-01-31`.
  package private(set) var days: [String: Count<Outcome>] = [:]
  /// Removed findings.
  package private(set) var categories = Count<Category>()
  package private(set) var items = Count<HIPAAItem>()
  package private(set) var rules = Count<AuditCode>()
  /// Findings that the profile lets stay.
  package private(set) var kept = Count<Category>()
  package private(set) var heldReasons = Count<AuditCode>()
  package private(set) var quarantineReasons = Count<AuditCode>()
  /// What the second scan still found, by rule.
  package private(set) var catches = Count<AuditCode>()
  /// Second scans.
  package private(set) var scans = 0
  package private(set) var references = Count<RevealingKind>()
  /// Texts whose remaining references together were too much.
  package private(set) var weighedTooMuch = 0
  package private(set) var profiles = Count<AuditCode>()
  /// `mreyes (1001)`, `approved`, `consent`.
  package private(set) var decisions = Count<Deed>()
  package private(set) var disclosures = Count<Deed>()
  /// Starts, stops, repairs, changes of key and removals, by type of record.
  package private(set) var events = Count<AuditCode>()

  /// - Parameter rules: all rules there are, so that those that found nothing are told too.
  package init(rules: [AuditCode] = []) {
    for rule in rules { self.rules.note(rule) }
  }

  /// Something that a person did.
  package struct Deed: Sendable, Hashable, Comparable {
    /// The account: its name, or its number where it has none.
    package var person: AuditCode
    package var what: AuditCode
    package var reason: AuditCode

    package static func < (one: Deed, other: Deed) -> Bool {
      (one.person, one.what, one.reason) < (other.person, other.what, other.reason)
    }
  }

  package mutating func add(_ record: AuditRecord) {
    if let outcome = record.outcome {
      outcomes.add(outcome)
      days[String(record.time.text.prefix(10)), default: Count()].add(outcome)
    }
    switch record.type {
    case "claimed": claimed += 1
    case "redacted": addRedaction(record)
    case "scanned":
      if record.part ?? 1 == 1 { scans += 1 }
      for caught in record.catches ?? [] { catches.add(caught.rule) }
    case "weighed":
      for reference in record.references ?? [] { references.add(reference.kind) }
      if record.holds == true, record.part ?? 1 == 1 { weighedTooMuch += 1 }
    case "held": for reason in record.reasons ?? [] { heldReasons.add(reason) }
    case "quarantined": if let reason = record.reason { quarantineReasons.add(reason) }
    case "decided": addDeed(record, record.verdict?.rawValue, to: \.decisions)
    case "revealed": addDeed(record, record.result?.rawValue, to: \.disclosures)
    case "shredded": addDeed(record, "shredded", to: \.disclosures)
    case "started", "stopped", "repaired", "recovered", "rotated", "pruned": events.add(record.type)
    default: break
    }
  }

  private mutating func addRedaction(_ record: AuditRecord) {
    if record.part ?? 1 == 1, let profile = record.policy?.profile { profiles.add(profile) }
    for finding in record.findings ?? [] {
      guard finding.action != AuditFinding.keep else {
        kept.add(finding.category)
        continue
      }
      categories.add(finding.category)
      items.add(finding.item)
      rules.add(finding.rule)
    }
  }

  private mutating func addDeed(
    _ record: AuditRecord, _ what: String?, to path: WritableKeyPath<AuditTally, Count<Deed>>
  ) {
    guard let by = record.by, let what = what.flatMap({ AuditCode($0) }) else { return }
    let person = by.name ?? AuditCode("uid-\(by.uid)") ?? "unknown"
    self[keyPath: path].add(Deed(person: person, what: what, reason: record.reason ?? "none"))
  }

  /// How often each of some things occurred.
  package struct Count<Key: Hashable & Sendable>: Sendable {
    private var counts: [Key: Int] = [:]

    package init() {}

    package subscript(_ key: Key) -> Int { counts[key] ?? 0 }

    /// Everything that occurred or was noted.
    package var keys: [Key] { Array(counts.keys) }

    package var total: Int { counts.values.reduce(0, +) }

    mutating func add(_ key: Key) { counts[key, default: 0] += 1 }

    /// Makes the key known, with what it has.
    mutating func note(_ key: Key) { counts[key, default: 0] += 0 }
  }
}

extension AuditTally.Count where Key: Comparable {
  /// The most frequent first, equal ones in order.
  package var ranked: [(key: Key, count: Int)] {
    keys.map { ($0, self[$0]) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
