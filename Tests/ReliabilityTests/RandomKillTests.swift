import Audit
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The daemon killed at random times while documents come in all the time.
///
/// `SCRUBD_KILLS=500 swift test --filter RandomKillTests` kills it 500 times.
@Suite struct RandomKillTests {
  private static let kills =
    ProcessInfo.processInfo.environment["SCRUBD_KILLS"].flatMap { Int($0) } ?? 20
  /// How long a daemon lives at most, in milliseconds after its start; a start alone takes some hundreds.
  private static let longestLife = 900

  @Test func `killed at any moment it loses nothing, and shows nothing half`() async throws {
    let root = try ScrubdRoot()
    let watch = OutboxWatch()
    let watching = Task.detached { await watch.run(root) }
    var generator = SeededGenerator(seed: UInt64(RandomKillTests.kills))
    var dropped = 0
    for _ in 0..<RandomKillTests.kills {
      let daemon = try ScrubdProcess(["run", "--root", root.path])
      let life = Int.random(in: 0...RandomKillTests.longestLife, using: &generator)
      let end = ContinuousClock.now + .milliseconds(life)
      while ContinuousClock.now < end {
        try drop(dropped, into: root)
        dropped += 1
        try await Task.sleep(for: .milliseconds(Int.random(in: 1...120, using: &generator)))
      }
      daemon.send(SIGKILL)
      #expect(try await daemon.end().exitCode == nil)
    }
    let last = try await root.runOnce()
    #expect(last.exitCode == 0, "\(last.errors)")
    watch.stop()
    await watching.value
    #expect(watch.changed.isEmpty)
    try expectOneEndForAll(root, dropped)
    #expect(watch.seen.isSubset(of: try released(root)), "seen in the outbox and not on record")
    try await root.expectWholeAudit()
  }

  /// Texts that are released, that are refused, and some long ones whose writing takes a while.
  private func drop(_ number: Int, into root: ScrubdRoot) throws {
    let name = "case \(number).txt"
    switch number % 5 {
    case 0: try root.drop("%PDF-1.7 \(number)", named: name)
    case 1:
      let line = "Seen again, phone (217) 555-01\(10 + number % 80), doing well on warfarin 5 mg.\n"
      try root.drop(String(repeating: line, count: 400), named: name)
    default: try root.drop("Phone (217) 555-01\(10 + number % 80), note \(number).\n", named: name)
    }
  }

  private func expectOneEndForAll(_ root: ScrubdRoot, _ dropped: Int) throws {
    #expect(try root.names(in: "inbox").isEmpty)
    #expect(try root.names(in: "work").isEmpty)
    let names = try root.receipts().compactMap(\.name.text)
    #expect(names.sorted() == (0..<dropped).map { "case \($0).txt" }.sorted())
    try root.expectOneEndEach()
  }

  /// The digests of all files that the audit says were released.
  private func released(_ root: ScrubdRoot) throws -> Set<String> {
    var digests: Set<String> = []
    try AuditReader(folder: root.directory.path(of: "audit")).forEach { record in
      digests.formUnion((record.outputs ?? []).map(\.digest.text))
      return true
    }
    return digests
  }
}
