import FoundationEssentials
import TestSupport
import Testing

/// The real binary killed before each of its system calls that change or open something under the root, one after the other.
///
/// `SCRUBD_STEPS=all swift test --filter EveryStepTests` kills at each; `make test` at every fifth.
@Suite struct EveryStepTests {
  private static let stride =
    ProcessInfo.processInfo.environment["SCRUBD_STEPS"] == "all" ? 1 : 5

  private struct Kind: Sendable, CustomTestStringConvertible {
    let text: String
    let outcome: String
    var testDescription: String { outcome }
  }

  private static let kinds = [
    Kind(text: "Phone (217) 555-0111, doing well on warfarin 5 mg.\n", outcome: "released"),
    Kind(
      text: "She is the first patient in the world to survive a transplant of both arms.\n",
      outcome: "held"),
    Kind(text: "%PDF-1.7", outcome: "quarantined"),
  ]

  @Test(arguments: kinds)
  private func `killed before any of its calls a document ends once, and as it should`(
    _ kind: Kind
  ) async throws {
    let root = try ScrubdRoot()
    #expect(try await root.runOnce().exitCode == 0)
    var count = 0
    var step = 1
    while true {
      try root.drop(kind.text, named: "case.txt")
      count += 1
      let wasKilled = try await runKilled(before: step, root)
      // Nothing half is ever seen: what stands there is on record and stays.
      let seen = try root.names(in: "outbox")
      #expect(try await root.runOnce().exitCode == 0)
      #expect(Set(seen).isSubset(of: try root.names(in: "outbox")))
      guard wasKilled else { break }
      step += EveryStepTests.stride
    }
    #expect(step > 20, "so few calls cannot be all")
    let receipts = try root.receipts()
    #expect(receipts.count == count)
    #expect(receipts.allSatisfy { $0.outcome == kind.outcome })
    try root.expectOneEndEach()
    try await root.expectWholeAudit()
  }

  @Test func `killed while several documents are on their way, each ends once`() async throws {
    let root = try ScrubdRoot()
    #expect(try await root.runOnce().exitCode == 0)
    var dropped: [String: String] = [:]
    var step = 1
    while true {
      for number in 0..<6 {
        let kind = EveryStepTests.kinds[number % EveryStepTests.kinds.count]
        let name = "case \(step)-\(number).txt"
        try root.drop(kind.text, named: name)
        dropped[name] = kind.outcome
      }
      let wasKilled = try await runKilled(before: step, root)
      #expect(try await root.runOnce().exitCode == 0)
      guard wasKilled else { break }
      // Not a divisor of the number of one document's calls, so that in the end each of them is struck.
      step += EveryStepTests.stride * 5 + 2
    }
    let ends = try root.receipts().map { ($0.name.text ?? "", $0.outcome) }
    #expect(Dictionary(ends) { _, _ in "twice" } == dropped)
    try root.expectOneEndEach()
    try await root.expectWholeAudit()
  }

  /// - Returns: whether the run was killed; else it had fewer calls.
  private func runKilled(before step: Int, _ root: ScrubdRoot) async throws -> Bool {
    let faults = try FaultRules()
    try faults.begin(["step \(step) \(root.path)/"])
    let run = try await root.runOnce([], faults.environment)
    #expect(run.exitCode == nil || run.exitCode == 0, "\(run.errors)")
    return run.exitCode == nil
  }
}
