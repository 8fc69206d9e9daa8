internal import CSyscalls
internal import Glibc

/// An open folder. What is done through it is done in this very folder, whatever its path comes to mean meanwhile.
package struct Folder: ~Copyable, Sendable {
  package let descriptor: Descriptor

  /// Opens a folder by its path.
  ///
  /// - Parameter followingLink: whether the last component may be a symbolic link; else that is an error.
  package init(opening path: Path, followingLink: Bool = false) throws(SystemError) {
    let flags: OpenFlags = followingLink ? [.read, .folder] : [.read, .folder, .noFollow]
    descriptor = try Descriptor(opening: path, flags)
  }

  private init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  /// Opens a folder in this one; a symbolic link is an error.
  package func folder(_ name: Path) throws(SystemError) -> Folder {
    Folder(try open(name, [.read, .folder, .noFollow]))
  }

  /// Opens a file in this folder.
  ///
  /// - Parameter mode: the permission bits of a file that is created, before the umask.
  package func open(
    _ name: Path, _ flags: OpenFlags, mode: UInt32 = 0o600
  ) throws(SystemError) -> Descriptor {
    Descriptor(
      adopting: try unsafe name.call("openat") { name in
        unsafe scrubdOpen(descriptor.number, name, flags, mode)
      })
  }

  /// The status of an entry itself: links are not followed.
  ///
  /// - Returns: nil when there is no such entry.
  package func status(of name: Path) throws(SystemError) -> FileStatus? {
    var status = stat()
    do {
      try unsafe name.call("fstatat") { name in
        unsafe fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW)
      }
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
    return FileStatus(status)
  }

  /// Makes a folder by its path; the one it lies in must exist.
  package static func make(_ path: Path, mode: UInt32) throws(SystemError) {
    try unsafe path.call("mkdir") { path in unsafe mkdir(path, mode) }
  }

  /// Makes a folder in this one.
  package func makeFolder(_ name: Path, mode: UInt32) throws(SystemError) {
    try unsafe name.call("mkdirat") { name in unsafe mkdirat(descriptor.number, name, mode) }
  }

  /// Moves an entry, in one step, and never over another.
  package func move(
    _ name: Path, to folder: borrowing Folder, as newName: Path
  ) throws(SystemError) {
    let target = folder.descriptor.number
    try unsafe name.call("renameat2", with: newName) { old, new in
      unsafe scrubd_rename_noreplace(descriptor.number, old, target, new)
    }
  }

  /// Gives a file of this folder another name here, in one step, replacing what had it.
  package func replace(_ newName: Path, with name: Path) throws(SystemError) {
    try unsafe name.call("renameat", with: newName) { old, new in
      unsafe renameat(descriptor.number, old, descriptor.number, new)
    }
  }

  /// Removes an entry that is no folder.
  package func remove(_ name: Path) throws(SystemError) {
    try unsafe name.call("unlinkat") { name in unsafe unlinkat(descriptor.number, name, 0) }
  }

  /// Removes an empty folder.
  package func removeFolder(_ name: Path) throws(SystemError) {
    try unsafe name.call("unlinkat") { name in
      unsafe unlinkat(descriptor.number, name, AT_REMOVEDIR)
    }
  }

  /// Makes the entries durable: what was made, moved or removed here stays so after a power cut.
  package func sync() throws(SystemError) { try descriptor.sync() }
}
