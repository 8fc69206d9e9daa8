import Syscalls

/// Tells a person at a terminal how far a long command is; silent when standard error is no terminal, and in the first
/// second.
final class Progress {
  private let total: Int
  private let isShown: Bool
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private var done = 0
  private var hasShown = false

  init(total: Int) {
    self.total = total
    isShown = StandardStream.error.isTerminal
    last = clock.now
  }

  /// One more file is being worked on.
  func step() {
    done += 1
    guard isShown, last.duration(to: clock.now) > .seconds(1) else { return }
    last = clock.now
    hasShown = true
    StandardStream.error.write(Array("\r\(done) of \(total) files".utf8))
  }

  /// Takes the line away.
  func end() {
    if hasShown { StandardStream.error.write(Array("\r\u{1b}[K".utf8)) }
  }
}
