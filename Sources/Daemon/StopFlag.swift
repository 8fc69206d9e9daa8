import Synchronization

/// Says that the daemon is being stopped, and for how long it has been.
package final class StopFlag: Sendable {
  private let since = Mutex<ContinuousClock.Instant?>(nil)

  package init() {}

  package func raise() { since.withLock { $0 = $0 ?? ContinuousClock.now } }

  package var isRaised: Bool { since.withLock { $0 != nil } }

  /// Whether it was raised at least so long ago.
  package func isRaised(for time: Duration) -> Bool {
    since.withLock { since in since.map { ContinuousClock.now >= $0 + time } ?? false }
  }
}
