internal import Syscalls

/// The folders of a spool, open. Inbox and outbox are opened anew for each use, because people remove and remake them.
struct SpoolFolders: ~Copyable, Sendable {
  let work: Folder
  let hold: Folder
  let decisions: Folder
  let quarantine: Folder
  let receipts: Folder
  let originals: Folder
  let root: Folder
  /// How the folders that all documents go through are brought to disk.
  private let shared = (
    inbox: SharedSync(), work: SharedSync(), outbox: SharedSync(), receipts: SharedSync()
  )

  /// Makes what is missing and checks that files can be moved between all folders in one step.
  static func prepared(in root: consuming Folder) throws(SpoolError) -> SpoolFolders {
    for folder in SpoolFolder.allCases { try prepare(folder, in: root) }
    return SpoolFolders(
      work: try open(.work, in: root), hold: try open(.hold, in: root),
      decisions: try open(.decisions, in: root), quarantine: try open(.quarantine, in: root),
      receipts: try open(.receipts, in: root), originals: try open(.originals, in: root),
      root: root)
  }

  /// The inbox as it is now.
  func inbox() throws(SystemError) -> Folder { try root.folder(Path(SpoolFolder.inbox.rawValue)) }

  /// The outbox as it is now.
  ///
  /// - Throws: when it is gone or cannot be entered, an error of the machine.
  func outbox() throws(SpoolError) -> Folder {
    do { return try root.folder(Path(SpoolFolder.outbox.rawValue)) } catch {
      throw .folder(.outbox, error)
    }
  }

  /// The folder that documents for a profile are dropped into; the inbox itself for nil. A link there is an error.
  func inbox(for profile: String?) throws(SystemError) -> Folder {
    let inbox = try inbox()
    guard let profile else { return inbox }
    return try inbox.folder(Path(profile))
  }

  /// Makes durable that a claimed document has left where it was dropped.
  func syncInbox(of claim: Claim) throws(SystemError) {
    do {
      try shared.inbox.sync(inbox(for: claim.profile))
    } catch {
      // A profile's folder that was taken away since has nothing to bring to disk.
      guard claim.profile != nil, error.isMissing else { throw error }
    }
  }

  /// Makes durable what folders of documents there are in `work/`.
  func syncWork() throws(SystemError) { try shared.work.sync(work) }

  /// Makes durable what has come into the outbox.
  func sync(outbox: borrowing Folder) throws(SystemError) { try shared.outbox.sync(outbox) }

  /// Makes durable which receipts were filed.
  func syncReceipts() throws(SystemError) { try shared.receipts.sync(receipts) }

  /// Opens the root, making it if only it is missing.
  ///
  /// It may be a link, unlike anything in it: service managers put one where a service's state folder is expected.
  static func openRoot(_ path: String) throws(SpoolError) -> Folder {
    do {
      if let root = try existingRoot(Path(path)) { return root }
      try Folder.make(Path(path), mode: SpoolFolder.inbox.mode)
      let root = try Folder(opening: Path(path))
      // The umask may have taken what people need to reach the inbox.
      try root.descriptor.setMode(SpoolFolder.inbox.mode)
      return root
    } catch {
      throw .folder(nil, error)
    }
  }

  private static func existingRoot(_ path: Path) throws(SystemError) -> Folder? {
    do {
      return try Folder(opening: path, followingLink: true)
    } catch  where error.isMissing {
      return nil
    }
  }

  private static func prepare(
    _ folder: SpoolFolder, in root: borrowing Folder
  ) throws(SpoolError) {
    let canBeMovedTo: Bool
    do {
      let name = Path(folder.rawValue)
      let isNew = try root.status(of: name) == nil
      if isNew { try root.makeFolder(name, mode: folder.mode) }
      let opened = try root.folder(name)
      let status = try opened.descriptor.status()
      // The umask may have taken bits; and what was opened up to others by mistake is closed again.
      if isNew || (status.mode & 0o077 != 0 && !folder.isShared) {
        try opened.descriptor.setMode(folder.mode)
      }
      canBeMovedTo =
        try status.device == root.descriptor.status().device
        && opened.descriptor.mount == root.descriptor.mount
    } catch {
      throw .folder(folder, error)
    }
    guard canBeMovedTo else { throw .otherFileSystem(folder) }
  }

  private static func open(
    _ folder: SpoolFolder, in root: borrowing Folder
  ) throws(SpoolError) -> Folder {
    do { return try root.folder(Path(folder.rawValue)) } catch { throw .folder(folder, error) }
  }
}
