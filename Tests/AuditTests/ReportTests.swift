import Documents
import Patterns
import Testing

@testable import Audit

private func report() throws -> AuditReport {
  let scratch = try Sample.everyRecord()
  var tally = AuditTally(rules: ["contact/phone", "name/titled"])
  let unreadable = try AuditReader(folder: scratch.audit).forEach {
    tally.add($0)
    return true
  }
  return AuditReport(
    tally: tally, verification: try AuditVerifier.verify(folder: scratch.audit),
    since: AuditTime(day: "2026-01-01"), until: nil, made: AuditTime(microseconds: 0),
    unreadable: unreadable)
}

@Test func `a report counts what the records say`() throws {
  let tally = try report().tally
  #expect(tally.claimed == 1)
  #expect(Outcome.allCases.map { tally.outcomes[$0] } == [1, 2, 1])
  #expect(tally.days["2026-01-03"]?[.held] == 1)
  #expect((tally.categories[.name], tally.items[.names], tally.kept[.year]) == (1, 1, 1))
  #expect(tally.rules["name/titled"] == 1)
  #expect(tally.heldReasons["second-scan"] == 1)
  #expect((tally.scans, tally.catches["second-scan/number"]) == (2, 1))
  #expect(tally.references[.occupation] == 1)
  #expect(tally.profiles["strict"] == 1)
  let decision = AuditTally.Deed(person: "mreyes", what: "approved", reason: "consent")
  #expect(tally.decisions[decision] == 1)
  let shredding = AuditTally.Deed(person: "uid-0", what: "shredded", reason: "retention")
  #expect(tally.disclosures[shredding] == 1)
}

@Test func `zeros are told: every item, category and known rule has its line`() throws {
  let text = try report().text
  let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  for item in HIPAAItem.allCases {
    #expect(lines.contains { $0.first == item.rawValue && Int($0.last ?? "") != nil })
  }
  for category in Category.allCases {
    #expect(lines.contains { $0.first == category.rawValue && $0.count == 2 })
  }
  #expect(lines.contains(["contact/phone", "0"]))
  #expect(lines.contains(["SSN", "0"]))
}

@Test func `the page is one file without a script or anything from elsewhere`() throws {
  let html = try report().html
  for foreign in ["<script", "http://", "https://", "src=", "href=", "@import", "url("] {
    #expect(!html.contains(foreign), "\(foreign)")
  }
  #expect(html.contains("<svg viewBox") && html.contains("2026-01-03: 1"))
  #expect(html.contains("The log is intact"))
  for tag in ["table", "tr", "td", "th", "svg", "ul", "li", "h2", "body", "html", "rect"] {
    let opened = html.split(separator: "<\(tag)").count - 1
    let closed = html.split(separator: "</\(tag)>").count - 1
    #expect(opened >= closed && (closed > 0 || tag == "rect"), "\(tag)")
  }
}

@Test func `a broken log is told at the head of its report`() throws {
  let scratch = try Sample.everyRecord()
  let name = try #require(try scratch.segments().first)
  var bytes = try scratch.read(name)
  bytes[300] ^= 1
  try scratch.write(name, bytes)
  let report = AuditReport(
    tally: AuditTally(), verification: try AuditVerifier.verify(folder: scratch.audit), since: nil,
    until: nil, made: AuditTime(microseconds: 0), unreadable: 0)
  #expect(report.text.contains("THE LOG IS NOT INTACT"))
  #expect(report.html.contains("class=\"broken\""))
}

@Test func `more days than fit are shown by month`() {
  var days: [String: AuditTally.Count<Outcome>] = [:]
  for day in 0..<200 {
    var count = AuditTally.Count<Outcome>()
    count.add(.released)
    days[AuditTime(microseconds: Int64(day) * 86_400_000_000).day] = count
  }
  let svg = OutcomePlot(days).svg
  #expect(svg.contains("1970-01: 31"))
  #expect(!svg.contains("1970-01-02"))
}
