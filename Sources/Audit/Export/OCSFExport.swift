import Documents
import Patterns

/// A record as an event of the Open Cybersecurity Schema Framework, version 1.4.0 (schema.ocsf.io/1.4.0).
enum OCSFExport {
  static let schemaVersion: StaticString = "1.4.0"

  static func event(_ record: AuditRecord) -> JSONTree {
    let kind = OCSFKind(record)
    return .object([
      Pair("class_uid", .number(kind.classUID)),
      Pair("category_uid", .number(kind.classUID / 1000)),
      Pair("activity_id", .number(kind.activity)),
      Pair("type_uid", .number(kind.classUID * 100 + kind.activity)),
      Pair("severity_id", .number(kind.severity)),
      Pair("status_id", .number(kind.hasFailed ? 2 : 1)),
      Pair("time", .number(Int(record.time.microseconds / 1000))),
      Pair("metadata", metadata(record)),
      Pair("app", kind.classUID == OCSFKind.lifecycle ? product : nil),
      Pair("entity", kind.classUID == OCSFKind.entity ? entity(record) : nil),
      Pair("comment", kind.classUID == OCSFKind.entity ? record.reason.map { .code($0) } : nil),
      Pair("finding_info", kind.classUID == OCSFKind.finding ? finding(record) : nil),
      Pair("actor", actor(record)), Pair("unmapped", unmapped(record)),
    ])
  }

  private static let product = JSONTree.object([
    Pair("name", .text("scrubd")), Pair("vendor_name", .text("scrubd")),
  ])

  private static func metadata(_ record: AuditRecord) -> JSONTree {
    .object([
      Pair("version", .text(schemaVersion)), Pair("product", product),
      Pair("uid", .digits(record.seq)),
      Pair("log_name", .text("audit")), Pair("event_code", .code(record.type)),
    ])
  }

  private static func entity(_ record: AuditRecord) -> JSONTree {
    .object([
      Pair("type", record.document == nil ? .text("audit log") : .text("document")),
      Pair("uid", record.document.map { .id($0) } ?? .text("audit")),
    ])
  }

  private static func finding(_ record: AuditRecord) -> JSONTree {
    .object([
      Pair("uid", .digits(record.seq)), Pair("title", .code(record.type)),
      Pair("types", types(record)),
    ])
  }

  /// The rules that found something, each once.
  private static func types(_ record: AuditRecord) -> JSONTree? {
    let rules =
      (record.findings ?? []).map(\.rule) + (record.catches ?? []).map(\.rule)
      + (record.references ?? []).map(\.rule)
    return rules.isEmpty ? nil : .list(Set(rules).sorted().map { .code($0) })
  }

  private static func actor(_ record: AuditRecord) -> JSONTree {
    guard let person = record.by else {
      return .object([Pair("app_name", .text("scrubd"))])
    }
    return .object([
      Pair(
        "user",
        .object([Pair("uid", .digits(person.uid)), Pair("name", person.name.map { .code($0) })])
      )
    ])
  }

  /// What the schema has no place for.
  private static func unmapped(_ record: AuditRecord) -> JSONTree? {
    let counts = record.counts.map { counts in
      JSONTree.list(
        HIPAAItem.allCases.map {
          .object([Pair("item", .word($0)), Pair("removed", .number(counts[$0] ?? 0))])
        })
    }
    let reasons = record.reasons.map { JSONTree.list($0.map { .code($0) }) }
    let fields: [Pair] = [
      Pair("document", record.document.map { .id($0) }), Pair("removed", counts),
      Pair("reasons", reasons),
      Pair("reason", record.reason.map { .code($0) }),
      Pair("profile", (record.policy?.profile ?? record.profile).map { .code($0) }),
      Pair("residue", record.sum.map { .number($0) }),
      Pair("verdict", record.verdict.map { .word($0) }),
      Pair("result", record.result.map { .word($0) }),
    ]
    return fields.contains { $0.value != nil } ? .object(fields) : nil
  }
}

/// The class and activity of a record.
private struct OCSFKind {
  /// Application Lifecycle.
  static let lifecycle = 6002
  /// Entity Management.
  static let entity = 3004
  /// Data Security Finding.
  static let finding = 2006

  let classUID: Int
  let activity: Int
  /// 1 informational, 3 medium, 4 high.
  let severity: Int
  let hasFailed: Bool

  init(_ record: AuditRecord) {
    (classUID, activity) = OCSFKind.classAndActivity(record)
    severity =
      switch record.type {
      case "held", "repaired": 3
      case "quarantined": 4
      case "scanned": (record.catches ?? []).isEmpty ? 1 : 4
      default: 1
      }
    hasFailed = record.type == "quarantined" || (record.result ?? .shown) != .shown
  }

  private static func classAndActivity(_ record: AuditRecord) -> (Int, Int) {
    switch record.type {
    case "started": (lifecycle, 3)
    case "stopped": (lifecycle, 4)
    case "redacted", "scanned", "weighed", "held", "quarantined": (finding, 1)
    case "claimed", "vaulted": (entity, 1)
    case "released", "revealed": (entity, 2)
    case "shredded", "expired", "pruned": (entity, 4)
    default: (entity, 3)
    }
  }
}
