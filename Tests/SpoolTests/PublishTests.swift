import Documents
import FoundationEssentials
@testable import Spool
import Synchronization
import Syscalls
import TestSupport
import Testing

@Suite struct PublishTests {
  let fixture: SpoolFixture

  init() throws { fixture = try SpoolFixture() }

  private func staged(by spool: DirectorySpool) throws -> Claim {
    try fixture.drop("Jane is well.")
    let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
    try spool.stage(claim, SpoolFixture.scrubbed)
    return claim
  }

  /// A spool whose disk fails once, the first time a step was taken.
  private func openFailingOnce(after failing: DirectorySpool.Step) throws -> DirectorySpool {
    let hasFailed = FailedOnce()
    return try DirectorySpool(root: fixture.directory.path, policy: .keep) {
      (step) throws(SystemError) in
      if step == failing, hasFailed.isFirst() { throw SystemError(errno: 5, call: "failed") }
    }
  }

  private final class FailedOnce: Sendable {
    private let has = Mutex(false)

    func isFirst() -> Bool {
      has.withLock { has in
        defer { has = true }
        return !has
      }
    }
  }

  @Test func `nothing is in the outbox before it is published`() throws {
    let spool = try fixture.open()
    _ = try staged(by: spool)
    #expect(try fixture.directory.names(in: "outbox").isEmpty)
  }

  @Test func `a released document is in the outbox, with a receipt, and its original is kept`()
    throws
  {
    let spool = try fixture.open(.keep)
    let claim = try staged(by: spool)
    try spool.publish(claim, .released, reason: "clean")
    let directory = fixture.directory
    #expect(try directory.names(in: "outbox") == ["scrubbed.report.md", "scrubbed.txt"])
    #expect(try directory.text(of: "outbox/scrubbed.txt") == "[NAME-1] is well.")
    #expect(try directory.names(in: "receipts") == ["\(claim.id).json"])
    #expect(try directory.text(of: "originals/\(claim.id)") == "Jane is well.")
    #expect(try directory.names(in: "work").isEmpty)
  }

  @Test func `the original is removed where policy says so`() throws {
    let spool = try fixture.open(.delete)
    let claim = try staged(by: spool)
    try spool.publish(claim, .released, reason: "clean")
    #expect(try fixture.directory.names(in: "originals").isEmpty)
    #expect(try fixture.directory.names(in: "work").isEmpty)
  }

  @Test(arguments: [OriginalsPolicy.keep, .delete], [Outcome.held, .quarantined])
  func `a document that is not released keeps everything in one folder`(
    policy: OriginalsPolicy, outcome: Outcome
  ) throws {
    let spool = try fixture.open(policy)
    let claim = try staged(by: spool)
    try spool.publish(claim, outcome, reason: "three indirect identifiers")
    let folder = outcome == .held ? "hold" : "quarantine"
    let directory = fixture.directory
    #expect(try directory.names(in: "outbox").isEmpty)
    #expect(try directory.names(in: "work").isEmpty)
    #expect(try directory.text(of: "\(folder)/\(claim.id)/original") == "Jane is well.")
    let kept = try directory.names(in: "\(folder)/\(claim.id)")
    #expect(kept == ["claim.json", "original", "scrubbed.report.md", "scrubbed.txt"])
  }

  @Test func `a receipt tells name, outcome, files and reason`() throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    try spool.publish(claim, .released, reason: "clean")
    let text = try #require(try fixture.directory.text(of: "receipts/\(claim.id).json"))
    let receipt = try #require(SpoolFile.value(Receipt.self, of: Array(text.utf8)))
    #expect(receipt.name.bytes == Array("case.txt".utf8))
    #expect(receipt.outcome == .released)
    #expect(receipt.files == ["scrubbed.report.md", "scrubbed.txt"])
    #expect(receipt.reason == "clean")
    let claimed = try #require(receipt.claimed).timeIntervalSince1970
    #expect(claimed == Double(claim.id.milliseconds / 1000))
  }

  @Test func `a draft of a receipt that a killed process left is replaced`() throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    try fixture.directory.write("{", to: "work/\(claim.id)/receipt.json.new")
    try spool.publish(claim, .released, reason: "clean")
    #expect(try fixture.directory.text(of: "receipts/\(claim.id).json") != "{")
    #expect(try fixture.directory.names(in: "work").isEmpty)
  }

  @Test func `what else lies in the folder of a released document goes with it`() throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    for name in ["tries", "receipt.displaced.json"] {
      try fixture.directory.write("x", to: "work/\(claim.id)/\(name)")
    }
    try spool.publish(claim, .released, reason: "clean")
    #expect(try fixture.directory.names(in: "work").isEmpty)
  }

  @Test(arguments: Outcome.allCases)
  func `publishing again changes nothing`(outcome: Outcome) throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    try spool.publish(claim, outcome, reason: "first")
    let receipt = try fixture.directory.text(of: "receipts/\(claim.id).json")
    try spool.publish(claim, outcome, reason: "second")
    #expect(try fixture.directory.text(of: "receipts/\(claim.id).json") == receipt)
    for other in Outcome.allCases where other != outcome {
      #expect(throws: SpoolError.alreadyDecided(claim.id, outcome)) {
        try spool.publish(claim, other, reason: "")
      }
    }
  }

  @Test func `another file of the same name in the outbox is not replaced, and nothing moves`()
    throws
  {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    try fixture.directory.write("somebody else's", to: "outbox/scrubbed.txt")
    #expect(throws: SpoolError.nameTaken(claim.id)) {
      try spool.publish(claim, .released, reason: "")
    }
    #expect(try fixture.directory.names(in: "outbox") == ["scrubbed.txt"])
    try spool.publish(claim, .quarantined, reason: "name taken")
    #expect(try fixture.directory.text(of: "outbox/scrubbed.txt") == "somebody else's")
    #expect(try fixture.places(of: claim.id).contains("quarantine"))
  }

  @Test func `what is partly visible can only be finished`() throws {
    let directory = fixture.directory
    let spool = try openFailingOnce(after: .filePublished)
    let claim = try staged(by: spool)
    #expect(throws: SpoolError.self) { try spool.publish(claim, .released, reason: "") }
    #expect(try directory.names(in: "outbox") == ["scrubbed.report.md"])
    let expected = SpoolError.alreadyDecided(claim.id, .released)
    #expect(throws: expected) { try spool.stage(claim, []) }
    #expect(throws: expected) { try spool.publish(claim, .quarantined, reason: "") }
    try spool.publish(claim, .released, reason: "")
    #expect(try directory.names(in: "outbox") == ["scrubbed.report.md", "scrubbed.txt"])
    #expect(try directory.names(in: "work").isEmpty)
  }

  @Test func `a decision nothing of which is visible can be changed`() throws {
    let directory = fixture.directory
    let spool = try openFailingOnce(after: .decided)
    let claim = try staged(by: spool)
    #expect(throws: SpoolError.self) { try spool.publish(claim, .released, reason: "") }
    try spool.stage(claim, [])
    try spool.publish(claim, .quarantined, reason: "")
    #expect(try directory.names(in: "outbox").isEmpty)
    #expect(try directory.names(in: "quarantine") == [claim.id.text])
  }

  @Test func `the same file in the outbox counts as published`() throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    try fixture.directory.write("[NAME-1] is well.", to: "outbox/scrubbed.txt")
    try spool.publish(claim, .released, reason: "")
    #expect(try fixture.directory.names(in: "work").isEmpty)
  }

  @Test func `nothing staged is nothing to release`() throws {
    let spool = try fixture.open()
    try fixture.drop("x")
    let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
    #expect(throws: SpoolError.notReleasable(claim.id)) {
      try spool.publish(claim, .released, reason: "")
    }
  }

  @Test func `staging again replaces everything`() throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    try spool.stage(claim, [StagedFile(name: "new.txt", bytes: [0x6e])])
    try spool.publish(claim, .released, reason: "")
    #expect(try fixture.directory.names(in: "outbox") == ["new.txt"])
  }

  @Test func `what is staged can be read until it is decided`() throws {
    let spool = try openFailingOnce(after: .decided)
    let claim = try staged(by: spool)
    let files = try #require(try spool.staged(claim))
    #expect(Set(files) == Set(SpoolFixture.scrubbed))
    #expect(throws: SpoolError.self) { try spool.publish(claim, .released, reason: "") }
    #expect(try spool.staged(claim) == nil)
    try spool.publish(claim, .released, reason: "")
    #expect(try spool.staged(claim) == nil)
  }

  @Test(arguments: ["original", "claim.json", "receipt.json", "staged", "receipt.filed.json"])
  func `a staged file has no name the spool uses itself`(name: String) throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    #expect(throws: SpoolError.badName(claim.id)) {
      try spool.stage(claim, [StagedFile(name: name, bytes: [])])
    }
  }

  @Test(arguments: ["", "..", "../outbox/x", "a\0b", String(repeating: "x", count: 256)])
  func `a staged file has a plain name`(name: String) throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    #expect(throws: SpoolError.badName(claim.id)) {
      try spool.stage(claim, [StagedFile(name: name, bytes: [])])
    }
  }

  @Test func `the service's files are private and those in the outbox are for the group`() throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    try spool.publish(claim, .released, reason: "")
    let expected: [(String, UInt32)] = [
      ("outbox/scrubbed.txt", 0o640), ("receipts/\(claim.id).json", 0o600),
      ("originals/\(claim.id)", 0o600), ("work", 0o700), ("receipts", 0o700), ("hold", 0o700),
      ("quarantine", 0o700), ("originals", 0o700), ("inbox", 0o750), ("outbox", 0o750),
      ("audit", 0o750),
    ]
    for (path, mode) in expected {
      let file = try Descriptor(opening: Path(fixture.directory.path(of: path)), .read)
      #expect(try file.status().mode == mode, "\(path)")
    }
  }
}
