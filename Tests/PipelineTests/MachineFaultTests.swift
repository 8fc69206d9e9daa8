import Audit
import Documents
import Pipeline
import Spool
import TestSupport
import Testing

/// The disk or the audit log fails at every step in turn: nothing is released at that moment, and a second try ends the
/// document exactly once.
@Suite struct MachineFaultTests {
  @Test(arguments: DocumentRunnerTests.cases)
  func `a spool that fails anywhere delays a document and changes nothing else`(
    _ row: DocumentRunnerTests.Case
  ) throws {
    for step in 1... {
      let bench = try Bench(inbox: ["case.txt": row.text])
      let claim = try bench.claim()
      bench.spool.fail(atStep: step)
      let (outcome, tries) = try bench.processUntilDone(claim)
      guard bench.spool.hasFailed else {
        #expect(step > 4, "no step failed")
        return
      }
      #expect(tries == 2)
      try expectOneEnd(bench, claim, outcome, row.outcome)
    }
  }

  @Test(arguments: DocumentRunnerTests.cases, MemoryTrail.Fault.allCases)
  func `a trail that fails anywhere delays a document and changes nothing else`(
    _ row: DocumentRunnerTests.Case, _ fault: MemoryTrail.Fault
  ) throws {
    for append in 1... {
      let bench = try Bench(inbox: ["case.txt": row.text])
      let claim = try bench.claim()
      bench.trail.fail(atAppend: append, fault)
      let (outcome, _) = try bench.processUntilDone(claim)
      guard bench.trail.hasFailed else {
        #expect(append > 1, "no append failed")
        return
      }
      try expectOneEnd(bench, claim, outcome, row.outcome)
    }
  }

  @Test func `while the trail is broken nothing leaves, however often it is tried`() throws {
    let bench = try Bench(inbox: ["case.txt": SmallPolicy.plain])
    let claim = try bench.claim()
    bench.trail.fail(atAppend: 1, .unwritten)
    var desk = Desk(timeLimit: .seconds(600))
    for _ in 0..<3 {
      #expect(throws: PipelineError.self) { try bench.runner.process(claim, &desk) }
      #expect(bench.spool.contents.outbox.isEmpty)
      #expect(bench.places(of: claim.id) == ["work"])
    }
  }

  @Test(arguments: DocumentRunnerTests.cases)
  func `a process killed at any step is finished by the next one, once`(
    _ row: DocumentRunnerTests.Case
  ) throws {
    for step in 1... {
      let bench = try Bench(inbox: ["case.txt": row.text])
      let id = Bench.id()
      bench.spool.fail(atStep: step)
      var desk = Desk(timeLimit: .seconds(600))
      do {
        _ = try bench.runner.process(try bench.claim(id), &desk)
      } catch is SpoolError {
      } catch is PipelineError {}
      bench.spool.heal()
      let hasFailed = bench.spool.hasFailed
      let left = try bench.spool.unfinished()
      let decided = try bench.runner.decided(left)
      for claim in left { _ = try bench.runner.process(claim, decided: decided[claim.id], &desk) }
      if !bench.spool.arrivals.isEmpty { _ = try bench.process() }
      try expectOneEnd(bench, Claim(id: id, name: []), row.outcome, row.outcome)
      if !hasFailed { return }
    }
  }

  private func expectOneEnd(
    _ bench: Bench, _ claim: Claim, _ outcome: Outcome, _ expected: Outcome
  ) throws {
    #expect(outcome == expected)
    #expect(bench.places(of: claim.id) == [DocumentRunnerTests.folder(expected)])
    let ends = bench.trail.events.compactMap(\.end)
    #expect(ends.map(\.1) == [expected])
    #expect(bench.trail.events.filter { $0.kind == "claimed" }.count == 1)
    #expect(bench.spool.contents.receipts.count == 1)
    let record = try #require(bench.trail.events.firstIndex { $0.end != nil })
    #expect(bench.trail.visible[record].isEmpty)
  }
}
