import Audit
import Daemon
import Documents
import Glibc
import Pipeline
import Syscalls
import TestSupport
import Testing

@testable import Spool
@testable import scrubd

/// The rooms as `run` wires them, on a root of its own, with a place to stop at any step of the spool.
struct DiskBench {
  let spool: DirectorySpool
  let audit: AuditLog
  let runner: DocumentRunner

  /// - Parameter afterStep: called after each step of the spool; an error it throws stops there, as a kill would.
  init(
    _ root: ScrubdRoot,
    afterStep: @escaping @Sendable (DirectorySpool.Step) throws(SystemError) -> Void
  ) throws {
    spool = try DiskBench.open { () throws(SpoolError) in
      try DirectorySpool(root: root.path, policy: .keep, afterStep: afterStep)
    }
    let key = try AuditKey.loadOrCreate(root.directory.path(of: "audit.key"))
    audit = try AuditLog(folder: root.directory.path(of: "audit"), key: key)
    let policy = try RealPolicy.publication()
    runner = DocumentRunner(
      spool: spool, audit: audit, key: key, policies: try policy.policies(for: ["safe-harbor"]),
      sizeLimit: 1 << 20)
  }

  /// Another test that starts a process has, for a moment between fork and exec, a copy of every lock.
  private static func open(
    _ body: () throws(SpoolError) -> DirectorySpool
  ) throws(SpoolError) -> DirectorySpool {
    for _ in 0..<200 {
      do throws(SpoolError) { return try body() } catch {
        guard case .alreadyRunning = error else { throw error }
        usleep(20_000)
      }
    }
    return try body()
  }

  init(_ root: ScrubdRoot) throws {
    try self.init(root) { (_) throws(SystemError) in }
  }

  static func id(_ seed: UInt64) -> DocumentID {
    var random = SeededGenerator(seed: seed)
    return DocumentID(milliseconds: 1_767_312_000_000 + seed, using: &random)
  }

  /// Takes one file of the inbox to its end.
  @discardableResult
  func process(
    _ name: String, _ entrance: Entrance = .inbox, as id: DocumentID,
    timeLimit: Duration = .seconds(600)
  ) throws -> Outcome? {
    let arrival = Arrival(name: Array(name.utf8), entrance: entrance)
    guard let claim = try spool.claim(arrival, as: id) else { return nil }
    var desk = Desk(timeLimit: timeLimit)
    return try runner.process(claim, &desk)
  }

  /// What a start does with what an earlier run left.
  func recover() throws {
    let left = try spool.unfinished()
    let decided = try runner.decided(left)
    var desk = Desk(timeLimit: .seconds(600))
    for claim in left { _ = try runner.process(claim, decided: decided[claim.id], &desk) }
  }
}

extension ScrubdRoot {
  /// The outcomes the audit log on disk has, in its order.
  func auditedOutcomes() throws -> [Outcome] {
    var outcomes: [Outcome] = []
    try AuditReader(folder: directory.path(of: "audit")).forEach { record in
      if let outcome = record.outcome { outcomes.append(outcome) }
      return true
    }
    return outcomes
  }
}
