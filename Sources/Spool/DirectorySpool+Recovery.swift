internal import Documents
internal import Syscalls

extension DirectorySpool {
  package func unfinished() throws(SpoolError) -> [Claim] {
    let names: [Path]
    do { names = try folders.work.names() } catch { throw .folder(.work, error) }
    var claims: [Claim] = []
    for name in names {
      // What is no document's folder is not the spool's, and not touched.
      guard let id = DocumentID(String(decoding: name.bytes, as: UTF8.self)),
        try isFolder(id)
      else { continue }
      if let claim = try recoverOrReturn(id) { claims.append(claim) }
    }
    return claims
  }

  private func isFolder(_ id: DocumentID) throws(SpoolError) -> Bool {
    try during(.recover, of: id) { () throws(SystemError) in
      try folders.work.status(of: Path(id.text))?.kind == .folder
    }
  }

  /// A document with a fault of its own is returned like an undecided one, so that it does not keep the service from
  /// starting: publishing it tells the error again, and it can be set aside.
  private func recoverOrReturn(_ id: DocumentID) throws(SpoolError) -> Claim? {
    do {
      return try recover(id)
    } catch {
      if error.isOfMachine { throw error }
      return try claim(of: id)
    }
  }

  /// Ends a decided document, removes a folder nothing came into, and returns what is left to be done again.
  private func recover(_ id: DocumentID) throws(SpoolError) -> Claim? {
    if try isReopened(id) { return try reopened(id) }
    let folder = try folder(of: id, .recover)
    if let receipt = try decision(on: id, in: folder) {
      try finish(id, receipt)
      return nil
    }
    let isEmpty = try during(.recover, of: id) { () throws(SystemError) in
      let hasStaged = try !stagedNames(in: folder).isEmpty
      return try folder.status(of: SpoolFile.original) == nil && !hasStaged
    }
    guard isEmpty else { return try claim(of: id) }
    try during(.recover, of: id) { () throws(SystemError) in try removeFolder(of: id) }
    return nil
  }

  /// The receipt that binds a document, filed or not; nil when there is none.
  ///
  /// - Throws: `damaged` when one is there and cannot be read as one.
  func decision(on id: DocumentID, in folder: borrowing Folder) throws(SpoolError) -> Receipt? {
    if let filed = try Receipt.read(Receipt.name(of: id), in: folders.receipts, of: id) {
      return filed
    }
    return try Receipt.read(SpoolFile.receipt, in: folder, of: id)
  }

  /// A document in work as it was claimed; nil when its folder is gone.
  func claim(of id: DocumentID) throws(SpoolError) -> Claim? {
    do throws(SystemError) {
      let folder = try folders.work.folder(Path(id.text))
      let note = try ClaimNote(in: folder)
      // A claim without a readable note is a disk's damage; it must not be published under a guessed name.
      let refusal = note == nil ? .unreadable : try Original.refusal(in: folder)
      return Claim(
        id: id, name: note?.name.bytes ?? [], profile: note?.profile, refusal: refusal,
        decision: try decisionFile(in: folder), earlierTries: try tries(in: folder))
    } catch {
      if error.isOfMachine { throw .system(id, step: .recover, error) }
      if error.isMissing { return nil }
      return Claim(id: id, name: [], refusal: .unreadable, earlierTries: 0)
    }
  }
}
