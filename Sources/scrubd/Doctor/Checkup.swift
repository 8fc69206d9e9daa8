import Settings

/// One thing `doctor` looks at.
struct Checkup: Sendable {
  let name: String
  let run: @Sendable (Settings) -> Result

  struct Result: Sendable {
    var state: State
    /// What was found, and what to do about it.
    var finding: String

    static func good(_ finding: String) -> Result { Result(state: .good, finding: finding) }
    static func doubtful(_ finding: String) -> Result { Result(state: .doubtful, finding: finding) }
    static func failed(_ finding: String) -> Result { Result(state: .failed, finding: finding) }
  }

  enum State: Sendable {
    case good, doubtful, failed

    var mark: String {
      switch self {
      case .good: "ok   "
      case .doubtful: "note "
      case .failed: "FAIL "
      }
    }
  }

  static let all: [Checkup] = [
    Checkup(name: "patterns", run: PolicyCheckup.patterns),
    Checkup(name: "profiles", run: PolicyCheckup.profile),
    Checkup(name: "word lists", run: PolicyCheckup.lexicon),
    Checkup(name: "tagger", run: PolicyCheckup.tagger),
    Checkup(name: "PCRE2 JIT", run: PolicyCheckup.jit),
    Checkup(name: "memory seal", run: ServiceCheckup.seal),
    Checkup(name: "folders", run: MachineCheckup.folders),
    Checkup(name: "free space", run: MachineCheckup.freeSpace),
    Checkup(name: "audit key", run: MachineCheckup.auditKey),
    Checkup(name: "inotify", run: MachineCheckup.inotify),
    Checkup(name: "clock", run: MachineCheckup.clock),
  ]
}
