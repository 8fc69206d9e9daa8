package import Syscalls

/// Why a program that was to be told of an outcome did not take it.
package enum HookFault: Error, Sendable, Hashable, CustomStringConvertible {
  case notStarted(SystemError)
  case exit(code: Int32)
  case signal(Int32)
  case timeout(seconds: Int)
  /// More outcomes were waiting to be told than are kept.
  case flood

  /// How a run is counted.
  package enum Result: String, Sendable, Hashable, CaseIterable {
    case done, failed, timeout, dropped
  }

  var result: Result {
    switch self {
    case .notStarted, .exit, .signal: .failed
    case .timeout: .timeout
    case .flood: .dropped
    }
  }

  /// A word for fields.
  var code: String {
    switch self {
    case .notStarted: "not-started"
    case .exit: "exit"
    case .signal: "signal"
    case .timeout: "timeout"
    case .flood: "flood"
    }
  }

  package var description: String {
    switch self {
    case .notStarted(let error): "it cannot be started, \(error)"
    case .exit(let code): "it ended with exit code \(code)"
    case .signal(let number): "signal \(number) ended it"
    case .timeout(let seconds): "it took longer than \(seconds) seconds and was killed"
    case .flood: "too many outcomes were waiting to be told"
    }
  }
}
