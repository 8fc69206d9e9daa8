import Synchronization

/// Taking changed settings and patterns: the service ends, as after a stop, and the process becomes a new one in its place.
/// Nothing is taken that was not found right before.
package final class Reloading: Sendable {
  /// A value for each time somebody asks.
  let requests: AsyncStream<Void>
  private let check: @Sendable () -> ReloadFault?
  private let state = Mutex(State.open)

  private enum State {
    case open, accepted
    /// A stop was asked for, which no reload undoes.
    case withdrawn
  }

  /// - Parameters:
  ///   - requests: for one reader.
  ///   - check: loads all that a new process would load and says what is wrong with it; nil when nothing is.
  package init(requests: AsyncStream<Void>, check: @escaping @Sendable () -> ReloadFault?) {
    self.requests = requests
    self.check = check
  }

  /// Whether the service ended so that the process may become a new one.
  package var isAccepted: Bool { state.withLock { $0 == .accepted } }

  /// - Returns: why it must not be; nil when it may, which is then remembered, unless a stop was asked for meanwhile.
  func judge() -> ReloadFault? {
    let fault = check()
    if fault == nil { state.withLock { if $0 == .open { $0 = .accepted } } }
    return fault
  }

  /// A stop was asked for, and stands.
  func withdraw() { state.withLock { $0 = .withdrawn } }
}
