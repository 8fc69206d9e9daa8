internal import Glibc

/// An open file, socket or folder that closes itself.
package struct Descriptor: ~Copyable, Sendable {
  /// The number the kernel knows it by; valid as long as this value lives.
  package let number: Int32

  /// Takes over an open descriptor; nobody else may close it.
  package init(adopting number: Int32) { self.number = number }

  deinit { _ = close(number) }

  /// Opens a path. Descriptors are never inherited by other programs.
  ///
  /// - Parameter mode: the permission bits of a file that is created, before the umask.
  package init(
    opening path: Path, _ flags: OpenFlags, mode: UInt32 = 0o600
  ) throws(SystemError) {
    number = try unsafe path.call("open") { path in
      unsafe scrubdOpen(AT_FDCWD, path, flags, mode)
    }
  }

  /// Makes the file's content and status durable.
  package func sync() throws(SystemError) {
    try checked("fsync") { fsync(number) }
  }

  /// Makes the file's content durable, and of its status only what is needed to read it.
  package func syncContent() throws(SystemError) {
    try checked("fdatasync") { fdatasync(number) }
  }

  /// Cuts the file, or makes it longer with zeros.
  ///
  /// - Parameter length: in bytes.
  package func truncate(to length: Int) throws(SystemError) {
    try checked("ftruncate") { ftruncate(number, length) }
  }
}

/// How a file is opened. Close-on-exec is always set, and a terminal never becomes the controlling one.
package struct OpenFlags: OptionSet, Sendable {
  package let rawValue: Int32
  package init(rawValue: Int32) { self.rawValue = rawValue }

  package static let read = OpenFlags(rawValue: O_RDONLY)
  package static let write = OpenFlags(rawValue: O_WRONLY)
  package static let readWrite = OpenFlags(rawValue: O_RDWR)
  /// Makes the file if there is none.
  package static let create = OpenFlags(rawValue: O_CREAT)
  /// With `create`: an error if there is one, a link included.
  package static let exclusive = OpenFlags(rawValue: O_EXCL)
  package static let append = OpenFlags(rawValue: O_APPEND)
  /// An error if the last component is a symbolic link.
  package static let noFollow = OpenFlags(rawValue: O_NOFOLLOW)
  /// Never waits: not for the writer of a pipe, not for a lease.
  package static let nonBlocking = OpenFlags(rawValue: O_NONBLOCK)
  /// An error unless it is a folder.
  package static let folder = OpenFlags(rawValue: O_DIRECTORY)
}

func scrubdOpen(
  _ folder: Int32, _ path: UnsafePointer<CChar>, _ flags: OpenFlags, _ mode: UInt32
) -> Int32 {
  unsafe openat(folder, path, flags.rawValue | O_CLOEXEC | O_NOCTTY, mode)
}
