import Audit
import Documents
import Spool
import TestSupport
import Testing

@testable import Pipeline

/// What becomes of held documents that a person has decided on, with a spool and a trail in memory.
@Suite struct ReviewTests {
  static let approval = Decision(
    .approve, reason: "consent", user: 1000, userName: "reviewer")

  /// A bench whose only document is held.
  static func bench(_ text: String) throws -> Bench {
    let bench = try Bench(inbox: ["case MRN: 12345678.txt": text])
    #expect(try bench.process() == .held)
    return bench
  }

  /// Carries a decision out as a worker does.
  static func carryOut(_ decision: Decision, _ bench: Bench) throws -> Outcome {
    bench.spool.decide(decision, on: Bench.id())
    var desk = Desk(timeLimit: .seconds(600))
    return try bench.runner.process(try bench.claim(Bench.id(9)), &desk)
  }

  private static func draft(_ bench: Bench) throws -> [UInt8] {
    let held = try #require(bench.spool.contents.hold[Bench.id()])
    return try #require(held.staged.first { !StagedFile.isReport($0.key) }).value
  }

  @Test func `an approved draft is released byte for byte, after its record`() throws {
    let bench = try ReviewTests.bench(SmallPolicy.adding)
    let draft = try ReviewTests.draft(bench)
    let before = bench.trail.events.count
    #expect(try ReviewTests.carryOut(ReviewTests.approval, bench) == .released)
    let outbox = bench.spool.contents.outbox
    let name = "case MRN [MRN-1]-\(Bench.id().short).txt"
    #expect(outbox.keys.sorted() == [name, "\(name).report.json", "\(name).report.md"])
    #expect(outbox[name] == draft)
    let records = Array(bench.trail.events[before...])
    #expect(
      records.first
        == .decided(
          Bench.id(),
          AuditDecision(
            verdict: .approved, person: AuditPerson(uid: 1000, name: "reviewer"),
            reason: .consent)))
    guard case .released(_, let outputs, _)? = records.last else {
      Issue.record("not on record")
      return
    }
    #expect(records.count == 2)
    #expect(Set(outputs.map(\.digest)) == Set(outbox.values.map { AuditDigest(of: $0) }))
    #expect(bench.trail.visible[before...].allSatisfy { $0.isEmpty })
    #expect(bench.spool.contents.receipts[Bench.id()]?.outcome == .released)
  }

  @Test func `the report of an approved document tells that a person has decided`() throws {
    let bench = try ReviewTests.bench(SmallPolicy.adding)
    _ = try ReviewTests.carryOut(ReviewTests.approval, bench)
    let json = try #require(
      bench.spool.contents.outbox.first { $0.key.hasSuffix(".json") }
    ).value
    let report = try #require(Report(json: json))
    #expect(report.outcome == .released)
    #expect(report.decision?.reason == "consent")
    #expect(report.reasons.map(\.code) == ["revealing"])
    #expect(report.markdown.contains("Released after a person had decided"))
    #expect(!report.markdown.contains("reviewer"))
  }

  @Test func `a rejected document goes to quarantine with its draft`() throws {
    let bench = try ReviewTests.bench(SmallPolicy.decisive)
    let rejection = Decision(.reject, reason: "not-a-case", user: 0, userName: nil)
    #expect(try ReviewTests.carryOut(rejection, bench) == .quarantined)
    let document = try #require(bench.spool.contents.quarantine[Bench.id()])
    #expect(document.held.count == 3)
    #expect(document.staged.keys.sorted() == ["reason.txt"])
    #expect(bench.trail.events.map(\.kind).suffix(2) == ["decided", "quarantined"])
    #expect(bench.spool.contents.outbox.isEmpty)
  }

  @Test func `traces of identifiers need a word of their own`() throws {
    let bench = try ReviewTests.bench(SmallPolicy.surfacing)
    let before = bench.trail.events
    #expect(try ReviewTests.carryOut(ReviewTests.approval, bench) == .held)
    #expect(bench.spool.contents.hold[Bench.id()]?.refusal == "traces")
    #expect(bench.trail.events == before)
    var accepting = ReviewTests.approval
    accepting.acceptsTraces = true
    #expect(try ReviewTests.carryOut(accepting, bench) == .released)
  }

  @Test func `an edited draft is scrubbed again and goes out`() throws {
    let bench = try ReviewTests.bench(SmallPolicy.adding)
    var decision = ReviewTests.approval
    decision.edited = Array("A worker came.\nMRN: [MRN-1], MRN: 87654321\n".utf8)
    #expect(try ReviewTests.carryOut(decision, bench) == .released)
    let outbox = bench.spool.contents.outbox
    let text = try #require(outbox.first { !StagedFile.isReport($0.key) }).value
    #expect(
      String(decoding: text, as: UTF8.self) == "A worker came.\nMRN: [MRN-1], MRN: [MRN-2]\n")
    #expect(
      bench.trail.events.map(\.kind).suffix(5)
        == ["redacted", "scanned", "weighed", "decided", "released"])
    let json = try #require(outbox.first { $0.key.hasSuffix(".json") }).value
    #expect(Report(json: json)?.decision?.isEdited == true)
    #expect(Report(json: json)?.references.isEmpty == true)
  }

  @Test(arguments: [
    ("The ferry fire.", RefusedDecision.editedRevealsMore),
    ("The code alpha#gone#beta.", .editedRevealsMore),
    ("a\0b", .editedUnreadable), (SmallPolicy.runaway, .editedNotChecked),
  ])
  func `an edited draft that nobody may release stays held, as it was`(
    _ text: String, _ refusal: RefusedDecision
  ) throws {
    let bench = try ReviewTests.bench(SmallPolicy.adding)
    let before = try ReviewTests.draft(bench)
    var decision = ReviewTests.approval
    decision.edited = Array(text.utf8)
    #expect(try ReviewTests.carryOut(decision, bench) == .held)
    #expect(bench.spool.contents.hold[Bench.id()]?.refusal == refusal.rawValue)
    #expect(try ReviewTests.draft(bench) == before)
    #expect(bench.spool.contents.outbox.isEmpty)
  }

  @Test func `a reason that the audit does not know is no reason`() throws {
    let bench = try ReviewTests.bench(SmallPolicy.adding)
    let decision = Decision(.approve, reason: "because she said so", user: 0, userName: nil)
    #expect(try ReviewTests.carryOut(decision, bench) == .held)
    #expect(bench.spool.contents.hold[Bench.id()]?.refusal == "unknown-reason")
  }

  @Test func `every refusal has words for the person who decided`() {
    let words = RefusedDecision.allCases.map(\.explanation)
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { $0.hasSuffix(".") })
  }
}
