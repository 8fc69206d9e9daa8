import Audit
import Documents
import Pipeline
import Spool
import TestSupport
import Testing

/// One document through the runner, with a spool and a trail in memory.
@Suite struct DocumentRunnerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let outcome: Outcome
    let reason: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "clean", text: SmallPolicy.plain, outcome: .released, reason: "clean"),
    Case(name: "surfacing", text: SmallPolicy.surfacing, outcome: .held, reason: "second-scan"),
    Case(
      name: "decisive", text: SmallPolicy.decisive, outcome: .held,
      reason: "revealing.public-event"),
    Case(name: "adding up", text: SmallPolicy.adding, outcome: .held, reason: "revealing"),
    Case(
      name: "runaway", text: SmallPolicy.runaway, outcome: .quarantined, reason: "pattern-limit"),
    Case(name: "picture", text: "GIF89a", outcome: .quarantined, reason: "format.picture"),
    Case(name: "zero byte", text: "a\0b", outcome: .quarantined, reason: "format.nul-bytes"),
  ]

  @Test(arguments: cases) func `a document ends where it must, once`(_ row: Case) throws {
    let bench = try Bench(inbox: ["case.txt": row.text])
    #expect(try bench.process() == row.outcome)
    let contents = bench.spool.contents
    #expect(contents.receipts[Bench.id()]?.outcome == row.outcome)
    #expect(contents.receipts[Bench.id()]?.reason == row.reason)
    #expect(bench.places(of: Bench.id()) == [DocumentRunnerTests.folder(row.outcome)])
    #expect(bench.trail.events.compactMap(\.end).map(\.1) == [row.outcome])
  }

  @Test func `the records tell the whole way, and its end is durable before anything is visible`()
    throws
  {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain])
    _ = try bench.process()
    #expect(
      bench.trail.events.map(\.kind) == ["claimed", "redacted", "scanned", "weighed", "released"])
    #expect(bench.trail.isDurable.allSatisfy { $0 })
    #expect(bench.trail.visible.allSatisfy { $0.isEmpty })
    #expect(bench.spool.contents.released.count == 3)
  }

  @Test func `a released file is the one whose digest the audit has`() throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain])
    _ = try bench.process()
    guard case .released(_, let outputs, _)? = bench.trail.events.last else {
      Issue.record("not released")
      return
    }
    let outbox = bench.spool.contents.outbox
    #expect(Set(outputs.map(\.digest)) == Set(outbox.values.map { AuditDigest(of: $0) }))
  }

  @Test func `a document over the size limit is quarantined`() throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain], sizeLimit: 10)
    #expect(try bench.process() == .quarantined)
    #expect(bench.spool.contents.receipts[Bench.id()]?.reason == "refused.too-large")
  }

  @Test func `a document whose time is up is quarantined`() throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain])
    #expect(try bench.process(timeLimit: .seconds(-1)) == .quarantined)
    #expect(bench.spool.contents.receipts[Bench.id()]?.reason == "time-limit")
    #expect(bench.spool.contents.outbox.isEmpty)
  }

  @Test(arguments: Refusal.allCases)
  func `an entry that is no document is quarantined with its reason`(_ refusal: Refusal) throws {
    let bench = try Bench()
    bench.spool.put(.refused(refusal), named: Array("odd".utf8))
    #expect(try bench.process() == .quarantined)
    let document = try #require(bench.spool.contents.quarantine[Bench.id()])
    #expect(document.staged.keys.sorted() == ["reason.txt"])
    #expect(document.decision?.reason == "refused.\(refusal.rawValue)")
    #expect(
      bench.trail.events == [
        .claimed(Bench.id()),
        .quarantined(Bench.id(), reason: AuditCode("refused.\(refusal.rawValue)") ?? "none"),
      ])
  }

  @Test(arguments: Outcome.allCases)
  func `an outcome on record is finished and not redone`(_ outcome: Outcome) throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.runaway])
    let claim = try bench.claim()
    try bench.spool.stage(claim, [StagedFile(name: "as staged.txt", bytes: [0x2e])])
    let recorded = AuditOutput(kind: "text", size: 1, digest: AuditDigest(of: [0x2e]))
    if outcome == .released { bench.trail.recall([.released(claim.id, outputs: [recorded])]) }
    var desk = Desk(timeLimit: .seconds(600))
    #expect(try bench.runner.process(claim, decided: outcome, &desk) == outcome)
    #expect(bench.trail.events.last == .recovered(claim.id, action: "finished"))
    let contents = bench.spool.contents
    #expect(contents.receipts[claim.id]?.outcome == outcome)
    #expect(contents.receipts[claim.id]?.files == ["as staged.txt"])
  }

  @Test(arguments: [
    [StagedFile(name: "case.txt", bytes: [0x2d])], [],
    [StagedFile(name: "case.txt", bytes: [0x2e]), StagedFile(name: "other.txt", bytes: [0x2e])],
    [StagedFile(name: "case.txt.report.md", bytes: [0x2e])],
  ])
  func `staged files that are not those on record are quarantined and not released`(
    _ staged: [StagedFile]
  ) throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain])
    let claim = try bench.claim()
    try bench.spool.stage(claim, staged)
    let recorded = AuditOutput(kind: "text", size: 1, digest: AuditDigest(of: [0x2e]))
    bench.trail.recall([.released(claim.id, outputs: [recorded])])
    var desk = Desk(timeLimit: .seconds(600))
    #expect(try bench.runner.process(claim, decided: .released, &desk) == .quarantined)
    #expect(bench.spool.contents.outbox.isEmpty)
    #expect(bench.spool.contents.receipts[claim.id]?.reason == "not-as-recorded")
    let document = try #require(bench.spool.contents.quarantine[claim.id])
    #expect(document.staged["reason.txt"] != nil)
    #expect(
      bench.trail.events.suffix(2) == [
        .recovered(claim.id, action: "set-aside"),
        .quarantined(claim.id, reason: "not-as-recorded"),
      ])
    #expect(try bench.runner.decided([claim]) == [claim.id: .quarantined])
  }

  @Test(arguments: [nil, .released, .held, .quarantined] as [Outcome?])
  func `a document whose receipt is damaged is set aside, whatever is on record`(
    _ decided: Outcome?
  ) throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain])
    let claim = try bench.claim()
    bench.spool.damage(claim.id)
    if decided != nil { bench.trail.recall([.held(claim.id, reasons: ["test"])]) }
    var desk = Desk(timeLimit: .seconds(600))
    #expect(try bench.runner.process(claim, decided: decided, &desk) == .quarantined)
    #expect(bench.places(of: claim.id) == ["quarantine"])
    #expect(bench.spool.contents.receipts[claim.id]?.reason == "fault.damaged")
    #expect(bench.trail.events.map(\.kind).suffix(2) == ["recovered", "quarantined"])
    #expect(bench.trail.events.contains(.claimed(claim.id)) == (decided == nil))
  }

  @Test func `a document that is no longer there is no fault of the machine`() throws {
    let bench = try Bench()
    let claim = Claim(id: Bench.id(), name: Array("case.txt".utf8))
    var desk = Desk(timeLimit: .seconds(600))
    let error = #expect(throws: PipelineError.self) { try bench.runner.process(claim, &desk) }
    #expect(error?.isOfMachine == false)
    #expect(bench.trail.events == [.recovered(claim.id, action: "missing")])
  }

  @Test func `a released document whose remains cannot be removed stays released`() throws {
    let directory = try TemporaryDirectory(inMemory: true)
    let spool = try DirectorySpool(root: directory.path, policy: .keep)
    let trail = MemoryTrail()
    let runner = DocumentRunner(
      spool: spool, audit: trail, key: try Bench.key(),
      policies: Policies(standard: try SmallPolicy.policy()), sizeLimit: 1 << 20)
    try directory.write(SmallPolicy.plain, to: "inbox/case.txt")
    let arrival = Arrival(name: Array("case.txt".utf8))
    let claim = try #require(try spool.claim(arrival, as: Bench.id()))
    try directory.makeFolder("work/\(claim.id)/foreign")
    var desk = Desk(timeLimit: .seconds(600))
    for decided in [nil, .released] as [Outcome?] {
      let error = #expect(throws: PipelineError.self) {
        try runner.process(claim, decided: decided, &desk)
      }
      #expect(error?.isOfMachine == false)
    }
    #expect(try directory.names(in: "outbox").count == 3)
    #expect(try directory.names(in: "quarantine").isEmpty)
    #expect(try spool.unfinished().map(\.id) == [claim.id])
    #expect(trail.events.compactMap(\.end).map(\.1) == [.released])
  }

  @Test func `an account that is too long for the log ends in quarantine`() throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain])
    bench.trail.limit(toRecords: 4)
    #expect(try bench.process() == .quarantined)
    #expect(bench.trail.events.map(\.kind) == ["claimed", "quarantined"])
    #expect(bench.spool.contents.receipts[Bench.id()]?.reason == "unrecordable")
    #expect(bench.spool.contents.quarantine[Bench.id()]?.staged.keys.sorted() == ["reason.txt"])
  }

  @Test func `a stop during scrubbing is no verdict, and the next try ends the document`() throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain])
    let claim = try bench.claim()
    var stopped = Desk(timeLimit: .seconds(600)) { true }
    let error = #expect(throws: PipelineError.self) { try bench.runner.process(claim, &stopped) }
    guard case .stopped? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bench.trail.events.isEmpty)
    #expect(bench.places(of: claim.id) == ["work"])
    var desk = Desk(timeLimit: .seconds(600))
    #expect(try bench.runner.process(claim, &desk) == .released)
    #expect(bench.trail.events.filter { $0.kind == "claimed" }.count == 1)
  }

  @Test func `a document whose time was up before the stop is judged`() throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain])
    var desk = Desk(timeLimit: .seconds(-1)) { true }
    #expect(try bench.runner.process(try bench.claim(), &desk) == .quarantined)
    #expect(bench.spool.contents.receipts[Bench.id()]?.reason == "time-limit")
  }

  @Test func `a name that is not UTF-8 does not stop a document`() throws {
    let bench = try Bench()
    bench.spool.put(.file(Array(SmallPolicy.plain.utf8)), named: [0xff, 0x2e, 0x74, 0x78, 0x74])
    #expect(try bench.process() == .released)
    let names = bench.spool.contents.outbox.keys
    #expect(names.count == 3)
    #expect(names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  static func folder(_ outcome: Outcome) -> String {
    switch outcome {
    case .released: "outbox"
    case .held: "hold"
    case .quarantined: "quarantine"
    }
  }
}
