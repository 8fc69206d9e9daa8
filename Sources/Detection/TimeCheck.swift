/// Asks now and then whether the document's time is up, so that no step of detection runs on unasked.
///
/// The matcher asks on its own account; this is for the steps that read tokens.
struct TimeCheck: Sendable {
  /// Steps between two questions: a few thousand tokens are far below a millisecond.
  private static let interval = 4096

  let isTimeUp: @Sendable () -> Bool

  /// Throws `interrupted` when the time is up.
  func ask() throws(DetectionError) {
    if isTimeUp() { throw .interrupted }
  }

  /// As `ask`, at one step in a few thousand.
  func ask(at step: Int) throws(DetectionError) {
    if step.isMultiple(of: TimeCheck.interval) { try ask() }
  }
}
