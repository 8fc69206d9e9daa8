import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Subfolders of the inbox that choose a profile, with the real daemon.
@Suite struct DropFolderTests {
  private static let text = "Seen on 3 March 2021 by Dr. Gregor Halvorsen in Ohio.\n"

  @Test func `a folder named after a profile has its files scrubbed under it`() async throws {
    let root = try ScrubdRoot()
    try root.directory.makeFolder("inbox/safe-harbor")
    try root.drop(DropFolderTests.text, named: "case.txt")
    try root.directory.write(DropFolderTests.text, to: "inbox/safe-harbor/case.txt")
    let run = try await root.runOnce()
    #expect(run.exitCode == 0, "\(run.errors)")
    let texts = try root.names(in: "outbox").filter { $0.hasSuffix(".txt") }.map {
      try root.text(of: "outbox/\($0)")
    }
    #expect(texts.count == 2)
    #expect(texts.count { $0.contains("2021") && $0.contains("Ohio") } == 1)
    let records = try root.auditLines().filter { $0.contains("\"type\":\"redacted\"") }
    #expect(records.count { $0.contains("\"profile\":\"safe-harbor\"") } >= 1)
    #expect(records.count { $0.contains("\"profile\":\"publication\"") } >= 1)
    #expect(try root.names(in: "inbox") == ["safe-harbor"])
  }

  @Test func `a folder that comes while the service runs chooses nothing`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    try root.directory.makeFolder("limited-data-set")
    try root.directory.write(DropFolderTests.text, to: "limited-data-set/case.txt")
    try FileManager.default.moveItem(
      atPath: root.directory.path(of: "limited-data-set"),
      toPath: root.directory.path(of: "inbox/limited-data-set"))
    try await root.waitForReceipts(1)
    daemon.send(SIGTERM)
    _ = try await daemon.end()
    let receipt = try #require(try root.receipts().first)
    #expect(receipt.outcome == "quarantined")
    #expect(receipt.reason == "refused.folder")
    let inside = "quarantine/\(receipt.document)/original"
    #expect(try root.names(in: inside) == ["case.txt"])
    #expect(try root.names(in: "outbox").isEmpty)
  }
}
