package import Documents
internal import Syscalls

extension DirectorySpool {
  package func claim(_ arrival: Arrival, as id: DocumentID) throws(SpoolError) -> Claim? {
    guard StagedFile.isPlain(arrival.name) else { throw .badName(id) }
    do {
      guard try take(Path(bytes: arrival.name), as: id) else { return nil }
      let refusal = try Original.refusal(in: folders.work.folder(Path(id.text)))
      return Claim(id: id, name: arrival.name, refusal: refusal)
    } catch {
      throw .system(id, step: .claim, error)
    }
  }

  /// Moves an entry of the inbox to `work/<id>/original`.
  ///
  /// - Returns: whether it was still there.
  private func take(_ name: Path, as id: DocumentID) throws(SystemError) -> Bool {
    let inbox = try folders.inbox()
    // Saves the folder for a file that is gone; the rename decides.
    guard try inbox.status(of: name) != nil else { return false }
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
    do {
      try abandoning(id) { () throws(SystemError) in
        try inbox.move(name, to: folder, as: SpoolFile.original)
      }
    } catch  where error.isMissing {
      return false
    }
    try reached(.originalMoved)
    return true
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
