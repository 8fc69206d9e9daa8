import Documents
import Glibc
@testable import Spool
import Syscalls
import TestSupport
import Testing

/// How a held document comes back into work, on a real disk.
@Suite struct DecisionTests {
  static let approval = Decision(
    .approve, reason: "consent", acceptsTraces: true, user: 1000, userName: "reviewer",
    edited: Array("Edited.".utf8) + [0xff])

  let fixture: SpoolFixture

  init() throws { fixture = try SpoolFixture(inMemory: true) }

  /// A document that lies in hold.
  @discardableResult
  static func hold(_ fixture: SpoolFixture) throws -> DocumentID {
    try fixture.drop("Jane is well.")
    let spool = try fixture.open()
    let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
    try spool.stage(claim, SpoolFixture.scrubbed)
    try spool.publish(claim, .held, reason: "second-scan")
    return claim.id
  }

  static func decide(
    _ fixture: SpoolFixture, _ decision: Decision = approval, on id: DocumentID
  ) throws {
    try DecisionBox(root: fixture.directory.path).post(decision, on: id)
  }

  static func arrival(_ id: DocumentID) -> Arrival {
    Arrival(name: Array("\(id).json".utf8), entrance: .decisions)
  }

  @Test func `a decision comes with its document, whole`() throws {
    let id = try DecisionTests.hold(fixture)
    try DecisionTests.decide(fixture, on: id)
    let spool = try fixture.open()
    let claim = try #require(try spool.claim(DecisionTests.arrival(id), as: SpoolFixture.id(2)))
    #expect(claim.id == id)
    #expect(claim.name == Array("case.txt".utf8))
    #expect(claim.decision == DecisionTests.approval)
    #expect(try spool.noted(Claim(id: id, name: []).found) == claim)
    #expect(Set(try spool.held(claim)) == Set(SpoolFixture.scrubbed))
    #expect(try fixture.places(of: id) == ["work"])
    #expect(try fixture.directory.names(in: "decisions").isEmpty)
    #expect(try fixture.directory.names(in: "receipts").isEmpty)
  }

  @Test func `a decision that is refused leaves the document held as it was`() throws {
    let id = try DecisionTests.hold(fixture)
    for _ in 0..<2 {
      try DecisionTests.decide(fixture, on: id)
      let spool = try fixture.open()
      let claim = try #require(try spool.claim(DecisionTests.arrival(id), as: SpoolFixture.id(2)))
      try spool.stage(claim, try spool.held(claim))
      try spool.refuseDecision(on: claim, reason: "traces")
      try spool.publish(claim, .held, reason: "traces")
      let held = try HeldDocuments(root: fixture.directory.path)
      #expect(try held.all() == [id])
      #expect(try held.refusal(of: id) == "traces")
      #expect(try held.draft(of: id) == SpoolFixture.scrubbed[0])
      #expect(try held.outcome(of: id) == .held)
      #expect(try fixture.directory.names(in: "outbox").isEmpty)
      #expect(try spool.unfinished().isEmpty)
    }
  }

  @Test func `a decision on a document that is not held is taken away and changes nothing`() throws
  {
    let id = try DecisionTests.hold(fixture)
    let other = SpoolFixture.id(7)
    try DecisionTests.decide(fixture, on: other)
    try fixture.directory.write("{}", to: "decisions/no id.json")
    let spool = try fixture.open()
    #expect(try spool.claim(DecisionTests.arrival(other), as: SpoolFixture.id(2)) == nil)
    let odd = Arrival(name: Array("no id.json".utf8), entrance: .decisions)
    #expect(try spool.claim(odd, as: SpoolFixture.id(3)) == nil)
    #expect(try fixture.directory.names(in: "decisions").isEmpty)
    #expect(try fixture.places(of: id) == ["hold"])
  }

  @Test func `a decision that is a link, or no decision, is not followed`() throws {
    let id = try DecisionTests.hold(fixture)
    let name = fixture.directory.path(of: "decisions/\(id).json")
    let spool = try fixture.open()
    let makers: [() throws -> Void] = [
      { SpoolFixture.makeLink(to: "/etc/passwd", at: name) },
      {
        try fixture.directory.write("{}", to: "elsewhere")
        _ = unsafe link(fixture.directory.path(of: "elsewhere"), name)
      },
      { try fixture.directory.write("approve", to: "decisions/\(id).json") },
    ]
    for make in makers {
      try make()
      #expect(try spool.claim(DecisionTests.arrival(id), as: SpoolFixture.id(2)) == nil)
      #expect(try fixture.directory.names(in: "decisions").isEmpty)
      #expect(try fixture.places(of: id) == ["hold"])
    }
  }

  @Test func `a second decision does not disturb the first that is being carried out`() throws {
    let id = try DecisionTests.hold(fixture)
    try DecisionTests.decide(fixture, on: id)
    let spool = try fixture.open()
    let first = try #require(try spool.claim(DecisionTests.arrival(id), as: SpoolFixture.id(2)))
    try DecisionTests.decide(
      fixture, Decision(.reject, reason: "other", user: 0, userName: nil), on: id)
    let second = try spool.claim(DecisionTests.arrival(id), as: SpoolFixture.id(3))
    #expect(second == first)
    #expect(try spool.noted(first).decision == DecisionTests.approval)
  }

  @Test func `a decision whose file is damaged is a fault of the document`() throws {
    let id = try DecisionTests.hold(fixture)
    try DecisionTests.decide(fixture, on: id)
    let spool = try fixture.open()
    let claim = try #require(try spool.claim(DecisionTests.arrival(id), as: SpoolFixture.id(2)))
    try fixture.directory.write("{", to: "work/\(id)/decision.json")
    #expect(throws: SpoolError.damaged(id)) { try spool.noted(claim) }
    try spool.setAside(
      claim, note: StagedFile(name: "reason.txt", bytes: [0x2e]), reason: "fault.damaged")
    #expect(try fixture.places(of: id) == ["quarantine"])
  }
}
