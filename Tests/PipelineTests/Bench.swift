@testable import Audit
import Documents
import Pipeline
import Spool
import TestSupport
import Testing

/// A spool and a trail in memory with the runner between them.
struct Bench {
  let spool: MemorySpool
  let trail: MemoryTrail
  let runner: DocumentRunner

  init(inbox: [String: String] = [:], sizeLimit: Int = 1 << 20) throws {
    let spool = MemorySpool(inbox: inbox.mapValues { Array($0.utf8) })
    self.spool = spool
    trail = MemoryTrail { spool.contents.outbox.keys.sorted() }
    runner = DocumentRunner(
      spool: spool, audit: trail, key: try Bench.key(),
      policies: Policies(
        standard: try SmallPolicy.policy(),
        others: [try SmallPolicy.policy(SmallPolicy.profile("lax", limit: 5000))]),
      sizeLimit: sizeLimit)
  }

  static func key() throws -> AuditKey {
    try AuditKey(secret: Array(repeating: 7, count: AuditKey.size))
  }

  /// The id of the nth document of a test.
  static func id(_ number: UInt64 = 1) -> DocumentID {
    var random = SeededGenerator(seed: number)
    return DocumentID(milliseconds: 1_767_312_000_000 + number, using: &random)
  }

  /// Claims the first arrival.
  func claim(_ id: DocumentID = Bench.id()) throws -> Claim {
    let arrival = try #require(spool.arrivals.first)
    return try #require(try spool.claim(arrival, as: id))
  }

  /// Takes the first arrival to its end.
  func process(timeLimit: Duration = .seconds(600)) throws -> Outcome {
    var desk = Desk(timeLimit: timeLimit)
    return try runner.process(try claim(), &desk)
  }

  /// Does what a worker does: tries again after a failure, with what the audit knows by then.
  func processUntilDone(_ claim: Claim) throws -> (outcome: Outcome, tries: Int) {
    var desk = Desk(timeLimit: .seconds(600))
    var decided: Outcome?
    var tries = 1
    while true {
      do {
        return (try runner.process(claim, decided: decided, &desk), tries)
      } catch {
        spool.heal()
        decided = try runner.decided([claim])[claim.id]
        tries += 1
      }
    }
  }

  /// In how many places behind the inbox a document lies.
  func places(of id: DocumentID) -> [String] {
    let contents = spool.contents
    var places: [String] = []
    if contents.work[id] != nil { places.append("work") }
    if contents.hold[id] != nil { places.append("hold") }
    if contents.quarantine[id] != nil { places.append("quarantine") }
    let texts = contents.outbox.keys.filter { !StagedFile.isReport($0) }
    if texts.contains(where: { $0.contains(id.short) }) { places.append("outbox") }
    return places
  }
}
