import Audit
import Documents
import TestSupport
import Testing

extension ScrubdRoot {
  /// Expects that `count` documents came in and all stand in the outbox.
  func expectAllReleased(_ count: Int) async throws {
    #expect(try names(in: "inbox").isEmpty)
    #expect(try names(in: "work").isEmpty)
    let ends = try receipts()
    #expect(ends.count == count)
    #expect(ends.allSatisfy { $0.outcome == "released" })
    try expectOneEndEach()
  }

  /// Expects of every receipt that the audit tells the same end, once, and of the folders that they hold what the
  /// receipts say and nothing else.
  func expectOneEndEach() throws {
    let receipts = try receipts()
    let ids = Set(receipts.map(\.document))
    #expect(ids.count == receipts.count)
    var ends: [String: [String]] = [:]
    try AuditReader(folder: directory.path(of: "audit")).forEach { record in
      if let id = record.document, let outcome = record.outcome {
        ends[id.text, default: []].append(outcome.rawValue)
      }
      return true
    }
    for receipt in receipts {
      #expect(ends[receipt.document] == [receipt.outcome], "document \(receipt.document)")
    }
    #expect(ends.count == receipts.count)
    let released = receipts.filter { $0.outcome == "released" }.flatMap(\.files)
    #expect(try names(in: "outbox") == released.sorted())
    for (folder, outcome) in [("hold", "held"), ("quarantine", "quarantined")] {
      let documents = receipts.filter { $0.outcome == outcome }.map(\.document)
      #expect(try names(in: folder) == documents.sorted())
    }
  }

  /// Expects that `audit verify` finds nothing wrong.
  func expectWholeAudit() async throws {
    let verified = try await ScrubdProcess.run("audit", "verify", "--root", path)
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
  }
}
