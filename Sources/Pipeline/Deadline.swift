import Synchronization

/// A watch that detection asks, from within its loops, whether it has to end. It remembers which of its two ends came
/// first: a document that took too long is judged, one that was interrupted by a stop is not.
final class Deadline: Sendable {
  enum End: Sendable {
    case time, stop
  }

  private struct State {
    var end: ContinuousClock.Instant
    var reached: End?
  }

  private let limit: Duration
  private let isStopped: @Sendable () -> Bool
  private let state: Mutex<State>

  /// - Parameter isStopped: whether the work must end at once, and without a result.
  init(limit: Duration, isStopped: @escaping @Sendable () -> Bool) {
    self.limit = limit
    self.isStopped = isStopped
    state = Mutex(State(end: ContinuousClock.now + limit))
  }

  func begin() {
    state.withLock { $0 = State(end: ContinuousClock.now + limit) }
  }

  /// Which end was reached when `isOver` first said so; nil before.
  var reached: End? { state.withLock(\.reached) }

  var isOver: Bool {
    state.withLock { state in
      if state.reached != nil { return true }
      if ContinuousClock.now > state.end {
        state.reached = .time
      } else if isStopped() {
        state.reached = .stop
      }
      return state.reached != nil
    }
  }
}
