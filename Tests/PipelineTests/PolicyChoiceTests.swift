import Audit
import Documents
import Spool
import TestSupport
import Testing

@testable import Pipeline

/// Documents whose folder asks for another profile.
@Suite struct PolicyChoiceTests {
  private func process(_ text: String, under profile: String?) throws -> (Bench, Outcome) {
    let bench = try Bench()
    bench.spool.put(.file(Array(text.utf8)), named: Array("case.txt".utf8), profile: profile)
    return (bench, try bench.process())
  }

  @Test(
    arguments: [(nil, Outcome.held), ("small", .held), ("lax", .released)] as [(String?, Outcome)])
  func `a document is scrubbed and weighed under the profile it asks for`(
    _ profile: String?, _ outcome: Outcome
  ) throws {
    let (bench, end) = try process(SmallPolicy.adding, under: profile)
    #expect(end == outcome)
    let policy = try SmallPolicy.policy(
      SmallPolicy.profile(profile ?? "small", limit: profile == "lax" ? 5000 : 1000))
    for event in bench.trail.events {
      guard case .redacted(_, let redaction) = event else { continue }
      #expect(redaction.policy == policy.audited)
    }
    #expect(bench.trail.events.contains { $0.kind == "redacted" })
  }

  @Test func `a profile that is not there any more is no reason to take another`() throws {
    let (bench, end) = try process(SmallPolicy.plain, under: "gone")
    #expect(end == .quarantined)
    #expect(bench.spool.contents.receipts[Bench.id()]?.reason == "unknown-profile")
    #expect(bench.trail.events.map(\.kind) == ["claimed", "quarantined"])
  }

  @Test func `whoever remembers a claim without its profile, the spool knows it`() throws {
    let bench = try Bench()
    bench.spool.put(
      .file(Array(SmallPolicy.adding.utf8)), named: Array("case.txt".utf8), profile: "lax")
    let claim = try bench.claim()
    var desk = Desk(timeLimit: .seconds(600))
    let forgetful = Claim(id: claim.id, name: claim.name)
    #expect(try bench.runner.process(forgetful, &desk) == .released)
  }

  @Test func `a claim that has just been made is taken at its word`() throws {
    let bench = try Bench()
    bench.spool.put(
      .file(Array(SmallPolicy.adding.utf8)), named: Array("case.txt".utf8), profile: "lax")
    let claim = try bench.claim()
    var desk = Desk(timeLimit: .seconds(600))
    let new = Claim(id: claim.id, name: claim.name, isNew: true)
    #expect(try bench.runner.process(new, &desk) == .held)
  }

  @Test func `profiles that do otherwise have other digests`() throws {
    let one = try SmallPolicy.policy()
    let other = try SmallPolicy.policy(SmallPolicy.profile("small", limit: 2000))
    #expect(one.digest != other.digest)
  }
}
