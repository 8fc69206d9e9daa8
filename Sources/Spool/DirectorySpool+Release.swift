internal import Documents
internal import Syscalls

extension DirectorySpool {
  /// The names of the staged files, in no particular order.
  func stagedNames(in folder: borrowing Folder) throws(SystemError) -> [String] {
    guard try folder.status(of: SpoolFile.staged) != nil else { return [] }
    let staged = try folder.folder(SpoolFile.staged)
    return try staged.names().map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Refuses before anything is visible what could not be carried through.
  func checkReleasable(
    _ id: DocumentID, _ names: [String], in folder: borrowing Folder
  ) throws(SpoolError) {
    let kind = try during(.publish, of: id) { () throws(SystemError) in
      try folder.status(of: SpoolFile.original)?.kind
    }
    guard kind == .regular, !names.isEmpty else { throw .notReleasable(id) }
    let outbox = try folders.outbox()
    let isFree = try during(.publish, of: id) { () throws(SystemError) in
      for name in names {
        guard try outbox.status(of: Path(name)) != nil else { continue }
        let staged = try folder.folder(SpoolFile.staged)
        if try !isSame(Path(name), in: staged, and: outbox) { return false }
      }
      return true
    }
    guard isFree else { throw .nameTaken(id) }
  }

  /// Moves the files that have not been moved before to where people read them, in the receipt's order: into the outbox,
  /// or beside the original of a document that is held or quarantined.
  func moveStaged(
    _ files: [String], of id: DocumentID, from folder: borrowing Folder,
    to target: borrowing Folder
  ) throws(SpoolError) {
    let isFree = try during(.publish, of: id) { () throws(SystemError) in
      guard try folder.status(of: SpoolFile.staged) != nil else { return true }
      let staged = try folder.folder(SpoolFile.staged)
      for name in files.map({ Path($0) }) where try staged.status(of: name) != nil {
        guard try move(name, from: staged, to: target) else { return false }
        try reached(.filePublished)
      }
      return true
    }
    guard isFree else { throw .nameTaken(id) }
  }

  /// - Returns: false when another file there has this name.
  private func move(
    _ name: Path, from staged: borrowing Folder, to target: borrowing Folder
  ) throws(SystemError) -> Bool {
    do {
      try staged.move(name, to: target, as: name)
      return true
    } catch  where error.isTaken {
      guard try isSame(name, in: staged, and: target) else { return false }
      try staged.remove(name)
      return true
    }
  }

  /// Keeps or removes the original, as the policy says.
  func disposeOfOriginal(
    _ id: DocumentID, in folder: borrowing Folder
  ) throws(SystemError) {
    guard try folder.status(of: SpoolFile.original) != nil else { return }
    switch policy {
    case .keep:
      try makePrivate(in: folder)
      try folder.move(SpoolFile.original, to: folders.originals, as: Path(id.text))
    case .delete: try folder.remove(SpoolFile.original)
    }
    try reached(.originalDisposed)
  }

  /// Takes the permissions of others from the original. One that belongs to another user stays as it is: the folder
  /// it goes to keeps everybody out.
  private func makePrivate(in folder: borrowing Folder) throws(SystemError) {
    do {
      let flags: OpenFlags = [.read, .noFollow, .nonBlocking]
      try folder.open(SpoolFile.original, flags).setMode(0o600)
    } catch {
      guard error.isForbidden || error.isWouldBlock else { throw error }
    }
  }

  /// Whether another folder holds the very bytes that are staged under a name.
  private func isSame(
    _ name: Path, in staged: borrowing Folder, and target: borrowing Folder
  ) throws(SystemError) -> Bool {
    guard let published = try target.status(of: name), published.kind == .regular,
      let own = try staged.status(of: name), own.size == published.size
    else { return false }
    let ours = try SpoolFile.read(name, in: staged, limit: own.size)
    let theirs = try SpoolFile.read(name, in: target, limit: own.size)
    return ours != nil && ours == theirs
  }
}
