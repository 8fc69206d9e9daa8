import Audit
import FoundationEssentials
import TestSupport
import Testing

/// The witnesses that keep the head of the audit log elsewhere, with the real binary.
@Suite struct WitnessTests {
  @Test func `the head goes to a file and to the journal while the daemon runs`() async throws {
    let root = try ScrubdRoot()
    let witness = try TemporaryDirectory()
    let file = witness.path(of: "head.json")
    let daemon = try await root.start([
      "SCRUBD_ANCHOR_FILE": file, "SCRUBD_CHECKPOINT_SECONDS": "1",
    ])
    try root.drop("Phone (217) 555-0111.\n", named: "case.txt")
    try await root.waitForReceipts(1)
    // Records 1 to 3 are the header of the segment, the start, and that the document was taken up.
    try await poll("a head that vouches for the release") {
      try WitnessTests.heads(daemon.errors).contains { $0.seq > 3 }
    }
    let released = try #require(try WitnessTests.heads(daemon.errors).last)
    // The journal is told first.
    try await poll("the file has it as well") {
      try witness.text(of: "head.json")?.contains(#""seq":\#(released.seq)"#) == true
    }
    daemon.send(15)
    #expect(try await daemon.end().exitCode == 0)
    let verified = try await ScrubdProcess.run(
      "audit", "verify", "--root", root.path, "--anchor", file, "--head", "\(released)")
    #expect(verified.exitCode == 0, "\(verified.errors)")
  }

  @Test func `a log whose end was cut off agrees with itself and with no witness`() async throws {
    let root = try ScrubdRoot()
    let witness = try TemporaryDirectory()
    let anchor = ["SCRUBD_ANCHOR_FILE": witness.path(of: "head.json")]
    try root.drop("Phone (217) 555-0111.\n", named: "one.txt")
    #expect(try await root.runOnce([], anchor).exitCode == 0)
    let audit = root.directory.path(of: "audit")
    try FileManager.default.copyItem(atPath: audit, toPath: witness.path(of: "then"))
    try root.drop("Phone (217) 555-0112.\n", named: "two.txt")
    let last = try await root.runOnce([], anchor)
    #expect(last.exitCode == 0)
    let head = try #require(try WitnessTests.heads(last.errors).last)
    try FileManager.default.removeItem(atPath: audit)
    try FileManager.default.moveItem(atPath: witness.path(of: "then"), toPath: audit)
    try await root.expectWholeAudit()
    for witness in [["--anchor", witness.path(of: "head.json")], ["--head", "\(head)"]] {
      let verified = try await ScrubdProcess(
        ["audit", "verify", "--root", root.path] + witness
      ).end()
      #expect(verified.exitCode == 1)
      #expect((verified.output + verified.errors).contains("truncated tail"))
    }
  }

  @Test func `a witness that cannot be written is said once and holds up nothing`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start([
      "SCRUBD_ANCHOR_FILE": root.directory.path(of: "no/such/folder"),
      "SCRUBD_CHECKPOINT_SECONDS": "1",
    ])
    for number in 0..<3 {
      try root.drop("Phone (217) 555-012\(number).\n", named: "\(number).txt")
      try await root.waitForReceipts(number + 1)
      try await Task.sleep(for: .seconds(1.2))
    }
    daemon.send(15)
    let end = try await daemon.end()
    #expect(end.exitCode == 0)
    #expect(end.errors.ranges(of: "the copy of the audit log's head cannot be written").count == 1)
    try await root.expectAllReleased(3)
  }

  /// The heads that a journal tells.
  private static func heads(_ journal: String) throws -> [AuditHead] {
    journal.split(separator: "\n").compactMap { line in
      guard let words = line.split(separator: "audit log signed up to record ").last,
        line.contains("signed up to record")
      else { return nil }
      return AuditHead(String(words))
    }
  }
}
