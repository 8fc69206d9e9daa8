internal import CSyscalls
internal import Glibc

/// Replacing this process by another program, under the same process number.
package enum Replacement {
  /// Does not return when it works. Descriptors are closed, as all are opened with close-on-exec.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: the first is the name the program goes by.
  /// - Returns: why it failed; caught signals have been set back to their defaults by then, so that the caller should end.
  package static func become(_ program: Path, arguments: [String]) -> SystemError {
    let copies = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    do throws(SystemError) {
      try unsafe program.call("execve") { path in
        unsafe copies.withUnsafeBufferPointer { arguments in
          guard let first = arguments.baseAddress else { return Int32(-1) }
          return unsafe scrubd_replace_process(path, first)
        }
      }
      return SystemError(errno: EAGAIN, call: "execve")
    } catch {
      return error
    }
  }
}
