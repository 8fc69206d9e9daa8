import Documents
import Spool
import Synchronization
import Syscalls
import TestSupport
import Testing

/// Promise 2: never lost, never half, never twice. A kill after each step of the spool in turn, with the real folders,
/// the real audit log and the real policy; `KillTests` does the same to a whole process.
@Suite struct NeverLostTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let outcome: Outcome
    let folder: String
    var testDescription: String { outcome.rawValue }
  }

  static let cases = [
    Case(text: "Phone (217) 555-0142.\n", outcome: .released, folder: "outbox"),
    Case(text: "%PDF-1.7", outcome: .quarantined, folder: "quarantine"),
  ]

  @Test(arguments: cases) func `a kill after any step leaves one document with one end`(_ row: Case)
    throws
  {
    for steps in 1... {
      let root = try ScrubdRoot()
      try root.drop(row.text, named: "case.txt")
      let wasKilled = try run(root, killedAfter: steps)
      try start(root)
      try expectOneEnd(root, row)
      if !wasKilled {
        #expect(steps > 5, "the spool took no steps")
        return
      }
    }
  }

  /// Runs until the nth step; whether there was one.
  private func run(_ root: ScrubdRoot, killedAfter steps: Int) throws -> Bool {
    let taken = Counter()
    let bench = try DiskBench(root) { (_) throws(SystemError) in
      guard taken.next() < steps else { throw SystemError(errno: 5, call: "killed") }
    }
    do { try bench.process("case.txt", as: DiskBench.id(UInt64(steps))) } catch {
      // The process is gone; what it threw is told to nobody.
    }
    return taken.count >= steps
  }

  private func start(_ root: ScrubdRoot) throws {
    let bench = try DiskBench(root)
    try bench.recover()
    if try !root.names(in: "inbox").isEmpty {
      try bench.process("case.txt", as: DiskBench.id(1000))
    }
  }

  private func expectOneEnd(_ root: ScrubdRoot, _ row: Case) throws {
    for folder in ["inbox", "work"] { #expect(try root.names(in: folder).isEmpty) }
    let receipts = try root.receipts()
    #expect(receipts.map(\.outcome) == [row.outcome.rawValue])
    #expect(receipts.first?.name.text == "case.txt")
    #expect(try root.auditedOutcomes() == [row.outcome])
    for folder in ["outbox", "hold", "quarantine"] {
      let count = folder != row.folder ? 0 : row.outcome == .released ? 3 : 1
      #expect(try root.names(in: folder).count == count, "\(folder)")
    }
    let originals = row.outcome == .released ? 1 : 0
    #expect(try root.names(in: "originals").count == originals)
  }
}

/// Counts from any thread.
final class Counter: Sendable {
  private let value = Mutex(0)

  var count: Int { value.withLock { $0 } }

  /// The count with this one.
  func next() -> Int {
    value.withLock {
      $0 += 1
      return $0
    }
  }
}
