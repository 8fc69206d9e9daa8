package import Documents
internal import Syscalls

extension DirectorySpool {
  package func claim(_ arrival: Arrival, as id: DocumentID) throws(SpoolError) -> Claim? {
    guard StagedFile.isPlain(arrival.name) else { throw .badName(id) }
    let name = Path(bytes: arrival.name)
    // Saves the folder for a file that is gone; the rename decides.
    guard let status = try status(of: name, for: id) else { return nil }
    try during(.claim, of: id) { () throws(SystemError) in try prepare(id, for: name) }
    guard try take(name, as: id, inode: status.inode) else { return nil }
    return try during(.claim, of: id) { () throws(SystemError) in
      try reached(.originalMoved)
      let refusal = try Original.refusal(in: folders.work.folder(Path(id.text)))
      return Claim(id: id, name: arrival.name, refusal: refusal)
    }
  }

  /// The status of an entry of the inbox; nil when it, or the whole inbox, is gone.
  private func status(of name: Path, for id: DocumentID) throws(SpoolError) -> FileStatus? {
    do {
      return try folders.inbox().status(of: name)
    } catch {
      if error.isMissing { return nil }
      throw error.isOfMachine
        ? .system(id, step: .claim, error) : .notClaimable(id, inode: 0, error)
    }
  }

  /// Makes `work/<id>` with the note under which name the entry comes.
  private func prepare(_ id: DocumentID, for name: Path) throws(SystemError) {
    try folders.work.makeFolder(Path(id.text), mode: 0o700)
    try reached(.folderMade)
    let folder = try folders.work.folder(Path(id.text))
    try abandoning(id) { () throws(SystemError) in
      let note = try SpoolFile.json(ClaimNote(id, name: name.bytes))
      try SpoolFile.write(note, to: SpoolFile.claimNote, in: folder)
      try folder.sync()
      try folders.work.sync()
    }
    try reached(.nameNoted)
  }

  /// Moves an entry of the inbox to `work/<id>/original`.
  ///
  /// - Returns: whether it was still there.
  private func take(_ name: Path, as id: DocumentID, inode: UInt64) throws(SpoolError) -> Bool {
    do {
      let folder = try folders.work.folder(Path(id.text))
      try abandoning(id) { () throws(SystemError) in
        try folders.inbox().move(name, to: folder, as: SpoolFile.original)
      }
      return true
    } catch {
      if error.isMissing { return false }
      throw error.isOfMachine
        ? .system(id, step: .claim, error) : .notClaimable(id, inode: inode, error)
    }
  }

  /// Removes a folder nothing has come into if that cannot be: a full disk must not fill up with them as well.
  private func abandoning(
    _ id: DocumentID, _ calls: () throws(SystemError) -> Void
  ) throws(SystemError) {
    do {
      try calls()
    } catch {
      // What cannot be removed now is removed at the next start; the first error is the one to tell.
      try? removeFolder(of: id)
      throw error
    }
  }

  /// Removes `work/<id>` with the files the spool wrote there; anything else in it is an error.
  func removeFolder(of id: DocumentID) throws(SystemError) {
    let folder = try folders.work.folder(Path(id.text))
    try removeStaged(in: folder)
    for name in try folder.names() where name != SpoolFile.original { try folder.remove(name) }
    try folders.work.removeFolder(Path(id.text))
  }

  /// Removes the folder of staged files, if there is one.
  func removeStaged(in folder: borrowing Folder) throws(SystemError) {
    guard try folder.status(of: SpoolFile.staged) != nil else { return }
    let staged = try folder.folder(SpoolFile.staged)
    for name in try staged.names() { try staged.remove(name) }
    try folder.removeFolder(SpoolFile.staged)
  }
}
