package import Documents
internal import Syscalls

extension DirectorySpool {
  package func publish(
    _ claim: Claim, _ outcome: Outcome, reason: String
  ) throws(SpoolError) {
    let id = claim.id
    if let filed = try Receipt.read(Receipt.name(of: id), in: folders.receipts, of: id) {
      guard filed.outcome == outcome else { throw .alreadyDecided(id, filed.outcome) }
      return try finish(id, filed)
    }
    let folder = try folder(of: id, .publish)
    let decision = try Receipt.read(SpoolFile.receipt, in: folder, of: id)
    if let decision {
      if decision.outcome == outcome { return try finish(id, decision, in: folder) }
      try withdraw(decision, of: id, in: folder)
    }
    try finish(id, try decide(claim, outcome, reason: reason, in: folder), in: folder)
  }

  /// Binds the document to an outcome.
  private func decide(
    _ claim: Claim, _ outcome: Outcome, reason: String, in folder: borrowing Folder
  ) throws(SpoolError) -> Receipt {
    let id = claim.id
    let names = try during(.publish, of: id) { () throws(SystemError) in
      try stagedNames(in: folder)
    }
    if outcome == .released { try checkReleasable(id, names, in: folder) }
    return try during(.publish, of: id) { () throws(SystemError) in
      let receipt = Receipt(
        claim, outcome, reason: reason, files: StagedFile.inOrderOfPublication(names))
      try SpoolFile.writeWhole(SpoolFile.json(receipt), to: SpoolFile.receipt, in: folder)
      try reached(.decided)
      return receipt
    }
  }

  /// Takes a decision back; possible only while all files it names are still unpublished.
  func withdrawDecision(
    of id: DocumentID, in folder: borrowing Folder
  ) throws(SpoolError) {
    if let filed = try Receipt.read(Receipt.name(of: id), in: folders.receipts, of: id) {
      throw .alreadyDecided(id, filed.outcome)
    }
    guard let decision = try Receipt.read(SpoolFile.receipt, in: folder, of: id) else { return }
    try withdraw(decision, of: id, in: folder)
  }

  private func withdraw(
    _ decision: Receipt, of id: DocumentID, in folder: borrowing Folder
  ) throws(SpoolError) {
    let names = try during(.publish, of: id) { () throws(SystemError) in
      try stagedNames(in: folder)
    }
    guard Set(decision.files).isSubset(of: names) else {
      throw .alreadyDecided(id, decision.outcome)
    }
    try during(.publish, of: id) { () throws(SystemError) in
      try folder.remove(SpoolFile.receipt)
      try folder.sync()
    }
  }

  /// Does what is left to do after the decision; each part finds out whether it was done.
  func finish(_ id: DocumentID, _ receipt: Receipt) throws(SpoolError) {
    let isThere = try during(.publish, of: id) { () throws(SystemError) in
      try folders.work.status(of: Path(id.text)) != nil
    }
    guard isThere else { return }
    try finish(id, receipt, in: folder(of: id, .publish))
  }

  private func finish(
    _ id: DocumentID, _ receipt: Receipt, in folder: borrowing Folder
  ) throws(SpoolError) {
    if receipt.outcome == .released {
      let outbox = try folders.outbox()
      try moveStaged(receipt.files, of: id, from: folder, to: outbox)
      try file(receiptOf: id, from: folder)
      try during(.publish, of: id) { () throws(SystemError) in try folders.sync(outbox: outbox) }
    } else {
      try moveStaged(receipt.files, of: id, from: folder, to: folder)
      try file(receiptOf: id, from: folder)
    }
    try during(.publish, of: id) { () throws(SystemError) in try folders.syncReceipts() }
    switch receipt.outcome {
    case .released: try tidy(id, in: folder)
    case .held: try move(id, folder, to: folders.hold)
    case .quarantined: try move(id, folder, to: folders.quarantine)
    }
    try during(.publish, of: id) { () throws(SystemError) in try reached(.finished) }
  }

  /// Moves the folder of a document that is not released to where people look for it.
  private func move(
    _ id: DocumentID, _ folder: borrowing Folder, to target: borrowing Folder
  ) throws(SpoolError) {
    try during(.publish, of: id) { () throws(SystemError) in
      try removeStaged(in: folder)
      try removeTries(in: folder)
      try folders.work.move(Path(id.text), to: target, as: Path(id.text))
      try target.sync()
    }
  }

  /// Disposes of what is left of a released document.
  private func tidy(_ id: DocumentID, in folder: borrowing Folder) throws(SpoolError) {
    do {
      try disposeOfOriginal(id, in: folder)
      try remove(folder, of: id)
    } catch {
      throw error.isOfMachine ? .system(id, step: .publish, error) : .notTidied(id, error)
    }
  }

  /// Moves the receipt to the others.
  private func file(
    receiptOf id: DocumentID, from folder: borrowing Folder
  ) throws(SpoolError) {
    try during(.publish, of: id) { () throws(SystemError) in
      guard try folder.status(of: SpoolFile.receipt) != nil else { return }
      try folder.move(SpoolFile.receipt, to: folders.receipts, as: Receipt.name(of: id))
      try reached(.receiptFiled)
    }
  }
}
