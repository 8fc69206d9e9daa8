import Syscalls

/// The folder `audit/`: which files it holds and how they are replaced.
final class AuditFolder: Sendable {
  private let folder: Folder

  private static let ownName = "the audit folder"
  /// The file that a writer locks.
  private static let lockName = ".lock"
  /// The records hold no PHI: a group of auditors may read them. Set after a file is made, as the umask takes it away.
  private static let fileMode: UInt32 = 0o640
  /// Of a folder that is made; one that is there keeps what its administrator has set.
  private static let folderMode: UInt32 = 0o750

  /// Opens the folder; a symbolic link is an error.
  init(_ path: String) throws(AuditError) {
    folder = try AuditError.naming(AuditFolder.ownName) { () throws(SystemError) in
      try Folder(opening: Path(path))
    }
  }

  /// Makes the folder when it is not there; its parent has to be.
  static func make(_ path: String) throws(AuditError) {
    do {
      try Folder.make(Path(path), mode: folderMode)
      try Folder(opening: Path(path)).descriptor.setMode(folderMode)
    } catch {
      guard error.isTaken else { throw .system(error, file: ownName) }
    }
  }

  /// The file by which writers take turns.
  func writerLock() throws(AuditError) -> WriterLock {
    let file = try open(AuditFolder.lockName, [.readWrite, .create, .append])
    // Its owner alone may, and has done it when somebody else comes.
    try? file.setMode(AuditFolder.fileMode)
    return WriterLock(file)
  }

  /// The same file, for somebody who only reads; nil when there is none, or none that this reader may open.
  func readersLock() throws(AuditError) -> WriterLock? {
    do throws(AuditError) { return WriterLock(try open(AuditFolder.lockName, .read)) } catch {
      if case .system(let cause, _) = error, cause.isMissing || cause.isForbidden { return nil }
      throw error
    }
  }

  /// Opens a segment for reading.
  func open(_ segment: SegmentName) throws(AuditError) -> OpenFile {
    try open(segment.name, .read)
  }

  /// Opens a segment for reading, and for writing at its end.
  func resume(_ segment: SegmentName) throws(AuditError) -> OpenFile {
    try open(segment.name, [.readWrite, .append])
  }

  private func open(_ name: String, _ flags: OpenFlags) throws(AuditError) -> OpenFile {
    let descriptor = try AuditError.naming(name) { () throws(SystemError) -> Descriptor in
      let file = try folder.open(Path(name), flags.union(.noFollow), mode: AuditFolder.fileMode)
      if flags.contains(.create) { try Ownership.match(file, to: folder) }
      return file
    }
    return OpenFile(descriptor, name: name)
  }

  /// Begins a file that must not be there, and returns when its name is on disk.
  func begin(_ segment: SegmentName) throws(AuditError) -> OpenFile {
    let file = try open(segment.name, [.readWrite, .create, .exclusive, .append])
    try file.setMode(AuditFolder.fileMode)
    try sync()
    return file
  }

  /// The bytes of a small file; nil when there is none.
  func read(_ name: String) throws(AuditError) -> [UInt8]? {
    do {
      let file = try open(name, .read)
      return try file.read(at: 0, count: try file.size())
    } catch {
      if case .system(let cause, _) = error, cause.isMissing { return nil }
      throw error
    }
  }

  /// All segments in the order they were written.
  func segments() throws(AuditError) -> [SegmentName] {
    let names = try AuditError.naming(AuditFolder.ownName) { () throws(SystemError) in
      try folder.names()
    }
    return names.compactMap { SegmentName(String(decoding: $0.bytes, as: UTF8.self)) }.sorted()
  }

  /// Removes a file, for good when it returns.
  func remove(_ name: String) throws(AuditError) {
    try AuditError.naming(name) { () throws(SystemError) in try folder.remove(Path(name)) }
    try sync()
  }

  /// Puts `bytes` in the place of a file so that a reader or a crash sees the old bytes or the new ones, never a part.
  func replace(_ name: String, with bytes: [UInt8]) throws(AuditError) {
    let draft = name + ".new"
    let file = try open(draft, [.write, .create])
    try file.setMode(AuditFolder.fileMode)
    try file.truncate(to: 0)
    try file.append(bytes)
    try file.sync()
    try AuditError.naming(name) { () throws(SystemError) in
      try folder.replace(Path(name), with: Path(draft))
    }
    try sync()
  }

  private func sync() throws(AuditError) {
    try AuditError.naming(AuditFolder.ownName) { () throws(SystemError) in try folder.sync() }
  }
}
