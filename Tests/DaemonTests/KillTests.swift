import Audit
import Documents
import Glibc
import TestSupport
import Testing

/// A daemon killed in the middle of its work, again and again.
@Suite struct KillTests {
  private static let documents = 60

  @Test func `every document ends exactly once, and the audit stays whole`() async throws {
    let root = try ScrubdRoot()
    let names = (0..<KillTests.documents).map { "case \($0).txt" }
    for (number, name) in names.enumerated() {
      let isText = number % 5 != 0
      try root.drop(isText ? "Phone (217) 555-01\(10 + number).\n" : "%PDF-1.7", named: name)
    }
    for ended in [1, 15, 35] {
      let daemon = try ScrubdProcess(["run", "--root", root.path])
      try await root.waitForReceipts(ended)
      daemon.send(SIGKILL)
      #expect(try await daemon.end().exitCode == nil)
    }
    let last = try await root.runOnce()
    #expect(last.exitCode == 0, "\(last.errors)")
    try expectOneEndEach(root, names)
    let verified = try await ScrubdProcess.run("audit", "verify", "--root", root.path)
    #expect(verified.exitCode == 0, "\(verified.output)")
  }

  private func expectOneEndEach(_ root: ScrubdRoot, _ names: [String]) throws {
    #expect(try root.names(in: "inbox").isEmpty)
    #expect(try root.names(in: "work").isEmpty)
    let receipts = try root.receipts()
    #expect(receipts.compactMap(\.name.text).sorted() == names.sorted())
    let refused = receipts.filter { $0.outcome == "quarantined" }
    #expect(refused.count == KillTests.documents / 5)
    #expect(try root.names(in: "quarantine") == refused.map(\.document).sorted())
    let texts = receipts.filter { $0.outcome == "released" }.flatMap(\.files)
    #expect(try root.names(in: "outbox") == texts.sorted())
    #expect(texts.count == (KillTests.documents - refused.count) * 3)
    var outcomes: [String: [String]] = [:]
    try AuditReader(folder: root.directory.path(of: "audit")).forEach { record in
      if let id = record.document, let outcome = record.outcome {
        outcomes[id.text, default: []].append(outcome.rawValue)
      }
      return true
    }
    for receipt in receipts { #expect(outcomes[receipt.document] == [receipt.outcome]) }
    #expect(outcomes.count == receipts.count)
  }
}
