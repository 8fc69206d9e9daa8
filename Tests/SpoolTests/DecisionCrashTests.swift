import Documents
@testable import Spool
import TestSupport
import Testing

/// A decision is killed after every step of being carried out, and once more while the next start goes on with it.
@Suite struct DecisionCrashTests {
  enum End: String, CaseIterable, Sendable {
    case approved, rejected, refused
  }

  /// What a service does at its start, and with a decision that waits.
  private func work(_ fixture: SpoolFixture, _ end: End, _ killer: Killer) throws {
    let spool = try DirectorySpool(
      root: fixture.directory.path, policy: .keep, afterStep: killer.step)
    var claims = try spool.unfinished()
    for name in try fixture.directory.names(in: "decisions") where !name.hasPrefix(".") {
      let arrival = Arrival(name: Array(name.utf8), entrance: .decisions)
      claims += try [spool.claim(arrival, as: SpoolFixture.id(9))].compactMap(\.self)
    }
    for claim in claims { try carryOut(claim, end, spool) }
  }

  private func carryOut(_ claim: Claim, _ end: End, _ spool: DirectorySpool) throws {
    guard let decision = claim.decision else {
      // The refusal is noted; the audit has "held" on record.
      return try spool.publish(claim, .held, reason: "recovered")
    }
    #expect(decision == DecisionTests.approval)
    switch end {
    case .approved:
      try spool.stage(claim, SpoolFixture.scrubbed)
      try spool.publish(claim, .released, reason: "approved")
    case .rejected:
      try spool.stage(claim, [StagedFile(name: "reason.txt", bytes: [0x2e])])
      try spool.publish(claim, .quarantined, reason: "rejected")
    case .refused:
      try spool.stage(claim, try spool.held(claim))
      try spool.refuseDecision(on: claim, reason: "traces")
      try spool.publish(claim, .held, reason: "traces")
    }
  }

  private func expectEnded(_ fixture: SpoolFixture, _ end: End, _ moment: String) throws {
    let directory = fixture.directory
    let counts = try ["decisions", "work", "outbox", "hold", "quarantine", "receipts", "originals"]
      .map { try directory.names(in: $0).count }
    switch end {
    case .approved: #expect(counts == [0, 0, 2, 0, 0, 1, 1], "\(moment)")
    case .rejected: #expect(counts == [0, 0, 0, 0, 1, 1, 0], "\(moment)")
    case .refused:
      #expect(counts == [0, 0, 0, 1, 0, 1, 0], "\(moment)")
      let held = try HeldDocuments(root: directory.path)
      let id = try #require(try held.all().first)
      #expect(try held.draft(of: id) == SpoolFixture.scrubbed[0], "\(moment)")
      #expect(try held.refusal(of: id) == "traces", "\(moment)")
    }
  }

  /// The document is in exactly one place that a start goes on from, with its original, and not in the outbox by halves.
  private func expectNothingLost(_ fixture: SpoolFixture, _ moment: String) throws {
    let directory = fixture.directory
    let places = try ["work", "hold", "quarantine"].flatMap { try directory.names(in: $0) }
    let document = try directory.text(of: "outbox/scrubbed.txt")
    #expect(places.count == 1 || document != nil, "\(moment)")
    if document != nil {
      #expect(try directory.text(of: "outbox/scrubbed.report.md") != nil, "\(moment)")
    }
  }

  @Test(arguments: End.allCases)
  func `a decision killed after any step is carried out, once`(_ end: End) throws {
    var struck: Set<DirectorySpool.Step> = []
    var first = 1
    while let step = try killTwice(end, first) {
      struck.insert(step)
      first += 1
    }
    #expect(struck.isSuperset(of: [.heldTaken, .decisionTaken, .reopened, .decided, .finished]))
    #expect(struck.contains(.decisionRefused) == (end == .refused))
  }

  /// Kills after a step, then after every step of the next start in turn, then lets it finish.
  ///
  /// - Returns: the step it was first killed after; nil when the way is shorter.
  private func killTwice(_ end: End, _ first: Int) throws -> DirectorySpool.Step? {
    var second = 1
    while true {
      let fixture = try SpoolFixture(inMemory: true)
      let moment = "\(end): killed after step \(first), then after \(second)"
      let id = try DecisionTests.hold(fixture)
      try DecisionTests.decide(fixture, on: id)
      let once = Killer(afterSteps: first)
      try? work(fixture, end, once)
      guard let step = once.struckAfter else { return nil }
      try expectNothingLost(fixture, moment)
      let twice = Killer(afterSteps: second)
      try? work(fixture, end, twice)
      try expectNothingLost(fixture, moment)
      try work(fixture, end, Killer(afterSteps: 0))
      try expectEnded(fixture, end, moment)
      guard twice.struckAfter != nil else { return step }
      second += 1
    }
  }
}
