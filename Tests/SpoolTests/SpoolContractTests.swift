import Documents
import Spool
import TestSupport
import Testing

/// What every spool promises, asked of the one on disk and of the one in memory that other rooms are tested with.
@Suite struct SpoolContractTests {
  enum Kind: String, CaseIterable { case disk, memory }

  /// Runs a test on a spool with one file in its inbox.
  private func with(_ kind: Kind, _ test: (any DocumentSpool) throws -> Void) throws {
    switch kind {
    case .memory: try test(MemorySpool(inbox: ["case.txt": Array("x".utf8)]))
    case .disk:
      let fixture = try SpoolFixture()
      try fixture.drop("x")
      try test(fixture.open())
      withExtendedLifetime(fixture) {}
    }
  }

  @Test(arguments: Kind.allCases)
  func `a claim is read, staged and published, and nothing is left to do`(kind: Kind) throws {
    try with(kind) { spool in
      let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
      #expect(try spool.unfinished() == [claim.found])
      #expect(try spool.read(claim, limit: 1) == .bytes([0x78]))
      #expect(try spool.read(claim, limit: 0) == .refused(.tooLarge))
      try spool.stage(claim, SpoolFixture.scrubbed)
      try spool.publish(claim, .released, reason: "clean")
      #expect(try spool.unfinished().isEmpty)
    }
  }

  @Test(arguments: Kind.allCases)
  func `a file is claimed once`(kind: Kind) throws {
    try with(kind) { spool in
      let first = try spool.claim(Arrival("case.txt"), as: SpoolFixture.id(1))
      let second = try spool.claim(Arrival("case.txt"), as: SpoolFixture.id(2))
      #expect(first != nil)
      #expect(second == nil)
    }
  }

  @Test(arguments: Kind.allCases, Outcome.allCases)
  func `an outcome is final`(kind: Kind, outcome: Outcome) throws {
    try with(kind) { spool in
      let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
      try spool.stage(claim, SpoolFixture.scrubbed)
      try spool.publish(claim, outcome, reason: "")
      try spool.publish(claim, outcome, reason: "")
      for other in Outcome.allCases where other != outcome {
        #expect(throws: SpoolError.alreadyDecided(claim.id, outcome)) {
          try spool.publish(claim, other, reason: "")
        }
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func `nothing staged is nothing to release, and can still be quarantined`(kind: Kind) throws {
    try with(kind) { spool in
      let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
      #expect(throws: SpoolError.notReleasable(claim.id)) {
        try spool.publish(claim, .released, reason: "")
      }
      try spool.publish(claim, .quarantined, reason: "")
      #expect(try spool.unfinished().isEmpty)
    }
  }

  @Test(arguments: Kind.allCases)
  func `marks of processes that died are counted, and taken away by one that lives`(
    kind: Kind
  ) throws {
    try with(kind) { spool in
      let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
      #expect(claim.earlierTries == nil)
      #expect(try spool.unfinished().map(\.earlierTries) == [0])
      try spool.noteTry(claim)
      try spool.noteTry(claim)
      #expect(try spool.unfinished().map(\.earlierTries) == [2])
      try spool.forgetTries(claim)
      #expect(try spool.unfinished().map(\.earlierTries) == [0])
    }
  }

  @Test(arguments: Kind.allCases)
  func `a claim nobody made is unknown`(kind: Kind) throws {
    try with(kind) { spool in
      let claim = Claim(id: SpoolFixture.id(), name: [])
      #expect(throws: SpoolError.unknownDocument(claim.id)) { try spool.read(claim, limit: 1) }
      #expect(throws: SpoolError.unknownDocument(claim.id)) { try spool.stage(claim, []) }
    }
  }

  @Test(arguments: Outcome.allCases)
  func `the memory's document ends once wherever its disk fails`(outcome: Outcome) throws {
    for step in 1... {
      let spool = MemorySpool(inbox: ["case.txt": [0x78]])
      spool.fail(atStep: step)
      try? work(spool, outcome)
      let hasFailed = spool.hasFailed
      spool.heal()
      try work(spool, outcome)
      let end = spool.contents
      #expect(end.inbox.isEmpty && end.work.isEmpty && end.receipts.count == 1)
      #expect(end.outbox.count == (outcome == .released ? 2 : 0))
      #expect(end.released == (outcome == .released ? ["scrubbed.report.md", "scrubbed.txt"] : []))
      #expect(end.hold.count == (outcome == .held ? 1 : 0))
      #expect(end.quarantine.count == (outcome == .quarantined ? 1 : 0))
      if !hasFailed { return }
    }
  }

  private func work(_ spool: MemorySpool, _ outcome: Outcome) throws {
    var claims = try spool.unfinished()
    for arrival in spool.arrivals {
      claims += try [spool.claim(arrival, as: SpoolFixture.id())].compactMap(\.self)
    }
    for claim in claims {
      _ = try spool.read(claim, limit: 10)
      try spool.stage(claim, SpoolFixture.scrubbed)
      try spool.publish(claim, outcome, reason: "")
    }
  }
}
