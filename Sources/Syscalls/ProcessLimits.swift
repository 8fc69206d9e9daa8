internal import CSyscalls
internal import Glibc

/// What this process may leave behind or make.
package enum ProcessLimits {
  /// Forbids core dumps, and other processes of the same user to read this one's memory.
  package static func forbidCoreDumps() throws(SystemError) {
    try checked("prctl") { scrubd_forbid_core_dumps() }
  }

  /// Sets the permission bits that new files never get.
  ///
  /// - Returns: those set before.
  @discardableResult
  package static func setUmask(_ bits: UInt32) -> UInt32 { umask(bits) }

  /// The number of this process.
  package static var processID: Int32 { getpid() }
}
