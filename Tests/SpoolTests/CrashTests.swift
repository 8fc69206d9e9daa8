import Documents
@testable import Spool
import TestSupport
import Testing

/// "Never lost, never half, never twice": the service is killed after every step it takes, and once more while it
/// recovers.
@Suite struct CrashTests {
  private struct Run: Sendable, CustomTestStringConvertible {
    let outcome: Outcome
    let policy: OriginalsPolicy
    var testDescription: String { "\(outcome.rawValue), originals: \(policy.rawValue)" }
  }

  private static let runs = Outcome.allCases.flatMap { outcome in
    OriginalsPolicy.allCases.map { Run(outcome: outcome, policy: $0) }
  }

  /// What a service does with what it finds, from the start.
  private func work(
    _ fixture: SpoolFixture, _ run: Run, _ killer: Killer, as id: DocumentID
  ) throws {
    let spool = try DirectorySpool(
      root: fixture.directory.path, policy: run.policy, afterStep: killer.step)
    var claims = try spool.unfinished()
    if try fixture.directory.names(in: "inbox").contains("case.txt") {
      claims += try [spool.claim(Arrival("case.txt"), as: id)].compactMap(\.self)
    }
    for claim in claims {
      #expect(claim.name == Array("case.txt".utf8))
      #expect(try spool.read(claim, limit: 100) == .bytes(Array("Jane is well.".utf8)))
      try spool.stage(claim, SpoolFixture.scrubbed)
      try spool.publish(claim, run.outcome, reason: "test")
    }
  }

  /// The document is somewhere, in one place a start goes on from, and the outbox has only whole files.
  private func expectNothingLost(_ fixture: SpoolFixture, _ moment: String) throws {
    let directory = fixture.directory
    let isInInbox = try directory.names(in: "inbox").contains("case.txt")
    let inWork = try directory.names(in: "work")
    let ended = try ["hold", "quarantine"].flatMap { try directory.names(in: $0) }
    let document = try directory.text(of: "outbox/scrubbed.txt")
    let originals = try inWork.filter { try directory.text(of: "work/\($0)/original") != nil }
    #expect(isInInbox || !originals.isEmpty || !ended.isEmpty || document != nil, "\(moment)")
    #expect(!(isInInbox && !originals.isEmpty), "\(moment)")
    if let document {
      #expect(document == "[NAME-1] is well.", "\(moment)")
      #expect(try directory.text(of: "outbox/scrubbed.report.md") == "1 name removed", "\(moment)")
    }
  }

  private func expectEnded(_ fixture: SpoolFixture, _ run: Run, _ moment: String) throws {
    let directory = fixture.directory
    let counts = try ["inbox", "work", "outbox", "hold", "quarantine", "receipts", "originals"]
      .map { try directory.names(in: $0).count }
    let kept = run.policy == .keep ? 1 : 0
    switch run.outcome {
    case .released: #expect(counts == [0, 0, 2, 0, 0, 1, kept], "\(moment)")
    case .held: #expect(counts == [0, 0, 0, 1, 0, 1, 0], "\(moment)")
    case .quarantined: #expect(counts == [0, 0, 0, 0, 1, 1, 0], "\(moment)")
    }
  }

  @Test(arguments: runs)
  private func `a document killed after any step ends where it should, once`(run: Run) throws {
    var struck: Set<DirectorySpool.Step> = []
    var first = 1
    while let step = try killTwice(run, first) {
      struck.insert(step)
      first += 1
    }
    let expected = Set(DirectorySpool.Step.allCases)
      .subtracting([.heldTaken, .decisionTaken, .reopened, .decisionRefused])
      .subtracting(run.outcome == .released ? [] : [.originalDisposed])
    #expect(struck == expected)
  }

  /// Kills after a step, then after every step of the next start in turn, then lets it finish.
  ///
  /// - Returns: the step it was first killed after; nil when the way is shorter.
  private func killTwice(_ run: Run, _ first: Int) throws -> DirectorySpool.Step? {
    var second = 1
    while true {
      let fixture = try SpoolFixture(inMemory: true)
      let moment = "killed after step \(first), then after \(second)"
      try fixture.drop("Jane is well.")
      let once = Killer(afterSteps: first)
      try? work(fixture, run, once, as: SpoolFixture.id(1))
      guard let step = once.struckAfter else { return nil }
      try expectNothingLost(fixture, moment)
      let twice = Killer(afterSteps: second)
      try? work(fixture, run, twice, as: SpoolFixture.id(2))
      try expectNothingLost(fixture, moment)
      try work(fixture, run, Killer(afterSteps: 0), as: SpoolFixture.id(3))
      try expectEnded(fixture, run, moment)
      guard twice.struckAfter != nil else { return step }
      second += 1
    }
  }
}
