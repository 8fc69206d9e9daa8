import Detection

/// What one worker works with: detection's memory, and the watch that limits its time on a document.
package struct Desk: ~Copyable {
  var scratch: DetectionScratch
  private let deadline: Deadline

  /// - Parameters:
  ///   - timeLimit: for the scrubbing of one document.
  ///   - isStopped: whether scrubbing must end at once, without a verdict on the document.
  package init(
    timeLimit: Duration, isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    let deadline = Deadline(limit: timeLimit, isStopped: isStopped)
    scratch = DetectionScratch()
    scratch.isTimeUp = { deadline.isOver }
    self.deadline = deadline
  }

  /// Starts the watch for the next document.
  mutating func begin() { deadline.begin() }

  /// Whether scrubbing was interrupted by a stop, and not because its time was up.
  var wasStopped: Bool { deadline.reached == .stop }
}
