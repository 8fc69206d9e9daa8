package import Documents
import Synchronization
package import Syscalls

/// Runs a program for each held or quarantined document, one at a time, on a thread of its own: a slow program keeps no
/// document waiting. An outcome is told once or, when the daemon is killed at that moment, not at all; what counts is the
/// audit.
package final class OutcomeHooks: Sendable {
  private struct State {
    var waiting: [OutcomeNotice] = []
    /// After which nothing more is begun; nil while the service runs.
    var end: ContinuousClock.Instant?
    var hasEnded = false
  }

  /// Outcomes that wait to be told; further ones are dropped, counted and said.
  private static let mostWaiting = 1000

  private let programs: [Outcome: Path]
  private let limit: Duration
  private let state = Mutex(State())
  private let wake: Wake

  /// - Parameters:
  ///   - programs: absolute paths; outcomes without one are not told.
  ///   - limit: how long a program may take.
  /// - Returns: nil when there is no program.
  package init?(_ programs: [Outcome: Path], limit: Duration) throws(SystemError) {
    guard !programs.isEmpty else { return nil }
    self.programs = programs
    self.limit = limit
    wake = try Wake()
  }

  /// Begins to tell.
  func start(_ journal: Journal, _ figures: Figures) throws(SystemError) {
    try SystemThread.start { [self] in
      while let notice = next() {
        do throws(HookFault) {
          try run(notice)
          figures.ran(hook: .done)
        } catch {
          figures.ran(hook: error.result)
          journal.say(.hookFailed(notice.id, error))
        }
      }
      state.withLock { $0.hasEnded = true }
    }
  }

  /// - Returns: false when too many are waiting already.
  func tell(_ notice: OutcomeNotice) -> Bool {
    guard programs[notice.ending] != nil else { return true }
    let isTaken = state.withLock { state in
      guard state.waiting.count < OutcomeHooks.mostWaiting else { return false }
      state.waiting.append(notice)
      return true
    }
    wake.up()
    return isTaken
  }

  /// Tells what is waiting, and begins nothing more once the time of one program has gone by; so it takes at most that of
  /// two.
  func finish() {
    state.withLock { $0.end = ContinuousClock.now + limit }
    wake.up()
    while !state.withLock(\.hasEnded) { Waiting.pause(.milliseconds(20)) }
  }

  /// The next one to tell, waited for; nil when there will be none.
  private func next() -> OutcomeNotice? {
    while true {
      wake.reset()
      let (notice, end) = state.withLock { state in
        (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.end)
      }
      if let end, ContinuousClock.now >= end { return nil }
      if let notice { return notice }
      if end != nil { return nil }
      // A wait that fails is only shorter: the next round looks again.
      try? Waiting.forInput(wake.descriptor, wake.descriptor, atMost: .seconds(60))
    }
  }

  private func run(_ notice: OutcomeNotice) throws(HookFault) {
    guard let program = programs[notice.ending], let json = try? notice.json() else { return }
    let end: ChildProgram.End
    do throws(SystemError) {
      end = try ChildProgram.run(program, input: json, limit: limit)
    } catch {
      throw .notStarted(error)
    }
    switch end {
    case .exit(0): return
    case .exit(let code): throw .exit(code: code)
    case .signal(let number): throw .signal(number)
    case .timeout: throw .timeout(seconds: Int(limit.components.seconds))
    }
  }
}
