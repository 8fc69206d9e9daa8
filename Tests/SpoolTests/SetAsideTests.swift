import Documents
@testable import Spool
import Syscalls
import TestSupport
import Testing

/// Documents with a fault of their own: each ends in quarantine with everything, and keeps nothing else waiting.
@Suite struct SetAsideTests {
  let fixture: SpoolFixture

  init() throws { fixture = try SpoolFixture() }

  private static let note = StagedFile(name: "reason.txt", bytes: Array("why".utf8))

  private func staged(by spool: DirectorySpool) throws -> Claim {
    try fixture.drop("Jane is well.")
    let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
    try spool.stage(claim, SpoolFixture.scrubbed)
    return claim
  }

  /// A document whose publication was interrupted after a step.
  private func interrupted(
    after step: DirectorySpool.Step, _ outcome: Outcome = .released
  ) throws -> Claim {
    let spool = try DirectorySpool(root: fixture.directory.path, policy: .keep) {
      (reached) throws(SystemError) in
      if reached == step { throw SystemError(errno: 5, call: "killed") }
    }
    let claim = try staged(by: spool)
    #expect(throws: SpoolError.self) { try spool.publish(claim, outcome, reason: "") }
    return claim
  }

  private func expectSetAside(_ claim: Claim, _ spool: DirectorySpool) throws {
    let directory = fixture.directory
    for _ in 0..<2 { try spool.setAside(claim, note: SetAsideTests.note, reason: "test") }
    #expect(try directory.names(in: "work").isEmpty)
    let folder = "quarantine/\(claim.id)"
    #expect(try directory.text(of: "\(folder)/reason.txt") == "why")
    #expect(try directory.text(of: "\(folder)/original") == "Jane is well.")
    let text = try #require(try directory.text(of: "receipts/\(claim.id).json"))
    let receipt = try #require(SpoolFile.value(Receipt.self, of: Array(text.utf8)))
    #expect(receipt.outcome == .quarantined)
    #expect(receipt.reason == "test")
    #expect(try spool.unfinished().isEmpty)
  }

  @Test func `a damaged receipt is returned by recovery and set aside`() throws {
    let claim = try interrupted(after: .decided)
    try fixture.directory.write("{", to: "work/\(claim.id)/receipt.json")
    let spool = try fixture.open()
    #expect(try spool.unfinished() == [claim.found])
    for outcome in Outcome.allCases {
      #expect(throws: SpoolError.damaged(claim.id)) {
        try spool.publish(claim, outcome, reason: "")
      }
    }
    try expectSetAside(claim, spool)
    #expect(try fixture.directory.names(in: "outbox").isEmpty)
    let kept = try fixture.directory.names(in: "quarantine/\(claim.id)")
    #expect(kept.contains("receipt.displaced.json"))
  }

  @Test func `a damaged filed receipt is set aside with what is left`() throws {
    let claim = try interrupted(after: .receiptFiled)
    try fixture.directory.write("{", to: "receipts/\(claim.id).json")
    let spool = try fixture.open()
    #expect(try spool.unfinished() == [claim.found])
    try expectSetAside(claim, spool)
    // What people may have seen already is not taken back.
    #expect(try fixture.directory.names(in: "outbox").count == 2)
  }

  @Test func `a name that was taken after the decision is set aside, and the other file stays`()
    throws
  {
    let claim = try interrupted(after: .decided)
    try fixture.directory.write("somebody else's", to: "outbox/scrubbed.txt")
    let spool = try fixture.open()
    #expect(try spool.unfinished() == [claim.found])
    try expectSetAside(claim, spool)
    #expect(try fixture.directory.text(of: "outbox/scrubbed.txt") == "somebody else's")
  }

  @Test func `a document whose staged files are gone is set aside`() throws {
    let spool = try fixture.open()
    let claim = try staged(by: spool)
    let folder = try Folder(opening: Path(fixture.directory.path(of: "work/\(claim.id)")))
    let inner = try folder.folder("staged")
    for name in try inner.names() { try inner.remove(name) }
    try folder.removeFolder("staged")
    #expect(throws: SpoolError.notReleasable(claim.id)) {
      try spool.publish(claim, .released, reason: "")
    }
    try expectSetAside(claim, spool)
  }

  @Test func `something foreign in a folder of work does not keep the others waiting`() throws {
    let first = try staged(by: fixture.open())
    let empty = SpoolFixture.id(0)
    try fixture.directory.makeFolder("work/\(empty)")
    try fixture.directory.makeFolder("work/\(empty)/foreign")
    let spool = try fixture.open()
    #expect(try spool.unfinished().map(\.id) == [empty, first.id])
    let odd = Claim(id: empty, name: [], refusal: .unreadable)
    try spool.setAside(odd, note: SetAsideTests.note, reason: "test")
    #expect(try fixture.directory.names(in: "work") == [first.id.text])
  }

  @Test func `killed between any two steps, setting aside is finished by the next start`() throws {
    for step in [DirectorySpool.Step.decided, .filePublished, .receiptFiled, .finished] {
      let claim = try interrupted(after: .decided)
      try fixture.directory.write("{", to: "work/\(claim.id)/receipt.json")
      do {
        let spool = try DirectorySpool(root: fixture.directory.path, policy: .keep) {
          (reached) throws(SystemError) in
          if reached == step { throw SystemError(errno: 5, call: "killed") }
        }
        #expect(throws: SpoolError.self) {
          try spool.setAside(claim, note: SetAsideTests.note, reason: "test")
        }
      }
      let spool = try fixture.open()
      #expect(try spool.unfinished().isEmpty)
      try expectSetAside(claim, spool)
    }
  }

  @Test func `faults of a document are told from those of the machine`() {
    let id = SpoolFixture.id()
    for error: Int32 in [28, 122, 5, 30, 24, 23, 12] {
      #expect(
        SpoolError.system(id, step: .publish, SystemError(errno: error, call: "x")).isOfMachine)
    }
    for error: Int32 in [16, 22, 39] {
      #expect(
        !SpoolError.system(id, step: .publish, SystemError(errno: error, call: "x")).isOfMachine)
    }
    // Where the service writes its own files, a folder that refuses them refuses all; a file it reads may be somebody's.
    for error: Int32 in [13, 1, 18] {
      let error = SystemError(errno: error, call: "x")
      #expect(SpoolError.system(id, step: .publish, error).isOfMachine)
      #expect(SpoolError.system(id, step: .stage, error).isOfMachine)
      #expect(!SpoolError.system(id, step: .read, error).isOfMachine)
    }
    #expect(!SpoolError.damaged(id).isOfMachine)
    #expect(!SpoolError.nameTaken(id).isOfMachine)
  }
}
