internal import CSyscalls
internal import Glibc

/// A system call that failed. It says which call and why, and never on which file: names of files may be PHI.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The number the kernel gave.
  package let errno: Int32
  /// The call, such as `openat`.
  package let call: String

  package init(errno: Int32, call: String) {
    self.errno = errno
    self.call = call
  }

  /// The error of the call that has just failed on this thread.
  init(call: String) {
    self.init(errno: Glibc.errno, call: call)
  }

  /// Such as `openat: Permission denied (errno 13)`.
  package var description: String {
    let meaning = unsafe scrubd_error_text(errno).map { text in unsafe String(cString: text) }
    return "\(call): \(meaning ?? "unknown error") (errno \(errno))"
  }
}

/// Repeats a call while a signal interrupts it.
///
/// - Parameter call: returns -1 on failure.
@discardableResult
func checked<Number: SignedInteger>(
  _ name: String, _ call: () -> Number
) throws(SystemError) -> Number {
  while true {
    let result = call()
    if result != -1 { return result }
    guard errno == EINTR else { throw SystemError(call: name) }
  }
}
