package import Documents
import Synchronization

/// Counts how documents ended in this run.
package final class Tally: Sendable {
  private let counts = Mutex<[Outcome: Int]>([:])

  package init() {}

  func add(_ outcome: Outcome) { counts.withLock { $0[outcome, default: 0] += 1 } }

  /// How many documents ended so.
  package subscript(_ outcome: Outcome) -> Int { counts.withLock { $0[outcome] ?? 0 } }
}
