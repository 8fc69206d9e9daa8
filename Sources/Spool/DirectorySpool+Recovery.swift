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
      if let claim = try recover(id) { claims.append(claim) }
    }
    return claims
  }

  private func isFolder(_ id: DocumentID) throws(SpoolError) -> Bool {
    try during(.recover, of: id) { () throws(SystemError) in
      try folders.work.status(of: Path(id.text))?.kind == .folder
    }
  }

  /// Ends a decided document, removes a folder nothing came into, and returns what is left to be done again.
  ///
  /// A decided document whose name somebody else took in the outbox is returned as well, so that it does not keep the
  /// service from starting; publishing it tells the error again.
  private func recover(_ id: DocumentID) throws(SpoolError) -> Claim? {
    let folder = try folder(of: id, .recover)
    let filed = try? Receipt.read(Receipt.name(of: id), in: folders.receipts, of: id)
    let decided = try? Receipt.read(SpoolFile.receipt, in: folder, of: id)
    if let receipt = filed ?? decided {
      do {
        try finish(id, receipt)
        return nil
      } catch .nameTaken {
        return Claim(id: id, name: receipt.name.bytes, refusal: receipt.refusal)
      }
    }
    return try during(.recover, of: id) { () throws(SystemError) in
      let hasStaged = try !stagedNames(in: folder).isEmpty
      if try folder.status(of: SpoolFile.original) == nil, !hasStaged {
        try removeFolder(of: id)
        return nil
      }
      let name = try ClaimNote(in: folder)?.name.bytes
      // A claim without a readable note is a disk's damage; it must not be published under a guessed name.
      let refusal = name == nil ? .unreadable : try Original.refusal(in: folder)
      return Claim(id: id, name: name ?? [], refusal: refusal)
    }
  }
}
