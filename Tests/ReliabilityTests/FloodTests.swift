import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// More files than the kernel's queue of events holds, and a clock that goes back.
///
/// `SCRUBD_FLOOD=100000 swift test --filter FloodTests` drops so many files at once.
@Suite struct FloodTests {
  private static let flood =
    ProcessInfo.processInfo.environment["SCRUBD_FLOOD"].flatMap { Int($0) } ?? 1000
  private static let limit = "/proc/sys/fs/inotify/max_queued_events"

  private static let isOpen = unsafe access(limit, W_OK) == 0

  @Test(.enabled(if: isOpen, "the kernel's limit needs root"))
  func `files whose events were lost are found at once`() async throws {
    let root = try ScrubdRoot()
    let usual = try String(contentsOfFile: FloodTests.limit, encoding: .utf8)
    // The limit counts when a queue is made, so that other programs keep theirs.
    try "16\n".write(toFile: FloodTests.limit, atomically: false, encoding: .utf8)
    defer { try? usual.write(toFile: FloodTests.limit, atomically: false, encoding: .utf8) }
    let daemon = try await root.start(["SCRUBD_RESCAN_SECONDS": "3600"])
    daemon.send(SIGSTOP)
    let count = 100
    for number in 0..<count {
      try root.drop("Phone (217) 555-01\(10 + number % 80).\n", named: "\(number).txt")
    }
    daemon.send(SIGCONT)
    try await root.waitForReceipts(count)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    try await root.expectAllReleased(count)
  }

  @Test func `many files at once end once each, and memory stays bounded`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    daemon.send(SIGSTOP)
    for number in 0..<FloodTests.flood {
      try root.drop(
        "Phone (217) 555-01\(10 + number % 80), note \(number).\n", named: "\(number).txt")
    }
    daemon.send(SIGCONT)
    // Not by the poll of other tests, which has an end.
    while try root.names(in: "receipts").count < FloodTests.flood, daemon.isRunning {
      try await Task.sleep(for: .milliseconds(500))
    }
    let peak = try #require(daemon.peakMemory)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    // A document here has forty bytes: what is kept of each must not add up.
    #expect(peak < 400 << 20, "\(peak >> 20) MiB")
    try await root.expectAllReleased(FloodTests.flood)
    try await root.expectWholeAudit()
  }

  @Test func `a clock set back changes no outcome and breaks no chain`() async throws {
    let root = try ScrubdRoot()
    let faults = try FaultRules()
    let daemon = try await root.start(faults.environment)
    try root.drop("Phone (217) 555-0111.\n", named: "before.txt")
    try await root.waitForReceipts(1)
    try faults.begin(["clock -200000"])
    for number in 0..<3 { try root.drop("Phone (217) 555-012\(number).\n", named: "\(number).txt") }
    try await root.waitForReceipts(4)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    try await root.expectAllReleased(4)
    try await root.expectWholeAudit()
    let again = try await root.runOnce([], faults.environment)
    #expect(again.exitCode == 0, "\(again.errors)")
  }
}
