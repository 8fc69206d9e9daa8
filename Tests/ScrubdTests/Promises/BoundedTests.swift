import Documents
import Glibc
import TestSupport
import Testing

/// Promise 5: a document has a limit of size and of time, and a flood of files slows down and does not fall over.
@Suite struct BoundedTests {
  @Test func `a document over the size limit is quarantined unread`() async throws {
    let root = try ScrubdRoot()
    try root.drop(String(repeating: "Phone (217) 555-0142. ", count: 50), named: "long.txt")
    try root.drop("The wound healed well.\n", named: "short.txt")
    let run = try await root.runOnce([], ["SCRUBD_DOCUMENT_LIMIT_BYTES": "1000"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let reasons = Dictionary(
      uniqueKeysWithValues: try root.receipts().map { ($0.name.text, $0.reason) })
    #expect(reasons == ["long.txt": "refused.too-large", "short.txt": "clean"])
  }

  @Test func `a document whose time is up is quarantined`() throws {
    let root = try ScrubdRoot()
    try root.drop("Phone (217) 555-0142.\n", named: "case.txt")
    let bench = try DiskBench(root)
    let outcome = try bench.process("case.txt", as: DiskBench.id(1), timeLimit: .seconds(-1))
    #expect(outcome == .quarantined)
    #expect(try root.receipts().map(\.reason) == ["time-limit"])
  }

  @Test func `a document of four times the size takes hardly more memory`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start([
      "SCRUBD_DOCUMENT_TIMEOUT_SECONDS": "3600", "SCRUBD_WORKERS": "1",
    ])
    let note = try SourceTree.texts(in: "corpora/outis_base/docs", suffix: ".txt")
      .prefix(5).joined()
    let prose = "The abdomen was soft, the wound clean and dry, and the fever had gone by noon.\n"
    let page = Array((note + String(repeating: prose, count: 200)).utf8)
    func text(_ kibibytes: Int) -> [UInt8] {
      var text: [UInt8] = []
      while text.count < kibibytes << 10 { text += page }
      return text
    }
    // The first document teaches the worker what it needs for both.
    try root.drop(text(600), named: "one.txt")
    try await root.waitForReceipts(1)
    let first = try #require(daemon.peakMemory)
    try root.drop(text(2400), named: "four.txt")
    try await root.waitForReceipts(2)
    let last = try #require(daemon.peakMemory)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    // Its text, scrubbed and not, and what was found in it; its tokens alone would be more.
    #expect(last - first < 12 * (1800 << 10), "\(first >> 10) KiB, then \(last >> 10) KiB")
  }

  @Test func `a flood of files is worked off to the last`() async throws {
    let root = try ScrubdRoot()
    let count = 1000
    for number in 0..<count { try root.drop("GIF89a", named: "picture \(number).gif") }
    let daemon = try await root.start()
    try await root.waitForReceipts(count)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    #expect(try root.names(in: "inbox").isEmpty)
    #expect(try root.names(in: "quarantine").count == count)
  }
}
