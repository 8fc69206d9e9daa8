import Audit
import Documents
import Spool
import TestSupport
import Testing

@testable import Pipeline

/// A decision is carried out once, wherever disk or audit fail on the way, and never before its record.
@Suite struct ReviewFaultTests {
  static let decisions = [
    ReviewTests.approval, Decision(.reject, reason: "other", user: 0, userName: nil),
  ]

  private static func outcome(of decision: Decision) -> Outcome {
    decision.verdict == .approve ? .released : .quarantined
  }

  @Test(arguments: decisions)
  func `a decision is carried out wherever the disk fails`(_ decision: Decision) throws {
    for step in 1... {
      let bench = try ReviewTests.bench(SmallPolicy.adding)
      bench.spool.decide(decision, on: Bench.id())
      bench.spool.fail(atStep: step)
      let outcome = try ReviewFaultTests.workAsService(bench)
      #expect(outcome == ReviewFaultTests.outcome(of: decision), "step \(step)")
      expectOnce(bench, decision, "step \(step)")
      if !bench.spool.hasFailed { return }
    }
  }

  @Test(arguments: decisions, MemoryTrail.Fault.allCases)
  func `a decision is carried out wherever the audit fails`(
    _ decision: Decision, _ fault: MemoryTrail.Fault
  ) throws {
    for append in 2...4 {
      let bench = try ReviewTests.bench(SmallPolicy.adding)
      bench.spool.decide(decision, on: Bench.id())
      bench.trail.fail(atAppend: append, fault)
      let outcome = try ReviewFaultTests.workAsService(bench)
      #expect(outcome == ReviewFaultTests.outcome(of: decision))
      expectOnce(bench, decision, "append \(append)")
    }
  }

  /// Takes the decision up and carries it out, starting anew after each fault as after a crash.
  private static func workAsService(_ bench: Bench) throws -> Outcome? {
    while true {
      do {
        var claims = try bench.spool.unfinished()
        if claims.isEmpty, let arrival = bench.spool.arrivals.first {
          claims += try [bench.spool.claim(arrival, as: Bench.id(9))].compactMap(\.self)
        }
        let decided = try bench.runner.decided(claims)
        var desk = Desk(timeLimit: .seconds(600))
        for claim in claims {
          _ = try bench.runner.process(claim, decided: decided[claim.id], &desk)
        }
        return bench.spool.contents.receipts[Bench.id()]?.outcome
      } catch {
        bench.spool.heal()
        try bench.trail.reopen()
      }
    }
  }

  private func expectOnce(_ bench: Bench, _ decision: Decision, _ moment: String) {
    let contents = bench.spool.contents
    let isApproved = decision.verdict == .approve
    #expect(bench.places(of: Bench.id()) == [isApproved ? "outbox" : "quarantine"], "\(moment)")
    #expect(contents.outbox.count == (isApproved ? 3 : 0), "\(moment)")
    #expect(contents.work.isEmpty && contents.decisions.isEmpty, "\(moment)")
    let kinds = bench.trail.events.map(\.kind)
    let decided = kinds.firstIndex(of: "decided") ?? .max
    for (index, visible) in bench.trail.visible.enumerated() where index <= decided {
      #expect(visible.isEmpty, "\(moment)")
    }
    #expect(bench.trail.events.compactMap(\.end).last?.1 == ReviewFaultTests.outcome(of: decision))
  }
}
