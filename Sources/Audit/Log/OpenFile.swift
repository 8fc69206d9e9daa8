import Syscalls

/// A file of the log that stays open, to be shared by threads. Closed when the last reference goes.
final class OpenFile: Sendable {
  private let name: String
  private let descriptor: Descriptor

  /// - Parameter name: for errors.
  init(_ descriptor: consuming Descriptor, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// In bytes.
  func size() throws(AuditError) -> Int { try status().size }

  func status() throws(AuditError) -> FileStatus {
    try AuditError.naming(name) { () throws(SystemError) in try descriptor.status() }
  }

  /// Writes all bytes, or throws with an unknown part of them written.
  func append(_ bytes: [UInt8]) throws(AuditError) {
    try AuditError.naming(name) { () throws(SystemError) in try descriptor.write(bytes) }
  }

  /// At most `count` bytes from `offset` on; fewer only at the end.
  func read(at offset: Int, count: Int) throws(AuditError) -> [UInt8] {
    try AuditError.naming(name) { () throws(SystemError) in
      try descriptor.read(count, at: offset)
    }
  }

  /// Returns when the contents are on disk, in a file that has a name: what is written to a removed one is gone at the
  /// latest when it is closed.
  func sync() throws(AuditError) {
    try AuditError.naming(name) { () throws(SystemError) in
      try descriptor.syncContent()
      guard try descriptor.status().links > 0 else { throw SystemError.missing(in: "fdatasync") }
    }
  }

  /// Sets the permission bits, whatever the umask says.
  func setMode(_ mode: UInt32) throws(AuditError) {
    try AuditError.naming(name) { () throws(SystemError) in try descriptor.setMode(mode) }
  }

  func truncate(to size: Int) throws(AuditError) {
    try AuditError.naming(name) { () throws(SystemError) in try descriptor.truncate(to: size) }
  }

  func unlock() throws(AuditError) {
    try AuditError.naming(name) { () throws(SystemError) in try descriptor.unlock() }
  }

  /// Takes the lock for as long as this file is open; false when someone else holds it.
  func lock() throws(AuditError) -> Bool {
    try AuditError.naming(name) { () throws(SystemError) in try descriptor.lockExclusively() }
  }
}

extension AuditError {
  /// Adds to a failed system call which file of the log it was about.
  static func naming<Result: ~Copyable>(
    _ file: String, _ body: () throws(SystemError) -> Result
  ) throws(AuditError) -> Result {
    do { return try body() } catch { throw .system(error, file: file) }
  }
}
