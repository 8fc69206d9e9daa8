import Audit
import Daemon
import Documents
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
    spool = try DirectorySpool(root: root.path, policy: .keep, afterStep: afterStep)
    let key = try AuditKey.loadOrCreate(root.directory.path(of: "audit.key"))
    audit = try AuditLog(folder: root.directory.path(of: "audit"), key: key)
    let policy = try RealPolicy.publication()
    runner = DocumentRunner(
      spool: spool, audit: audit, key: key, scrubber: policy.scrubber, profile: policy.profile,
      sizeLimit: 1 << 20)
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
  func process(_ name: String, as id: DocumentID, timeLimit: Duration = .seconds(600)) throws
    -> Outcome?
  {
    guard let claim = try spool.claim(Arrival(name: Array(name.utf8)), as: id) else { return nil }
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
