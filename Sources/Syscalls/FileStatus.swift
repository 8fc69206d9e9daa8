internal import CSyscalls
internal import Glibc

/// What the kernel tells of a file without reading it.
package struct FileStatus: Sendable, Hashable {
  package let kind: Kind
  /// In bytes.
  package let size: Int
  /// The number of names (hard links) the file has.
  package let links: Int
  /// When the content last changed.
  package let modified: FileTime
  /// When content or status last changed; no program can set it.
  package let changed: FileTime
  package let inode: UInt64
  package let device: UInt64
  /// The permission bits.
  package let mode: UInt32
  package let owner: UInt32
  package let group: UInt32

  package enum Kind: Sendable, Hashable {
    case regular, folder, symbolicLink, pipe, socket, device
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int(status.st_size)
    links = Int(status.st_nlink)
    modified = FileTime(status.st_mtim)
    changed = FileTime(status.st_ctim)
    inode = UInt64(status.st_ino)
    device = UInt64(status.st_dev)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
  }
}

/// A point in time as file systems keep it, on the wall clock.
package struct FileTime: Sendable, Hashable, Comparable {
  /// Since 1970-01-01 UTC.
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  init(_ time: timespec) {
    // Years beyond 2262 do not fit; a file may claim any.
    let (whole, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    let edge: Int64 = time.tv_sec < 0 ? .min : .max
    nanoseconds = overflow ? edge : whole.addingReportingOverflow(Int64(time.tv_nsec)).partialValue
  }

  /// The present on the wall clock.
  package static var now: FileTime {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return FileTime(time)
  }

  package static func < (one: FileTime, other: FileTime) -> Bool {
    one.nanoseconds < other.nanoseconds
  }
}

extension Descriptor {
  /// The status of the open file.
  package func status() throws(SystemError) -> FileStatus {
    var status = stat()
    try checked("fstat") { unsafe fstat(number, &status) }
    return FileStatus(status)
  }

  /// The mount the file lies on; nil on kernels that do not say. Renames do not cross mounts, even of one device.
  package var mount: UInt64? {
    let id = scrubd_mount_id(number)
    return id == 0 ? nil : id
  }

  /// Sets the permission bits.
  package func setMode(_ mode: UInt32) throws(SystemError) {
    try checked("fchmod") { fchmod(number, mode) }
  }

  /// Sets the group; allowed to the owner for groups the process is in.
  package func setGroup(_ group: UInt32) throws(SystemError) {
    let unchanged = uid_t.max
    try checked("fchown") { fchown(number, unchanged, group) }
  }
}
