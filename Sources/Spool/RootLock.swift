internal import Syscalls

/// Keeps a second process off a root: a lock on `.lock`, which the kernel takes back when this process ends, however
/// it ends.
struct RootLock: ~Copyable, Sendable {
  private let file: Descriptor

  /// - Throws: `alreadyRunning` with the id of the process that has it, as written in the file.
  init(in root: borrowing Folder) throws(SpoolError) {
    file = try RootLock.locked(in: root)
  }

  /// A program that is being started has, between fork and exec, a copy of the descriptor, and with it the lock.
  deinit { try? file.unlock() }

  /// Whether another process has the lock; one that cannot be asked for counts as taken.
  static func isTaken(in root: borrowing Folder) -> Bool {
    do {
      let file = try root.open(".lock", [.readWrite, .noFollow])
      guard try file.lockExclusively() else { return true }
      try file.unlock()
      return false
    } catch {
      return !error.isMissing
    }
  }

  private static func locked(in root: borrowing Folder) throws(SpoolError) -> Descriptor {
    let holder: Int32?
    do {
      let file = try root.open(".lock", [.readWrite, .create, .noFollow])
      if try file.lockExclusively() {
        try file.truncate(to: 0)
        try file.write(Array("\(ProcessLimits.processID)\n".utf8))
        return file
      }
      holder = RootLock.holder(in: file)
    } catch {
      throw .folder(nil, error)
    }
    throw .alreadyRunning(pid: holder)
  }

  private static func holder(in file: borrowing Descriptor) -> Int32? {
    let longest = 16
    guard let bytes = try? file.read(longest, at: 0) else { return nil }
    return Int32(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
