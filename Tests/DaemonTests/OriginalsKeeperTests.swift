import Audit
import Documents
import Pipeline
import Spool
import TestSupport
import Testing

@testable import Daemon

@Suite struct OriginalsKeeperTests {
  @Test func `what cannot be put on record is not removed`() throws {
    let root = try TemporaryDirectory()
    let spool = try DirectorySpool(root: root.path, policy: .keep)
    var generator = SeededGenerator(seed: 7)
    let old = DocumentID(milliseconds: 1_000_000, using: &generator)
    try root.write("x", to: "originals/\(old)")
    let keeper = OriginalsKeeper(spool: spool, audit: FullTrail(), days: 1)
    #expect(throws: OriginalsKeeper.Fault.self) { try keeper.removeExpired() }
    #expect(try spool.originals(arrivedBefore: .max) == [old])
  }
}

/// A trail that takes no record.
private struct FullTrail: AuditTrail {
  func append(_ events: [AuditEvent], durable: Bool) throws(AuditError) { throw .poisoned }
  func outcomes(of documents: Set<DocumentID>) throws(AuditError) -> [DocumentID: Outcome] { [:] }
  func outputs(of document: DocumentID) throws(AuditError) -> [AuditOutput]? { nil }
  func checkpoint() throws(AuditError) { throw .poisoned }
  func reopen() throws(AuditError) { throw .poisoned }
}
