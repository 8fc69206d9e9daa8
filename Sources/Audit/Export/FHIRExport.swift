import Documents
import Patterns

/// A record as a FHIR R4 AuditEvent (hl7.org/fhir/R4/auditevent.html).
enum FHIRExport {
  static func event(_ record: AuditRecord) -> JSONTree {
    let kind = FHIRKind(record)
    return .object([
      Pair("resourceType", .text("AuditEvent")), Pair("id", .digits(record.seq)),
      Pair("type", coding(kind.system, kind.code)),
      Pair("subtype", .list([kind.subtype.map { coding(dicom, $0) } ?? local(record.type)])),
      Pair("action", .text(kind.action)), Pair("recorded", .time(record.time)),
      Pair("outcome", .text(kind.outcome)), Pair("outcomeDesc", record.reason.map { .code($0) }),
      Pair("agent", .list([agent(record)])), Pair("source", source), Pair("entity", entity(record)),
    ])
  }

  static let dicom: StaticString = "http://dicom.nema.org/resources/ontology/DCM"
  /// ISO 21089:2018, the record's life cycle.
  static let lifecycle: StaticString =
    "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle"

  private static func coding(_ system: StaticString, _ code: StaticString) -> JSONTree {
    .object([Pair("system", .text(system)), Pair("code", .text(code))])
  }

  /// What this log calls it.
  private static func local(_ type: AuditCode) -> JSONTree {
    .object([Pair("system", .text("urn:scrubd:audit-record")), Pair("code", .code(type))])
  }

  /// A person by the account, or the daemon.
  private static func agent(_ record: AuditRecord) -> JSONTree {
    guard let person = record.by else {
      let type = JSONTree.object([Pair("coding", .list([coding(dicom, "110150")]))])
      return .object([
        Pair("type", type), Pair("who", reference("urn:scrubd:application", .text("scrubd"))),
        Pair("name", .text("scrubd")), Pair("requestor", .bool(false)),
      ])
    }
    return .object([
      Pair("who", reference("urn:scrubd:account", .digits(person.uid))),
      Pair("name", person.name.map { .code($0) }), Pair("requestor", .bool(true)),
    ])
  }

  private static func reference(_ system: StaticString, _ value: JSONTree) -> JSONTree {
    .object([Pair("identifier", .object([Pair("system", .text(system)), Pair("value", value)]))])
  }

  private static var source: JSONTree {
    .object([
      Pair("observer", reference("urn:scrubd:application", .text("scrubd"))),
      Pair(
        "type",
        .list([coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4")])
      ),
    ])
  }

  /// The document, with what is told of it as details.
  private static func entity(_ record: AuditRecord) -> JSONTree? {
    guard let id = record.document else { return nil }
    let details = details(record)
    return .list([
      .object([
        Pair("what", reference("urn:scrubd:document", .id(id))),
        Pair("type", coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "2")),
        Pair("role", coding("http://terminology.hl7.org/CodeSystem/object-role", "3")),
        Pair("detail", details.isEmpty ? nil : .list(details)),
      ])
    ])
  }

  private static func details(_ record: AuditRecord) -> [JSONTree] {
    var details: [JSONTree] = []
    func add(_ type: JSONTree, _ value: JSONTree?) {
      if let value { details.append(.object([Pair("type", type), Pair("valueString", value)])) }
    }
    for item in HIPAAItem.allCases { add(.word(item), record.counts?[item].map { .digits($0) }) }
    add(.text("profile"), record.policy.map { .code($0.profile) })
    for reason in record.reasons ?? [] { add(.text("reason"), .code(reason)) }
    for caught in record.catches ?? [] { add(.text("second-scan"), .code(caught.rule)) }
    for reference in record.references ?? [] { add(.word(reference.kind), .code(reference.rule)) }
    add(.text("residue"), record.sum.map { .digits($0) })
    add(.text("verdict"), record.verdict.map { .word($0) })
    add(.text("result"), record.result.map { .word($0) })
    add(.text("bytes"), record.size.map { .digits($0) })
    return details
  }
}

/// What kind of event a record is in FHIR's terms.
private struct FHIRKind {
  var system = FHIRExport.lifecycle
  var code: StaticString
  var subtype: StaticString?
  /// C, R, U, D or E.
  var action: StaticString
  /// 0 success, 4 minor failure, 8 serious failure.
  var outcome: StaticString = "0"

  init(_ record: AuditRecord) {
    (code, action) = FHIRKind.lifecycle(record)
    switch record.type {
    case "started", "stopped":
      system = FHIRExport.dicom
      subtype = record.type == "started" ? "110120" : "110121"
    case "rotated": system = FHIRExport.dicom
    case "held": outcome = "4"
    case "quarantined": outcome = "8"
    case "revealed": outcome = record.result == .shown ? "0" : "4"
    default: break
    }
  }

  private static func lifecycle(
    _ record: AuditRecord
  ) -> (code: StaticString, action: StaticString) {
    switch record.type {
    case "started", "stopped": ("110100", "E")
    case "rotated": ("110113", "U")
    case "claimed": ("receive", "C")
    case "redacted": ("deidentify", "U")
    case "released": ("disclose", "R")
    case "held", "quarantined": ("hold", "U")
    case "decided": (record.verdict == .approved ? "unhold" : "hold", "U")
    case "vaulted": ("encrypt", "C")
    case "revealed": ("reidentify", "R")
    case "shredded", "expired", "pruned": ("destroy", "D")
    case "recovered", "repaired": ("restore", "U")
    default: ("verify", "E")
    }
  }
}
