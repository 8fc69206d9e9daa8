internal import Syscalls

/// How an entry of the inbox looked at one moment, itself and not what it may link to.
struct Sighting: Hashable {
  let isRegular: Bool
  /// In bytes.
  let size: Int
  let modified: FileTime
  /// When the kernel last saw content or status change.
  let changed: FileTime
  let inode: UInt64

  init(isRegular: Bool, size: Int, modified: FileTime, changed: FileTime, inode: UInt64) {
    self.isRegular = isRegular
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  init(_ status: FileStatus) {
    self.init(
      isRegular: status.kind == .regular, size: status.size, modified: status.modified,
      changed: status.changed, inode: status.inode)
  }

  /// Whether it is the same file with, as far as can be told, the same content.
  func isSameContent(as other: Sighting) -> Bool {
    isRegular == other.isRegular && size == other.size && modified == other.modified
      && inode == other.inode
  }
}

/// A sighting, and who could still change the file.
struct Look {
  let sighting: Sighting
  let writers: Writers

  /// Looks at an entry; nil when it is gone.
  ///
  /// Only a regular file is opened, and neither followed nor waited for.
  init?(at name: [UInt8], in inbox: borrowing Folder) throws(SystemError) {
    guard let status = try inbox.status(of: Path(bytes: name)) else { return nil }
    sighting = Sighting(status)
    writers = status.kind == .regular ? Look.writers(of: name, in: inbox) : .nobody
  }

  init(sighting: Sighting, writers: Writers) {
    self.sighting = sighting
    self.writers = writers
  }

  private static func writers(of name: [UInt8], in inbox: borrowing Folder) -> Writers {
    do {
      return try inbox.open(Path(bytes: name), [.read, .noFollow, .nonBlocking]).writers
    } catch {
      // A file server holds a write lease for a client that has the file open.
      return error.isWouldBlock ? .somebody : .unknown
    }
  }
}
