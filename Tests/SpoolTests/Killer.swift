@testable import Spool
import Synchronization
import Syscalls

/// Ends a call of a spool after the nth step taken, as a kill would.
final class Killer: Sendable {
  private let left: Mutex<Int>
  private let lastStep = Mutex<DirectorySpool.Step?>(nil)

  init(afterSteps steps: Int) { left = Mutex(steps) }

  /// The step after which it struck; nil if it never did.
  var struckAfter: DirectorySpool.Step? { lastStep.withLock { $0 } }

  func step(_ step: DirectorySpool.Step) throws(SystemError) {
    let strikes = left.withLock { left in
      left -= 1
      return left == 0
    }
    guard strikes else { return }
    lastStep.withLock { $0 = step }
    throw SystemError(errno: 5, call: "killed")
  }
}
