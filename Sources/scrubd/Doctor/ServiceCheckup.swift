import Daemon
import Settings
import Syscalls

/// Checks of what holds for a service on this machine.
enum ServiceCheckup {
  /// Whether a running daemon can forswear new machine code.
  static func seal(_ settings: Settings) -> Checkup.Result {
    let told = (try? StatusRecord.read(root: settings.root)) ?? nil
    let running = told.map { "; the daemon that ran last says \($0.seal)" } ?? ""
    guard MemorySeal.isSupported else {
      return .doubtful(
        "machine code is protected from changes, and the kernel cannot refuse new code (Linux 6.6 can)\(running)"
      )
    }
    return .good("the daemon refuses new machine code once patterns are compiled\(running)")
  }
}
