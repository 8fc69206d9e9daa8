internal import CSyscalls
internal import Glibc

/// Whether a file is open for writing anywhere on this machine.
package enum Writers: Sendable, Hashable {
  case nobody, somebody
  /// The kernel does not tell: the process neither owns the file nor has CAP_LEASE, or the file system has no leases.
  case unknown
}

extension Descriptor {
  /// Takes the whole file for this process, without waiting. The lock lasts as long as the descriptor.
  ///
  /// - Returns: false when somebody else has it.
  package func lockExclusively() throws(SystemError) -> Bool {
    do {
      try checked("flock") { flock(number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      guard error.errno == EWOULDBLOCK else { throw error }
      return false
    }
  }

  /// Gives the file back.
  package func unlock() throws(SystemError) {
    try checked("flock") { flock(number, LOCK_UN) }
  }

  /// Asks the kernel whether anybody has this regular file, opened here for reading only, open for writing.
  package var writers: Writers {
    switch scrubd_probe_writer(number) {
    case 0: .nobody
    case 1: .somebody
    default: .unknown
    }
  }
}
