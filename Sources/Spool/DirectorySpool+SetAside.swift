internal import Documents
internal import Syscalls

extension DirectorySpool {
  /// What an earlier decision is called in a document's folder once it does not hold any more.
  private static let displaced: Path = "receipt.displaced.json"
  /// The same for a receipt that had been filed.
  private static let displacedFiled: Path = "receipt.filed.json"

  package func setAside(_ claim: Claim, note: StagedFile, reason: String) throws(SpoolError) {
    let id = claim.id
    if try isQuarantined(id) { return }
    let folder = try folder(of: id, .setAside)
    if !(try isDecidedToQuarantine(id, in: folder)) {
      try during(.setAside, of: id) { () throws(SystemError) in
        try displaceReceipts(of: id, in: folder)
        // It may not have been staged before, which does this.
        try folders.syncInbox(of: claim)
        try add(note, in: folder)
      }
    }
    try publish(claim, .quarantined, reason: reason)
  }

  private func isQuarantined(_ id: DocumentID) throws(SpoolError) -> Bool {
    try during(.setAside, of: id) { () throws(SystemError) in
      guard try folders.work.status(of: Path(id.text)) == nil else { return false }
      return try folders.quarantine.status(of: Path(id.text)) != nil
    }
  }

  private func isDecidedToQuarantine(
    _ id: DocumentID, in folder: borrowing Folder
  ) throws(SpoolError) -> Bool {
    do {
      return try decision(on: id, in: folder)?.outcome == .quarantined
    } catch {
      guard case .damaged = error else { throw error }
      return false
    }
  }

  /// Takes receipts that bind the document to something else, or cannot be read, out of force, and keeps them.
  private func displaceReceipts(
    of id: DocumentID, in folder: borrowing Folder
  ) throws(SystemError) {
    if try folder.status(of: SpoolFile.receipt) != nil {
      try folder.replace(DirectorySpool.displaced, with: SpoolFile.receipt)
    }
    let filed = Receipt.name(of: id)
    if try folders.receipts.status(of: filed) != nil {
      try folders.receipts.move(filed, to: folder, as: DirectorySpool.displacedFiled)
    }
    try folder.sync()
    try folders.syncReceipts()
  }

  /// Puts the note to the staged files, in the place of one of its name.
  private func add(_ note: StagedFile, in folder: borrowing Folder) throws(SystemError) {
    if try folder.status(of: SpoolFile.staged) == nil {
      try folder.makeFolder(SpoolFile.staged, mode: 0o700)
    }
    let staged = try folder.folder(SpoolFile.staged)
    try SpoolFile.writeWhole(note.bytes, to: Path(note.name), in: staged)
    try folder.sync()
  }
}
