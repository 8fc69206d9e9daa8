internal import Glibc

/// The two streams every process is born with. They are never closed.
package enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Writes all bytes; false when the reader has gone or the disk is full.
  @discardableResult
  package func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes {
        unsafe Glibc.write(rawValue, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Whether a person is looking: a terminal and no pipe or file.
  package var isTerminal: Bool { isatty(rawValue) == 1 }
}
