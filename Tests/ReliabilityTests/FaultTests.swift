import FoundationEssentials
import TestSupport
import Testing

/// A machine that fails for a while: what the daemon has it keeps, it says so once, and goes on by itself.
@Suite struct FaultTests {
  private struct Fault: Sendable, CustomTestStringConvertible {
    /// As in `FaultShim.h`.
    let rules: [String]
    let what: String
    var testDescription: String { what }
  }

  private static let enospc = 28
  private static let eio = 5
  private static let emfile = 24
  private static let erofs = 30
  private static let eacces = 13

  private static let faults = [
    Fault(rules: ["write \(enospc) /audit/"], what: "no room for the audit log"),
    Fault(rules: ["fsync \(eio) /audit/"], what: "the audit log cannot be made durable"),
    Fault(rules: ["write \(enospc) /work/"], what: "no room for the scrubbed text"),
    Fault(rules: ["fsync \(eio) /work/"], what: "the scrubbed text cannot be made durable"),
    Fault(rules: ["mkdir \(enospc) /work/"], what: "no room for a document's folder"),
    Fault(rules: ["open \(emfile) /work/"], what: "too many open files"),
    Fault(rules: ["rename \(erofs) /outbox/"], what: "the outbox is read-only"),
    Fault(rules: ["rename \(eacces) /outbox/"], what: "the outbox may not be written"),
    Fault(rules: ["open \(eacces) /outbox"], what: "the outbox may not be entered"),
    Fault(
      rules: ["write \(enospc) /receipts/", "write \(enospc) /work/"],
      what: "no room anywhere but for the log"),
  ]

  @Test(arguments: faults)
  private func `a fault stops nothing for good and loses nothing`(_ fault: Fault) async throws {
    let root = try ScrubdRoot()
    let faults = try FaultRules()
    let daemon = try await root.start(faults.environment)
    try root.drop("Phone (217) 555-0111.\n", named: "before.txt")
    try await root.waitForReceipts(1)
    try faults.begin(fault.rules)
    for number in 0..<4 {
      try root.drop("Phone (217) 555-012\(number).\n", named: "during \(number).txt")
    }
    try await poll("the fault is told") { try FaultTests.paused(daemon) > 0 }
    // Tries go on all the while.
    try await Task.sleep(for: .seconds(3))
    let texts = try root.names(in: "outbox").filter { !$0.contains(".report.") }
    #expect(texts.count == 1, "released in spite of the fault: \(texts)")
    let journal = try daemon.errors
    #expect(try FaultTests.paused(daemon) <= 2, "said again and again:\n\(journal)")
    try faults.end()
    try await root.waitForReceipts(5)
    daemon.send(15)
    let ended = try await daemon.end()
    #expect(ended.exitCode == 0, "\(ended.errors)")
    try await root.expectAllReleased(5)
    try await root.expectWholeAudit()
  }

  @Test func `an outbox that was taken away is waited for`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    try root.drop("Phone (217) 555-0111.\n", named: "before.txt")
    try await root.waitForReceipts(1)
    let outbox = root.directory.path(of: "outbox")
    try FileManager.default.moveItem(atPath: outbox, toPath: outbox + ".away")
    try root.drop("Phone (217) 555-0112.\n", named: "during.txt")
    try await poll("the fault is told") { try FaultTests.paused(daemon) > 0 }
    try FileManager.default.createDirectory(
      atPath: outbox, withIntermediateDirectories: false)
    try await root.waitForReceipts(2)
    daemon.send(15)
    #expect(try await daemon.end().exitCode == 0)
    #expect(try root.receipts().allSatisfy { $0.outcome == "released" })
    #expect(try root.names(in: "outbox").contains { $0.hasPrefix("during") })
    try await root.expectWholeAudit()
  }

  @Test func `when the audit log was removed nothing is released`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    try root.drop("Phone (217) 555-0111.\n", named: "before.txt")
    try await root.waitForReceipts(1)
    try FileManager.default.removeItem(atPath: root.directory.path(of: "audit"))
    try root.drop("Phone (217) 555-0112.\n", named: "during.txt")
    try await poll("the fault is told") { try FaultTests.paused(daemon) > 0 }
    try await Task.sleep(for: .seconds(1))
    #expect(try root.names(in: "outbox").allSatisfy { $0.hasPrefix("before") })
    #expect(try root.names(in: "receipts").count == 1)
    daemon.send(15)
    _ = try await daemon.end()
    #expect(try root.names(in: "work").count == 1, "the document waits")
  }

  /// How often the journal says that something waits.
  private static func paused(_ daemon: ScrubdProcess) throws -> Int {
    try daemon.errors.split(separator: "\n").count { $0.contains("paused, ") }
  }
}
