package import FoundationEssentials
import Synchronization

/// Remembers the problems that were said in the journal, for the status and the figures.
package final class ProblemBoard: Sendable {
  /// A problem as it was said.
  package struct Problem: Sendable, Hashable, Codable {
    package var kind: String
    package var message: String
    package var time: Date
  }

  private struct State {
    var last: Problem?
    var counts: [EventKind: Int] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  func pin(_ event: DaemonEvent) {
    let problem = Problem(kind: event.kind.rawValue, message: event.message, time: .now)
    state.withLock { state in
      state.last = problem
      state.counts[event.kind, default: 0] += 1
    }
  }

  /// The last problem; nil when there was none in this run.
  package var last: Problem? { state.withLock(\.last) }

  /// How often each kind was said in this run.
  var counts: [EventKind: Int] { state.withLock(\.counts) }
}
