import Detection

/// What one worker works with: detection's memory, and the watch that limits its time on a document.
package struct Desk: ~Copyable {
  var scratch: DetectionScratch
  private let deadline: Deadline

  /// - Parameter timeLimit: for the scrubbing of one document.
  package init(timeLimit: Duration) {
    let deadline = Deadline(limit: timeLimit)
    scratch = DetectionScratch()
    scratch.isTimeUp = { deadline.isOver }
    self.deadline = deadline
  }

  /// Starts the watch for the next document.
  mutating func begin() { deadline.begin() }
}
