internal import Syscalls

/// What came in, once it lies in `work/<id>/`: looked at as it is, never followed, never waited for.
enum Original {
  /// Why it is no document; nil when it is a file with one link that can be opened.
  static func refusal(in folder: borrowing Folder) throws(SystemError) -> Refusal? {
    guard let status = try folder.status(of: SpoolFile.original) else { return .unreadable }
    if let refusal = refusal(of: status) { return refusal }
    do {
      return refusal(of: try open(in: folder).status())
    } catch {
      // A lease held by somebody who was writing: the reader finds out.
      if error.isWouldBlock { return nil }
      return try unreadable(error)
    }
  }

  /// Reads it whole, and makes sure that nobody changed it meanwhile.
  static func read(in folder: borrowing Folder, limit: Int) throws(SystemError) -> ReadResult {
    guard let status = try folder.status(of: SpoolFile.original) else {
      return .refused(.unreadable)
    }
    if let refusal = refusal(of: status) { return .refused(refusal) }
    do {
      let file = try open(in: folder)
      let before = try file.status()
      if let refusal = refusal(of: before) { return .refused(refusal) }
      if before.size > limit { return .refused(.tooLarge) }
      if file.writers == .somebody { return .refused(.changedWhileRead) }
      guard let bytes = try file.readToEnd(expecting: before.size, limit: limit) else {
        return .refused(.tooLarge)
      }
      let after = try file.status()
      let isSame =
        after.size == before.size && after.modified == before.modified
        && after.inode == before.inode && bytes.count == before.size
      return isSame ? .bytes(bytes) : .refused(.changedWhileRead)
    } catch {
      if error.isWouldBlock { return .refused(.changedWhileRead) }
      return .refused(try unreadable(error))
    }
  }

  private static func open(in folder: borrowing Folder) throws(SystemError) -> Descriptor {
    try folder.open(SpoolFile.original, [.read, .noFollow, .nonBlocking])
  }

  private static func refusal(of status: FileStatus) -> Refusal? {
    switch status.kind {
    case .regular: status.links == 1 ? nil : .hardLink
    case .folder: .folder
    case .symbolicLink: .symbolicLink
    case .pipe: .pipe
    case .socket: .socket
    case .device: .device
    }
  }

  /// A refusal for what is wrong with this file; what is wrong with this process is an error, to be tried again.
  private static func unreadable(_ error: SystemError) throws(SystemError) -> Refusal {
    guard !error.isShortage else { throw error }
    return .unreadable
  }
}
