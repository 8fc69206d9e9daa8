import Documents
import FoundationEssentials
import Patterns
import Testing

@testable import Audit

/// The records of a log with every type, as they are read.
private func records() throws -> [AuditRecord] {
  let scratch = try Sample.everyRecord()
  var records: [AuditRecord] = []
  try AuditReader(folder: scratch.audit).forEach {
    records.append($0)
    return true
  }
  let pruned = AuditPruning(
    last: AuditHead(seq: 9, hash: .zero), segments: 2, person: Sample.person)
  var encoder = RecordEncoder(after: .start)
  try encoder.append(.pruned(pruned), at: AuditTime(microseconds: 0))
  encoder.finish()
  records.append(
    try JSONDecoder().decode(AuditRecord.self, from: Data(encoder.lines.dropLast())))
  return records
}

/// Any JSON.
private indirect enum JSON: Decodable {
  case object([String: JSON]), list([JSON]), text(String), number(Int), bool(Bool)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let object = try? value.decode([String: JSON].self) {
      self = .object(object)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else {
      self = .number(try value.decode(Int.self))
    }
  }

  init(_ line: [UInt8]) throws { self = try JSONDecoder().decode(JSON.self, from: Data(line)) }

  subscript(_ key: String) -> JSON? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { number } else { nil } }
  var keys: [String] { if case .object(let fields) = self { Array(fields.keys) } else { [] } }
  var items: [JSON] { if case .list(let items) = self { items } else { [self] } }
  var isBool: Bool { if case .bool = self { true } else { false } }
}

/// FHIR R4 AuditEvent as http://hl7.org/fhir/R4/auditevent-definitions.html defines it: of each element the children it
/// may have, with their cardinality, and the value sets of those that are bound.
private struct FHIRStructure {
  /// `1..1` and `1..*` are required; `*` makes it a list.
  static let elements: [String: [String: String]] = [
    "AuditEvent": [
      "resourceType": "1..1", "id": "0..1", "type": "1..1", "subtype": "0..*", "action": "0..1",
      "period": "0..1", "recorded": "1..1", "outcome": "0..1", "outcomeDesc": "0..1",
      "purposeOfEvent": "0..*", "agent": "1..*", "source": "1..1", "entity": "0..*",
    ],
    "AuditEvent.type": coding, "AuditEvent.subtype": coding,
    "AuditEvent.agent": [
      "type": "0..1", "role": "0..*", "who": "0..1", "altId": "0..1", "name": "0..1",
      "requestor": "1..1", "location": "0..1", "policy": "0..*", "media": "0..1",
      "network": "0..1", "purposeOfUse": "0..*",
    ],
    "AuditEvent.agent.type": ["coding": "0..*", "text": "0..1"],
    "AuditEvent.agent.type.coding": coding,
    "AuditEvent.agent.who": reference, "AuditEvent.agent.who.identifier": identifier,
    "AuditEvent.source": ["site": "0..1", "observer": "1..1", "type": "0..*"],
    "AuditEvent.source.observer": reference,
    "AuditEvent.source.observer.identifier": identifier, "AuditEvent.source.type": coding,
    "AuditEvent.entity": [
      "what": "0..1", "type": "0..1", "role": "0..1", "lifecycle": "0..1",
      "securityLabel": "0..*", "name": "0..1", "description": "0..1", "query": "0..1",
      "detail": "0..*",
    ],
    "AuditEvent.entity.what": reference, "AuditEvent.entity.what.identifier": identifier,
    "AuditEvent.entity.type": coding, "AuditEvent.entity.role": coding,
    "AuditEvent.entity.detail": ["type": "1..1", "valueString": "1..1"],
  ]

  private static let coding = [
    "system": "0..1", "version": "0..1", "code": "0..1", "display": "0..1", "userSelected": "0..1",
  ]
  private static let reference = [
    "reference": "0..1", "type": "0..1", "identifier": "0..1", "display": "0..1",
  ]
  private static let identifier = [
    "use": "0..1", "type": "0..1", "system": "0..1", "value": "0..1", "period": "0..1",
  ]

  /// http://hl7.org/fhir/R4/valueset-audit-event-type.html (extensible), the two code systems that are used.
  static let types: [String: Set<String>] = [
    "http://dicom.nema.org/resources/ontology/DCM": [
      "110100", "110101", "110102", "110103", "110104", "110105", "110106", "110107", "110108",
      "110109", "110110", "110111", "110112", "110113", "110114",
    ],
    "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle": [
      "access", "hold", "amend", "archive", "attest", "decrypt", "deidentify", "deprecate",
      "destroy", "disclose", "encrypt", "extract", "link", "merge", "originate", "pseudonymize",
      "reactivate", "receive", "reidentify", "unhold", "report", "restore", "transform",
      "transmit", "unlink", "unmerge", "verify",
    ],
  ]

  /// Required bindings, and the code systems of the others.
  static let codes: [String: Set<String>] = [
    "AuditEvent.action": ["C", "R", "U", "D", "E"], "AuditEvent.outcome": ["0", "4", "8", "12"],
    "AuditEvent.source.type.code": Set((1...9).map(String.init)),
    "AuditEvent.entity.type.code": Set((1...4).map(String.init)),
    "AuditEvent.entity.role.code": Set((1...24).map(String.init)),
  ]

  /// What is wrong with a resource.
  static func mistakes(_ value: JSON, at path: String) -> [String] {
    var mistakes: [String] = []
    if let known = codes[path], !known.contains(value.text ?? "") {
      mistakes.append("\(path) code")
    }
    guard let children = elements[path] else { return mistakes }
    for key in value.keys where children[key] == nil { mistakes.append("\(path).\(key) unknown") }
    for (key, cardinality) in children {
      guard let child = value[key] else {
        if cardinality.hasPrefix("1") { mistakes.append("\(path).\(key) missing") }
        continue
      }
      var isList = false
      if case .list = child { isList = true }
      if isList != cardinality.hasSuffix("*") { mistakes.append("\(path).\(key) cardinality") }
      if isList, child.items.isEmpty { mistakes.append("\(path).\(key) empty") }
      for item in child.items { mistakes += Self.mistakes(item, at: "\(path).\(key)") }
    }
    return mistakes
  }
}

@Test func `every record is a FHIR R4 AuditEvent by its published structure and value sets`() throws
{
  let records = try records()
  let lines = records.flatMap { AuditExport.fhir.lines(for: $0) }
  #expect(lines.count == records.count { !$0.isBookkeeping })
  for line in lines {
    let event = try JSON(line)
    #expect(FHIRStructure.mistakes(event, at: "AuditEvent") == [])
    #expect(event["resourceType"]?.text == "AuditEvent")
    let type = try #require(event["type"])
    let known = try #require(FHIRStructure.types[type["system"]?.text ?? ""])
    #expect(known.contains(type["code"]?.text ?? ""))
    #expect(event["recorded"]?.text.flatMap { AuditTime($0) } != nil)
    #expect(event["agent"]?.items.first?["requestor"]?.isBool == true)
  }
}

@Test func `the check of the structure finds what is missing, unknown and miscoded`() throws {
  let event = try JSON(Array(#"{"resourceType":"AuditEvent","type":[],"action":"X","foo":1}"#.utf8))
  let found = Set(FHIRStructure.mistakes(event, at: "AuditEvent"))
  #expect(
    found.isSuperset(of: [
      "AuditEvent.recorded missing", "AuditEvent.agent missing", "AuditEvent.source missing",
      "AuditEvent.type cardinality", "AuditEvent.action code", "AuditEvent.foo unknown",
    ]))
}

@Test func `every record is an OCSF 1.4.0 event with what its class requires`() throws {
  /// Of the base event, and of each class: schema.ocsf.io/1.4.0.
  let base = [
    "activity_id", "category_uid", "class_uid", "metadata", "severity_id", "time", "type_uid",
  ]
  let required = [6002: "app", 3004: "entity", 2006: "finding_info"]
  let activities = [6002: 1...4, 3004: 1...4, 2006: 1...3]
  for record in try records() where !record.isBookkeeping {
    let event = try JSON(try #require(AuditExport.ocsf.lines(for: record).first))
    for key in base { #expect(event[key] != nil, "\(key)") }
    let uid = try #require(event["class_uid"]?.number)
    let activity = try #require(event["activity_id"]?.number)
    #expect(event["category_uid"]?.number == uid / 1000)
    #expect(event["type_uid"]?.number == uid * 100 + activity)
    #expect(activities[uid]?.contains(activity) == true)
    let field = try #require(required[uid])
    #expect(event[field] != nil)
    #expect(event["metadata"]?["version"]?.text == "1.4.0")
    #expect(event["metadata"]?["product"]?["name"]?.text == "scrubd")
    #expect(event["time"]?.number == Int(record.time.microseconds / 1000))
  }
}

@Test func `the table has as many cells in each line as in its header`() throws {
  let header = String(decoding: try #require(AuditExport.csv.header), as: UTF8.self)
  let columns = header.split(separator: ",", omittingEmptySubsequences: false).count
  let lines = try records().flatMap { AuditExport.csv.lines(for: $0) }
    .map { String(decoding: $0, as: UTF8.self) }
  for line in lines {
    #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == columns)
    #expect(!line.contains("\"") && !line.contains("\n"))
  }
  #expect(lines.contains { $0.contains(",name/titled,NAME,A,,12,8,tag,NAME-1,950,patient,") })
  #expect(lines.contains { $0.contains(",decided,") && $0.contains(",consent,mreyes,1001,") })
}

@Test func `a record as JSON is read back as it was`() throws {
  for record in try records() {
    let again = try JSONDecoder().decode(AuditRecord.self, from: Data(record.json))
    #expect(again.json == record.json)
    #expect(again.findings == record.findings)
    #expect((again.type, again.document, again.by) == (record.type, record.document, record.by))
  }
}
