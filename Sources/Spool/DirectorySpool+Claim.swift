package import Documents
internal import Syscalls

extension DirectorySpool {
  package func claim(_ arrival: Arrival, as id: DocumentID) throws(SpoolError) -> Claim? {
    if arrival.entrance == .decisions { return try reopen(arrival) }
    guard StagedFile.isPlain(arrival.name), StagedFile.isPlain((arrival.profile ?? "-").utf8)
    else { throw .badName(id) }
    // Saves the folder for a file that is gone; the rename decides.
    guard let status = try status(of: arrival, for: id) else { return nil }
    let folder = try during(.claim, of: id) { () throws(SystemError) in
      try prepare(id, for: arrival)
    }
    guard try take(arrival, as: id, inode: status.inode, into: folder) else { return nil }
    return try during(.claim, of: id) { () throws(SystemError) in
      try reached(.originalMoved)
      return Claim(
        id: id, name: arrival.name, profile: arrival.profile,
        refusal: try Original.refusal(in: folder), isNew: true)
    }
  }

  /// The status of an entry of the inbox; nil when it, or the whole inbox, is gone.
  private func status(of arrival: Arrival, for id: DocumentID) throws(SpoolError) -> FileStatus? {
    do {
      return try folders.inbox(for: arrival.profile).status(of: Path(bytes: arrival.name))
    } catch {
      if error.isMissing { return nil }
      throw error.isOfMachine
        ? .system(id, step: .claim, error) : .notClaimable(id, inode: 0, error)
    }
  }

  /// Makes `work/<id>` with the note under which name the entry comes.
  ///
  /// - Returns: the folder.
  private func prepare(_ id: DocumentID, for arrival: Arrival) throws(SystemError) -> Folder {
    try folders.work.makeFolder(Path(id.text), mode: 0o700)
    try reached(.folderMade)
    let folder = try abandoning(id) { () throws(SystemError) in
      let folder = try folders.work.folder(Path(id.text))
      let note = try SpoolFile.json(ClaimNote(id, name: arrival.name, profile: arrival.profile))
      try SpoolFile.write(note, to: SpoolFile.claimNote, in: folder)
      try folder.sync()
      try folders.syncWork()
      return folder
    }
    try reached(.nameNoted)
    return folder
  }

  /// Moves an entry of the inbox to `work/<id>/original`.
  ///
  /// - Returns: whether it was still there.
  private func take(
    _ arrival: Arrival, as id: DocumentID, inode: UInt64, into folder: borrowing Folder
  ) throws(SpoolError) -> Bool {
    do {
      try abandoning(id) { () throws(SystemError) in
        let inbox = try folders.inbox(for: arrival.profile)
        try inbox.move(Path(bytes: arrival.name), to: folder, as: SpoolFile.original)
      }
      return true
    } catch {
      if error.isMissing { return false }
      throw error.isOfMachine
        ? .system(id, step: .claim, error) : .notClaimable(id, inode: inode, error)
    }
  }

  /// Removes a folder nothing has come into if that cannot be: a full disk must not fill up with them as well.
  private func abandoning<Result: ~Copyable>(
    _ id: DocumentID, _ calls: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    do {
      return try calls()
    } catch {
      // What cannot be removed now is removed at the next start; the first error is the one to tell. An empty folder goes
      // even when no more files may be opened.
      do { try folders.work.removeFolder(Path(id.text)) } catch { try? removeFolder(of: id) }
      throw error
    }
  }

  /// Removes `work/<id>` with the files the spool wrote there; anything else in it is an error.
  func removeFolder(of id: DocumentID) throws(SystemError) {
    try remove(folders.work.folder(Path(id.text)), of: id)
  }

  /// The same when the folder is open already.
  func remove(_ folder: borrowing Folder, of id: DocumentID) throws(SystemError) {
    try removeStaged(in: folder)
    // What is left of nearly all documents: they need no listing.
    do {
      try folder.remove(SpoolFile.claimNote)
    } catch {
      guard error.isMissing else { throw error }
    }
    do {
      try folders.work.removeFolder(Path(id.text))
    } catch {
      guard error.isNotEmpty else { throw error }
      for name in try folder.names() where name != SpoolFile.original { try folder.remove(name) }
      try folders.work.removeFolder(Path(id.text))
    }
  }

  /// Removes the folder of staged files, if there is one.
  func removeStaged(in folder: borrowing Folder) throws(SystemError) {
    do {
      try folder.removeFolder(SpoolFile.staged)
    } catch {
      if error.isMissing { return }
      guard error.isNotEmpty else { throw error }
      let staged = try folder.folder(SpoolFile.staged)
      for name in try staged.names() { try staged.remove(name) }
      try folder.removeFolder(SpoolFile.staged)
    }
  }
}
