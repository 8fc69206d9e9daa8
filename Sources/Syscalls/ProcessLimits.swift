internal import CSyscalls
internal import Glibc

/// What this process may leave behind or make.
package enum ProcessLimits {
  /// Forbids core dumps, reports of a crash with what lay in memory, and other processes of the same user to read this
  /// one's memory. A crash ends the process and says nothing.
  package static func forbidCoreDumps() throws(SystemError) {
    try checked("prctl") { scrubd_forbid_core_dumps() }
  }

  /// Limits the memory this process may take for its data from here on; one that needs more ends at once.
  package static func limitMemory(bytes: Int) throws(SystemError) {
    try checked("setrlimit") { scrubd_limit_memory(UInt64(max(0, bytes))) }
  }

  /// Sets the permission bits that new files never get.
  ///
  /// - Returns: those set before.
  @discardableResult
  package static func setUmask(_ bits: UInt32) -> UInt32 { umask(bits) }

  /// How many descriptors this process may have open at a time.
  package static var openFiles: Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return 1024
    }
    return Int(clamping: limit.rlim_cur)
  }

  /// The number of this process.
  package static var processID: Int32 { getpid() }
}
