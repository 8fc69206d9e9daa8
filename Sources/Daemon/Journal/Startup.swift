package import Syscalls

extension DaemonEvent {
  /// What the daemon runs with.
  package struct Startup: Sendable {
    package var version: String
    package var profile: String
    package var profileVersion: Int
    package var patterns: Int
    package var isJITOn: Bool
    package var workers: Int
    /// What holds of the rule that no memory is writable and executable.
    package var seal: MemorySeal.State

    package init(
      version: String, profile: String, profileVersion: Int, patterns: Int, isJITOn: Bool,
      workers: Int, seal: MemorySeal.State = .open
    ) {
      self.version = version
      self.profile = profile
      self.profileVersion = profileVersion
      self.patterns = patterns
      self.isJITOn = isJITOn
      self.workers = workers
      self.seal = seal
    }
  }
}

extension MemorySeal.State {
  /// What holds, for journal and people.
  package var words: String {
    switch self {
    case .open: "memory open to new machine code"
    case .sealed: "memory sealed against new machine code"
    case .protected:
      "machine code protected, and this kernel cannot refuse new code (Linux 6.6 can)"
    case .failed(let error): "memory NOT sealed: \(error)"
    }
  }

  /// A word for fields and figures.
  package var code: String {
    switch self {
    case .open: "open"
    case .sealed: "sealed"
    case .protected: "protected"
    case .failed: "failed"
    }
  }
}
