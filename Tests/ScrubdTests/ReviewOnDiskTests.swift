import Audit
import Documents
import Synchronization
import Syscalls
import TestSupport
import Testing

@testable import Pipeline
@testable import Spool

/// Hold and decision through the daemon's parts, on a real root.
@Suite struct ReviewOnDiskTests {
  /// What nobody here can read is held.
  private static let text = "Dr. Gregor Halvorsen wrote: поступил в клинику.\n"
  private static let id = DiskBench.id(1)

  private static func held() throws -> ScrubdRoot {
    let root = try ScrubdRoot()
    try root.drop(text, named: "Halvorsen note.txt")
    let bench = try DiskBench(root)
    #expect(try bench.process("Halvorsen note.txt", as: id) == .held)
    try bench.audit.close()
    return root
  }

  private static func decide(_ verdict: Decision.Verdict, _ root: ScrubdRoot) throws {
    let decision = Decision(
      verdict, reason: "consent", acceptsTraces: true, user: 1000, userName: "reviewer")
    try DecisionBox(root: root.path).post(decision, on: id)
  }

  private static func carryOut(_ bench: DiskBench) throws -> Outcome? {
    try bench.process("\(id).json", .decisions, as: DiskBench.id(2))
  }

  @Test func `nothing of a held document is in the outbox until it is approved`() throws {
    let root = try ReviewOnDiskTests.held()
    let held = try HeldDocuments(root: root.path)
    let draft = try #require(try held.draft(of: ReviewOnDiskTests.id))
    #expect(try root.names(in: "outbox").isEmpty)
    #expect(try held.report(on: ReviewOnDiskTests.id).flatMap { Report(json: $0) } != nil)
    try ReviewOnDiskTests.decide(.approve, root)
    #expect(try ReviewOnDiskTests.carryOut(DiskBench(root)) == .released)
    #expect(try root.names(in: "outbox").count == 3)
    #expect(try root.bytes(of: "outbox/\(draft.name)") == draft.bytes)
    #expect(String(decoding: draft.bytes, as: UTF8.self).hasPrefix("Dr. [NAME-1] wrote"))
    #expect(try root.names(in: "hold").isEmpty && root.names(in: "work").isEmpty)
    #expect(try root.auditedOutcomes() == [.held, .released])
    let receipt = try #require(try root.receipts().first)
    #expect(receipt.name.text == "Halvorsen note.txt")
    #expect(receipt.reason == "approved")
  }

  @Test(arguments: Decision.Verdict.allCases)
  func `a decision is carried out once, wherever the service is killed`(
    _ verdict: Decision.Verdict
  ) throws {
    for step in 1... {
      let root = try ReviewOnDiskTests.held()
      try ReviewOnDiskTests.decide(verdict, root)
      let left = Mutex(step)
      let hasStruck = Mutex(false)
      do {
        let bench = try DiskBench(root) { (_) throws(SystemError) in
          let strikes = left.withLock { left in
            left -= 1
            return left == 0
          }
          guard strikes else { return }
          hasStruck.withLock { $0 = true }
          throw SystemError(errno: 5, call: "killed")
        }
        _ = try? ReviewOnDiskTests.carryOut(bench)
        // A kill closes nothing; this only lets the log go.
        try? bench.audit.close()
      }
      let bench = try DiskBench(root)
      try bench.recover()
      if try !root.names(in: "decisions").isEmpty { _ = try ReviewOnDiskTests.carryOut(bench) }
      try expectEnd(verdict, root, "killed after step \(step)")
      guard hasStruck.withLock({ $0 }) else { return }
    }
  }

  private func expectEnd(_ verdict: Decision.Verdict, _ root: ScrubdRoot, _ moment: String) throws {
    let isApproved = verdict == .approve
    #expect(try root.names(in: "outbox").count == (isApproved ? 3 : 0), "\(moment)")
    #expect(try root.names(in: "quarantine").count == (isApproved ? 0 : 1), "\(moment)")
    for folder in ["work", "hold", "decisions"] {
      #expect(try root.names(in: folder).isEmpty, "\(folder), \(moment)")
    }
    #expect(
      try root.auditedOutcomes() == [.held, isApproved ? .released : .quarantined], "\(moment)")
    let lines = try root.auditLines()
    #expect(lines.filter { $0.contains("\"type\":\"decided\"") }.count == 1, "\(moment)")
  }
}
