internal import CSyscalls
internal import Glibc

/// A program that is started to be told something, and may not take long.
package enum ChildProgram {
  /// How it ended.
  package enum End: Sendable, Hashable {
    case exit(code: Int32)
    case signal(Int32)
    /// It was ended because its time was up.
    case timeout
  }

  /// Runs a program to its end and waits for it. It gets no arguments, no environment but a PATH, none of this process's
  /// descriptors and none of the calling thread's ambient capabilities; what it writes goes nowhere. When its time is up
  /// it is killed, and with it whatever it has started and not moved to another session.
  ///
  /// - Parameters:
  ///   - program: an absolute path.
  ///   - input: what it can read on standard input; at most what a file in memory can hold.
  ///   - limit: how long it may take.
  package static func run(
    _ program: Path, input: [UInt8], limit: Duration
  ) throws(SystemError) -> End {
    try checked("prctl") { scrubd_drop_ambient_capabilities() }
    let file = try memoryFile(holding: input)
    var process: Int32 = 0
    let error = try unsafe program.call("posix_spawn") { path in
      unsafe scrubd_start_program(path, file.number, &process)
    }
    guard error == 0 else { throw SystemError(errno: error, call: "posix_spawn") }
    return try wait(for: process, limit)
  }

  /// A file in memory, so that a program that does not read holds nobody up.
  private static func memoryFile(holding bytes: [UInt8]) throws(SystemError) -> Descriptor {
    let file = Descriptor(
      adopting: try checked("memfd_create") { scrubd_memory_file() })
    try file.write(bytes)
    try checked("lseek") { lseek(file.number, 0, SEEK_SET) }
    return file
  }

  private static func wait(for process: Int32, _ limit: Duration) throws(SystemError) -> End {
    let end = ContinuousClock.now + limit
    var status: Int32 = 0
    var isLate = false
    while try checked("waitpid", { unsafe scrubd_program_ended(process, &status) }) == 0 {
      if !isLate, ContinuousClock.now >= end {
        scrubd_end_program(process)
        isLate = true
      }
      Waiting.pause(.milliseconds(20))
    }
    // What it left running in its session.
    scrubd_end_program(process)
    if isLate { return .timeout }
    let signal = status & 0x7f
    return signal == 0 ? .exit(code: status >> 8 & 0xff) : .signal(signal)
  }
}
