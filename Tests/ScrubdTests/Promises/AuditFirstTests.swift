import Audit
import Documents
import Synchronization
import Syscalls
import TestSupport
import Testing

/// Promise 3: nothing is visible in the outbox before its audit record is on disk.
@Suite struct AuditFirstTests {
  @Test func `at no step does the outbox show what the audit does not know`() throws {
    let root = try ScrubdRoot()
    try root.drop("Phone (217) 555-0142.\n", named: "case.txt")
    let unrecorded = Counter()
    let visible = Counter()
    let bench = try DiskBench(root) { (_) throws(SystemError) in
      guard let names = try? root.names(in: "outbox"), !names.isEmpty else { return }
      _ = visible.next()
      if (try? root.auditedOutcomes()) != [.released] { _ = unrecorded.next() }
    }
    #expect(try bench.process("case.txt", as: DiskBench.id(1)) == .released)
    #expect(unrecorded.count == 0)
    #expect(visible.count > 0)
  }

  @Test func `every file in the outbox is one the audit has the digest of, and no other`()
    async throws
  {
    let root = try await SampleRun.root()
    var recorded: Set<String> = []
    try AuditReader(folder: root.directory.path(of: "audit")).forEach { record in
      recorded.formUnion((record.outputs ?? []).map(\.digest.text))
      return true
    }
    let outbox = try root.names(in: "outbox").map {
      AuditDigest(of: try root.bytes(of: "outbox/\($0)")).description
    }
    #expect(!outbox.isEmpty)
    #expect(Set(outbox) == recorded)
  }

  @Test func `without a log that can be written nothing is taken up`() async throws {
    let root = try ScrubdRoot()
    try root.drop("Phone (217) 555-0142.\n", named: "case.txt")
    try root.directory.write("no folder", to: "audit")
    let run = try await root.runOnce()
    #expect(run.exitCode == 1)
    #expect(try root.names(in: "inbox") == ["case.txt"])
    #expect(try root.names(in: "outbox").isEmpty)
  }
}
