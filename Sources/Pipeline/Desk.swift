import Detection

/// What one worker works with: a seat while he scrubs, and the watch that limits his time on a document.
package struct Desk: ~Copyable {
  private let seats: Seats
  private var seat: Seats.Seat?
  private let deadline: Deadline
  private let isStopped: @Sendable () -> Bool

  /// - Parameters:
  ///   - timeLimit: for the scrubbing of one document.
  ///   - seats: shared with other workers.
  ///   - isStopped: whether scrubbing must end at once, without a verdict on the document.
  package init(
    timeLimit: Duration, at seats: Seats = Seats(1),
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.seats = seats
    self.isStopped = isStopped
    deadline = Deadline(limit: timeLimit, isStopped: isStopped)
  }

  deinit { if let seat { seats.giveBack(seat) } }

  /// Waits for a seat, and starts the watch for the document.
  ///
  /// - Returns: detection's memory, until `rise`.
  @discardableResult
  mutating func sit() -> Seats.Seat {
    if let seat { return seat }
    let taken = seats.take { [isStopped] in _ = isStopped() }
    deadline.begin()
    taken.scratch.isTimeUp = { [deadline] in deadline.isOver }
    seat = taken
    return taken
  }

  /// Leaves the seat to the next one.
  mutating func rise() {
    guard let seat else { return }
    self.seat = nil
    seats.giveBack(seat)
  }

  /// Whether scrubbing was interrupted by a stop, and not because its time was up.
  var wasStopped: Bool { deadline.reached == .stop }
}
