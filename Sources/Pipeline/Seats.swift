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

  private let free: DispatchSemaphore
  /// Seats made and not taken; further ones are made when they are first needed.
  private let idle = Mutex<[Seat]>([])

  /// - Parameter count: so many documents are scrubbed at once.
  package init(_ count: Int) { free = DispatchSemaphore(value: count) }

  /// Waits for a seat.
  ///
  /// - Parameter waiting: called every now and then meanwhile: waiting is no hang.
  func take(whileWaiting waiting: () -> Void) -> Seat {
    while free.wait(timeout: .now() + .milliseconds(500)) == .timedOut { waiting() }
    return idle.withLock { $0.popLast() } ?? Seat()
  }

  func giveBack(_ seat: Seat) {
    idle.withLock { $0.append(seat) }
    free.signal()
  }
}
