import Glibc
import TestSupport
import Testing

/// Documents over which the program dies each time.
@Suite struct CrashingDocumentTests {
  @Test
  func `a document that ends the program each time is quarantined, others are released`()
    async throws
  {
    let root = try ScrubdRoot()
    let faults = try FaultRules()
    try faults.begin(["write -\(SIGKILL) /staged/poison"])
    for number in 0..<4 { try root.drop("Phone (217) 555-012\(number).\n", named: "\(number).txt") }
    try root.drop("Phone (217) 555-0111.\n", named: "poison.txt")
    var deaths = 0
    while try await root.runOnce([], faults.environment).exitCode == nil, deaths < 10 {
      deaths += 1
    }
    #expect(deaths == 3)
    let receipts = try root.receipts()
    #expect(receipts.count == 5)
    for receipt in receipts {
      let isPoison = receipt.name.text == "poison.txt"
      #expect(receipt.outcome == (isPoison ? "quarantined" : "released"))
      if isPoison { #expect(receipt.reason == "crashes") }
    }
    try root.expectOneEndEach()
    try await root.expectWholeAudit()
  }

  @Test func `a document that needs more memory than is allowed is quarantined in the end`()
    async throws
  {
    let root = try ScrubdRoot()
    let line = "Doing well on warfarin 5 mg, phone (217) 555-0111, seen again in a week.\n"
    try root.drop(String(repeating: line, count: 600_000), named: "large.txt")
    try root.drop("Phone (217) 555-0112.\n", named: "small.txt")
    let limit = ["SCRUBD_MEMORY_LIMIT_BYTES": "256 MiB"]
    var deaths = 0
    while try await root.runOnce([], limit).exitCode == nil, deaths < 10 { deaths += 1 }
    #expect(deaths == 3)
    let ends = Dictionary(
      uniqueKeysWithValues: try root.receipts().map { ($0.name.text ?? "", $0.outcome) })
    #expect(ends == ["large.txt": "quarantined", "small.txt": "released"])
    try await root.expectWholeAudit()
  }

  @Test(arguments: ["cut off", "longer", "another of the same length"])
  func `a document that changes while it is read is quarantined`(_ change: String) async throws {
    let root = try ScrubdRoot()
    let faults = try FaultRules()
    let text = "Phone (217) 555-0111.\n"
    let daemon = try await root.start(faults.environment)
    try faults.begin(["read -\(SIGSTOP) /original"])
    try root.drop(text, named: "case.txt")
    let id = try await stopped(root, daemon)
    let path = "work/\(id)/original"
    switch change {
    case "cut off": try root.directory.write("Phone", to: path)
    case "longer": try root.directory.write(text + text, to: path)
    default: try root.directory.write(String(text.reversed()), to: path)
    }
    try faults.end()
    daemon.send(SIGCONT)
    try await root.waitForReceipts(1)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    let receipt = try #require(try root.receipts().first)
    #expect(receipt.outcome == "quarantined")
    #expect(receipt.reason == "refused.changed-while-read")
    try await root.expectWholeAudit()
  }

  /// Waits until the daemon has stopped before it reads the document.
  ///
  /// - Returns: the document's id.
  private func stopped(_ root: ScrubdRoot, _ daemon: ScrubdProcess) async throws -> String {
    try await poll("the daemon stops before it reads") { daemon.isStopped }
    return try #require(try root.names(in: "work").first)
  }
}
