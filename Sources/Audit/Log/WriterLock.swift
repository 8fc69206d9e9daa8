import Glibc
import Syscalls

/// The file `.lock`, by which several processes write one log in turn: the daemon, and a command by which a person decides.
///
/// Whoever holds it is alone. Its content names who held it last, so that a writer notices at the price of one read that
/// nobody has written since.
final class WriterLock: Sendable {
  private let file: OpenFile
  /// Names this writer: random, so that no two have the same.
  private let me = (0..<16).map { _ in UInt8.random(in: .min ... .max) }

  /// How long a writer is waited for. It holds the lock while it writes, or for one sync when a segment ends.
  private static let patience = Duration.seconds(10)
  private static let pause: UInt32 = 500

  init(_ file: OpenFile) { self.file = file }

  /// Calls `body` while nobody else writes, and tells it whether somebody else has since this writer's last turn.
  ///
  /// - Throws: `inUse` when the lock does not come free.
  func withTurn<Result>(
    _ body: (_ isFresh: Bool) throws(AuditError) -> Result
  ) throws(AuditError) -> Result {
    try withLock { (isFresh) throws(AuditError) in
      // Before anything is written: a writer that dies in its turn must be noticed.
      if !isFresh {
        try file.truncate(to: 0)
        try file.append(me)
      }
      return try body(isFresh)
    }
  }

  /// Calls `body` while nobody else writes, for what is not a turn of its own: the log's records stay as they are.
  func withLock<Result>(
    _ body: (_ isFresh: Bool) throws(AuditError) -> Result
  ) throws(AuditError) -> Result {
    try take()
    let result: Result
    do throws(AuditError) {
      result = try body(try file.read(at: 0, count: me.count + 1) == me)
    } catch {
      try file.unlock()
      throw error
    }
    try file.unlock()
    return result
  }

  private func take() throws(AuditError) {
    let end = ContinuousClock.now + WriterLock.patience
    while !(try file.lock()) {
      guard ContinuousClock.now < end else { throw .inUse }
      usleep(WriterLock.pause)
    }
  }
}
