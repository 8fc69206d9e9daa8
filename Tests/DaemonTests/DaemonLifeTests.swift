import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The real binary on a real folder, with real events and signals.
@Suite struct DaemonLifeTests {
  @Test
  func `files are scrubbed whether they come before the start, after it, by rename or by write`()
    async throws
  {
    let root = try ScrubdRoot()
    try root.drop("Seen by Dr. Gregor Halvorsen.\n", named: "before.txt")
    let daemon = try await root.start()
    try root.drop("Phone (217) 555-0142.\n", named: "renamed.txt")
    try root.directory.write("Phone (217) 555-0143.\n", to: "inbox/written.txt")
    try await root.waitForReceipts(3)
    try await expectGoodEnd(of: daemon, root)
    let receipts = try root.receipts()
    #expect(
      receipts.compactMap(\.name.text).sorted() == ["before.txt", "renamed.txt", "written.txt"])
    #expect(receipts.map(\.outcome) == ["released", "released", "released"])
    let outbox = try root.names(in: "outbox")
    #expect(outbox.filter { $0.hasSuffix(".report.md") }.count == 3)
    for name in outbox where !name.hasSuffix(".report.md") {
      let text = try root.text(of: "outbox/\(name)")
      #expect(!text.contains("Halvorsen") && !text.contains("555"))
    }
  }

  @Test func `a file that is still being written is left alone until it is whole`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    let slow = URL(filePath: root.directory.path(of: "inbox/slow.txt"))
    do {
      let writer = try SlowWriter(slow.path)
      try writer.write("The first half")
      try root.drop("Another one.\n", named: "other.txt")
      try await root.waitForReceipts(1)
      #expect(try root.names(in: "inbox") == ["slow.txt"])
      try writer.write(" and the second half.\n")
    }
    try await root.waitForReceipts(2)
    try await expectGoodEnd(of: daemon, root)
    let name = try #require(
      try root.names(in: "outbox").first { $0.hasPrefix("slow") && $0.hasSuffix(".txt") })
    #expect(try root.text(of: "outbox/\(name)") == "The first half and the second half.\n")
  }

  @Test func `the inbox may be removed and made again`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    try FileManager.default.removeItem(atPath: root.directory.path(of: "inbox"))
    try root.directory.makeFolder("inbox")
    try root.drop("The wound healed well.\n", named: "later.txt")
    try await root.waitForReceipts(1)
    try await expectGoodEnd(of: daemon, root)
  }

  @Test func `a second daemon on the same root is refused`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    let second = try await root.runOnce()
    #expect(second.exitCode == 1)
    #expect(second.errors.contains("already works on this root"))
    #expect(second.errors.contains("choose another --root"))
    try await expectGoodEnd(of: daemon, root)
  }

  @Test func `a single run scrubs what is there and ends`() async throws {
    let root = try ScrubdRoot()
    try root.drop("The wound healed well.\n", named: "a.txt")
    try root.drop("GIF89a", named: "b.gif")
    let run = try await root.runOnce()
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output == "1 released, 0 held, 1 quarantined\n")
    #expect(try root.names(in: "inbox").isEmpty)
    try expectClosedAudit(root)
  }

  @Test func `a single run does not wait for a machine that fails`() async throws {
    let root = try ScrubdRoot()
    try root.drop("The wound healed well.\n", named: "a.txt")
    let run = try await root.runOnce([], ["SCRUBD_MINIMUM_FREE_BYTES": "1125899906842624"])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("make room"))
    #expect(try root.names(in: "inbox") == ["a.txt"])
  }

  @Test func `a single run tells what it left, and fails for it`() async throws {
    let root = try ScrubdRoot()
    try root.drop("The wound healed well.\n", named: "a.txt")
    try root.drop("x", named: "b.txt.part")
    try root.drop("x", named: ".c")
    let writer = try SlowWriter(root.directory.path(of: "inbox/slow.txt"))
    try writer.write("The first half")
    let run = try await root.runOnce()
    #expect(run.exitCode == 1)
    #expect(run.output == "1 released, 0 held, 0 quarantined\n")
    #expect(
      run.errors.contains(
        "left in the inbox: 1 still being written or just dropped in, 2 with a temporary name"))
    #expect(try root.names(in: "inbox") == [".c", "b.txt.part", "slow.txt"])
    try expectClosedAudit(root)
    withExtendedLifetime(writer) {}
  }

  @Test func `a single run that is interrupted takes up nothing more`() async throws {
    let root = try ScrubdRoot()
    for number in 0..<5 { try root.drop("The wound healed well.\n", named: "\(number).txt") }
    // Waited for, so that the run has not come to the others when the signal comes.
    let writer = try SlowWriter(root.directory.path(of: "inbox/slow.txt"))
    try writer.write("The first half")
    let run = try ScrubdProcess(
      ["run", "--root", root.path, "--once"], environment: ["SCRUBD_SETTLE_SECONDS": "3600"])
    try await poll("the run has begun") { try !root.auditLines().isEmpty }
    run.send(SIGTERM)
    let end = try await run.end()
    #expect(end.exitCode == 1)
    #expect(end.errors.contains("interrupted; nothing is lost"))
    #expect(try root.names(in: "work").isEmpty)
    #expect(try root.names(in: "inbox").count == 6)
    try expectClosedAudit(root)
    withExtendedLifetime(writer) {}
  }

  @Test func `the group of the root can reach the inbox and the outbox`() async throws {
    let parent = try TemporaryDirectory()
    let run = try await ScrubdProcess.run("run", "--root", parent.path(of: "deep/root"), "--once")
    #expect(run.exitCode == 0, "\(run.errors)")
    for folder in ["", "/inbox", "/outbox"] {
      let path = parent.path(of: "deep/root\(folder)")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o750, "\(folder)")
    }
  }

  @Test(arguments: [true, false])
  func `the status tells of the last run how all its documents ended`(_ once: Bool) async throws {
    let root = try ScrubdRoot()
    let daemon = once ? nil : try await root.start()
    for number in 0..<3 { try root.drop("The wound healed well.\n", named: "\(number).txt") }
    if let daemon {
      try await root.waitForReceipts(3)
      daemon.send(SIGTERM)
      #expect(try await daemon.end().exitCode == 0)
    } else {
      #expect(try await root.runOnce().exitCode == 0)
    }
    let status = try await ScrubdProcess.run("status", "--root", root.path)
    #expect(status.output.contains("in the last run  3"), "\(status.output)")
    #expect(status.output.contains("3 released, 0 held, 0 quarantined"))
  }

  @Test func `an interrupt ends it as well`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    daemon.send(SIGINT)
    #expect(try await daemon.end().exitCode == 0)
    try expectClosedAudit(root)
  }

  private func expectGoodEnd(of daemon: ScrubdProcess, _ root: ScrubdRoot) async throws {
    daemon.send(SIGTERM)
    let end = try await daemon.end()
    #expect(end.exitCode == 0, "\(end.errors)")
    #expect(end.errors.contains("stopped: "))
    #expect(try root.names(in: "work").isEmpty)
    try expectClosedAudit(root)
  }

  private func expectClosedAudit(_ root: ScrubdRoot) throws {
    let last = try root.auditLines().suffix(2)
    #expect(last.first?.contains(#""type":"stopped""#) == true)
    #expect(last.last?.contains(#""type":"checkpoint""#) == true)
  }
}
