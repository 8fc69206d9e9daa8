internal import Detection
internal import Dispatch
internal import Synchronization

/// Where documents are scrubbed: as many at once as there are seats, however many are in work.
///
/// Whoever has a document in hand sits down to read and scrub it, and gets up before he writes. So those who wait for the
/// disk take nobody's seat, and no more documents lie in memory unread than there are seats.
package final class Seats: Sendable {
  /// Detection's memory. Unchecked: whoever has taken the seat is alone with it until he gives it back.
  final class Seat: @unchecked Sendable {
    var scratch = DetectionScratch()
  }

  private struct State {
    /// Seats made and not taken; further ones are made when they are first needed.
    var idle: [Seat] = []
    /// How many are taken.
    var taken = 0
    /// When the last one was given back.
    var lastUse = ContinuousClock.now
  }

  private let free: DispatchSemaphore
  private let state = Mutex(State())

  /// - Parameter count: so many documents are scrubbed at once.
  package init(_ count: Int) { free = DispatchSemaphore(value: count) }

  /// Waits for a seat.
  ///
  /// - Parameter waiting: called every now and then meanwhile: waiting is no hang.
  func take(whileWaiting waiting: () -> Void) -> Seat {
    while free.wait(timeout: .now() + .milliseconds(500)) == .timedOut { waiting() }
    let used = state.withLock { state in
      state.taken += 1
      return state.idle.popLast()
    }
    return used ?? Seat()
  }

  func giveBack(_ seat: Seat) {
    state.withLock { state in
      state.taken -= 1
      state.idle.append(seat)
      state.lastUse = .now
    }
    free.signal()
  }

  /// Forgets what seats have learnt, which can be a hundred megabytes, when nobody has sat down for a while.
  ///
  /// - Returns: whether there was anything to forget.
  package func clear(unusedFor patience: Duration) -> Bool {
    let forgotten = state.withLock { state -> [Seat] in
      guard state.taken == 0, state.lastUse.duration(to: .now) >= patience else { return [] }
      defer { state.idle = [] }
      return state.idle
    }
    return !forgotten.isEmpty
  }
}
