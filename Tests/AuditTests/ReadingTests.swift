import Documents
import Patterns
import Testing

@testable import Audit

/// Two documents, a redaction with a name and a date each, one released and one held.
private func log() throws -> Scratch {
  let scratch = try Scratch()
  let log = try scratch.log()
  for number in 1...2 {
    let id = Sample.document(UInt64(number))
    let date = AuditFinding(
      rule: "date/us", category: .date, start: 100, length: 10, action: "year", confidence: 875,
      valueMAC: try Sample.key().mac(value: "date".utf8))
    try log.append(
      [
        .redacted(
          id,
          AuditRedaction(
            format: "text", encoding: "utf-8", findings: [try Sample.finding(number), date])),
        number == 1 ? .released(id, outputs: []) : .held(id, reasons: ["second-scan"]),
      ], durable: true)
  }
  try log.close()
  return scratch
}

private func read(_ scratch: Scratch, _ filter: AuditFilter) throws -> [AuditRecord] {
  var records: [AuditRecord] = []
  try AuditReader(folder: scratch.audit).forEach(filter) {
    records.append($0)
    return true
  }
  return records
}

@Test func `a record is read back field by field`() throws {
  let scratch = try Scratch()
  let id = Sample.document(1)
  let log = try scratch.log()
  try log.append(try Sample.events(of: id), durable: true)
  let records = Array(try read(scratch, AuditFilter()).dropFirst())
  #expect(records.map(\.seq) == Array(2...18))
  #expect(records[0].profile == "publication")
  #expect(records[0].jit == true)
  #expect(records[1].document == id)
  #expect(records[1].size == 120)
  let finding = try #require(records[2].findings?.first)
  #expect(finding.label?.description == "NAME-1")
  #expect(finding.valueMAC.text == (try Sample.key().mac(value: "gonzalez".utf8)).description)
  #expect(records[2].findings?.last?.label == nil)
  #expect(records[2].counts?.count == 18)
  #expect(records[4].catches?.first?.rule == "second-scan/number")
  #expect(records[7].outcome == .released)
  #expect(records[7].outputs?.first?.size == 99)
  #expect(records[8].reasons == ["second-scan", "three-indirect"])
  #expect(records[11].droppedBytes == 17)
  #expect(records[2].policy?.profile == "strict")
  #expect(records[5].references?.first?.kind == .occupation)
  #expect((records[5].sum, records[5].limit, records[5].holds) == (1500, 3000, false))
  #expect(records[6].values == 3)
  #expect((records[12].verdict, records[12].reason) == (.approved, "consent"))
  #expect(records[12].by?.name == "mreyes")
  #expect((records[13].label, records[13].result) == (AuditLabel(.name, 1), .shown))
  #expect((records[14].by?.uid, records[14].by?.name) == (0, nil))
  #expect((records[15].type, records[15].document) == ("expired", id))
}

@Test func `records are filtered by document, outcome, category, rule and time`() throws {
  let scratch = try log()
  let id = Sample.document(2)
  func count(_ filter: AuditFilter) throws -> Int { try read(scratch, filter).count }
  #expect(try count(AuditFilter()) == 6)
  #expect(try count(AuditFilter(document: id.text)) == 2)
  #expect(try count(AuditFilter(document: id.short)) == 2)
  #expect(try count(AuditFilter(document: String(id.text.prefix(5)))) == 4)
  #expect(try count(AuditFilter(document: "")) == 0)
  #expect(try count(AuditFilter(outcome: .held)) == 1)
  #expect(try count(AuditFilter(category: .phone)) == 0)
  #expect(try count(AuditFilter(since: AuditTime(day: "2026-01-03"))) == 0)
  #expect(try count(AuditFilter(until: AuditTime(day: "2026-01-02"))) == 0)
  #expect(try count(AuditFilter(since: AuditTime(day: "2026-01-02"))) == 6)
  let dates = try read(scratch, AuditFilter(category: .date, rule: "date/"))
  #expect(dates.map { $0.findings?.map(\.rule) } == [["date/us"], ["date/us"]])
}

@Test func `a line that is no record is counted and passed over`() throws {
  let scratch = try log()
  let file = try #require(try scratch.segments().first)
  let bytes = try scratch.read(file)
  let hostile = #"{"seq":9,"time":"2026-01-02T03:04:05.678901Z","type":"\u001b[2Jheld"}"#
  try scratch.write(file, bytes + Array("\(hostile)\nnot json\n".utf8))
  var count = 0
  let unreadable = try AuditReader(folder: scratch.audit).forEach {
    _ = $0
    count += 1
    return true
  }
  #expect((count, unreadable) == (6, 2))
}

@Test func `a record with fields of a later version is read`() throws {
  let scratch = try log()
  let file = try #require(try scratch.segments().first)
  let later = #"{"seq":9,"time":"2026-01-02T03:04:05.678901Z","type":"decision","by":{"a":[1]}}"#
  try scratch.write(file, try scratch.read(file) + Array("\(later)\n".utf8))
  #expect(try read(scratch, AuditFilter()).last?.type == "decision")
}

@Test func `reading stops when it is told to`() throws {
  let scratch = try log()
  var count = 0
  try AuditReader(folder: scratch.audit).forEach { _ in
    count += 1
    return count < 2
  }
  #expect(count == 2)
}

@Test func `the table lines up its columns`() throws {
  let id = Sample.document(1)
  let scratch = try log()
  let records = try read(scratch, AuditFilter(document: id.text))
  let lines = [AuditTable.header] + records.flatMap { AuditTable.lines(for: $0) }
  let indent = String(repeating: " ", count: 44)
  #expect(
    lines == [
      "TIME (UTC)           DOCUMENT  EVENT        DETAILS",
      "2026-01-02 03:04:05  \(id.short)  redacted     format text, encoding utf-8, removed A:1 C:1",
      indent + "NAME-1  name/titled  A  0.95   12..20    tag   patient  context:title",
      indent + "DATE    date/us      C  0.875  100..110  year  unknown",
      "2026-01-02 03:04:05  \(id.short)  released",
    ])
}
