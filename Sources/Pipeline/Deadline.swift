import Synchronization

/// A watch that detection asks, from within its loops, whether its time is up.
final class Deadline: Sendable {
  private let limit: Duration
  private let end: Mutex<ContinuousClock.Instant>

  init(limit: Duration) {
    self.limit = limit
    end = Mutex(ContinuousClock.now + limit)
  }

  func begin() { end.withLock { $0 = ContinuousClock.now + limit } }

  var isOver: Bool { end.withLock { ContinuousClock.now > $0 } }
}
