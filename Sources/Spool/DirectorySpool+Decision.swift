internal import Documents
internal import Syscalls

/// How a held document comes back into work when a person has decided on it.
///
/// 1. `heldTaken`: `hold/<id>` is renamed to `work/<id>`. Killed here, the next start finds a filed receipt that says
///    "held" and moves it back; the decision still lies in `decisions/` and is taken up again.
/// 2. `decisionTaken`: the decision is renamed to `work/<id>/decision.json`. From now on it binds a later start.
/// 3. `reopened`: the filed receipt is renamed to `work/<id>/receipt.held.json`. The document is a claim like any other,
///    with draft and reports beside its original, and is staged and published anew.
/// 4. `decisionRefused`: only for one that cannot be carried out; the note of that replaces it, and the document is
///    published as held again.
extension DirectorySpool {
  /// The receipt a document was held with.
  private static let heldReceipt: Path = "receipt.held.json"
  /// Around a draft of the largest size, in base 64.
  private static let longestDecision = 4 << 30

  /// Takes a held document up again.
  ///
  /// - Returns: nil when the decision is about no held document, or nobody here may have made it; it is removed then.
  func reopen(_ arrival: Arrival) throws(SpoolError) -> Claim? {
    guard let id = DirectorySpool.document(ofDecision: arrival.name) else {
      try dropDecision(arrival)
      return nil
    }
    if try isReopened(id) { return try reopened(id) }
    guard try isTrusted(arrival, id), try takeHeld(id) else {
      try dropDecision(arrival)
      return nil
    }
    let folder = try folder(of: id, .claim)
    try during(.claim, of: id) { () throws(SystemError) in
      try folders.decisions.move(
        Path(bytes: arrival.name), to: folder, as: SpoolFile.decision)
      try reached(.decisionTaken)
    }
    return try reopened(id)
  }

  /// `<id>.json`.
  private static func document(ofDecision name: [UInt8]) -> DocumentID? {
    let text = String(decoding: name, as: UTF8.self)
    guard text.hasSuffix(".json") else { return nil }
    return DocumentID(String(text.dropLast(".json".count)))
  }

  /// Whether a decision can be read and was written by the service's user or by root: nobody else can enter the folder,
  /// and it must stay so if somebody opens it.
  private func isTrusted(_ arrival: Arrival, _ id: DocumentID) throws(SpoolError) -> Bool {
    try during(.claim, of: id) { () throws(SystemError) in
      let name = Path(bytes: arrival.name)
      guard let status = try folders.decisions.status(of: name), status.kind == .regular,
        status.links == 1
      else { return false }
      let service = try folders.work.descriptor.status().owner
      guard [0, service].contains(status.owner) else { return false }
      let json = try SpoolFile.read(
        name, in: folders.decisions, limit: DirectorySpool.longestDecision)
      return json.flatMap { SpoolFile.value(Decision.self, of: $0) } != nil
    }
  }

  /// Moves a held document back to `work/`.
  ///
  /// - Returns: whether it is there now, still bound by the receipt that says it is held.
  private func takeHeld(_ id: DocumentID) throws(SpoolError) -> Bool {
    let name = Path(id.text)
    try during(.claim, of: id) { () throws(SystemError) in
      guard try folders.work.status(of: name) == nil,
        try folders.hold.status(of: name)?.kind == .folder
      else { return }
      try folders.hold.move(name, to: folders.work, as: name)
      try reached(.heldTaken)
    }
    let isThere = try during(.claim, of: id) { () throws(SystemError) in
      try folders.work.status(of: name) != nil
    }
    guard isThere else { return false }
    let folder = try folder(of: id, .claim)
    return try decision(on: id, in: folder)?.outcome == .held
  }

  private func dropDecision(_ arrival: Arrival) throws(SpoolError) {
    do throws(SystemError) {
      try folders.decisions.remove(Path(bytes: arrival.name))
    } catch {
      guard error.isMissing else { throw .folder(.decisions, error) }
    }
  }

  /// Whether a document lies in work with a decision that was not carried out yet.
  func isReopened(_ id: DocumentID) throws(SpoolError) -> Bool {
    let isDecided = try during(.recover, of: id) { () throws(SystemError) in
      guard try folders.work.status(of: Path(id.text))?.kind == .folder else { return false }
      let folder = try folders.work.folder(Path(id.text))
      guard try folder.status(of: SpoolFile.decision) != nil else { return false }
      return try folder.status(of: SpoolFile.receipt) == nil
    }
    guard isDecided else { return false }
    let filed = try Receipt.read(Receipt.name(of: id), in: folders.receipts, of: id)
    return filed == nil || filed?.outcome == .held
  }

  /// Takes the receipt that says "held" out of force, and returns the document as a claim.
  func reopened(_ id: DocumentID) throws(SpoolError) -> Claim? {
    let folder = try folder(of: id, .claim)
    try during(.claim, of: id) { () throws(SystemError) in
      if try folders.receipts.status(of: Receipt.name(of: id)) != nil {
        if try folder.status(of: DirectorySpool.heldReceipt) != nil {
          try folder.remove(DirectorySpool.heldReceipt)
        }
        try folders.receipts.move(
          Receipt.name(of: id), to: folder, as: DirectorySpool.heldReceipt)
      }
      try reached(.reopened)
      try folder.sync()
      try folders.syncWork()
      try folders.syncReceipts()
      try folders.decisions.sync()
      try folders.hold.sync()
    }
    return try claim(of: id)
  }

  /// The decision in a document's folder; nil when there is none or it cannot be read.
  func decisionFile(in folder: borrowing Folder) throws(SystemError) -> Decision? {
    try SpoolFile.read(
      SpoolFile.decision, in: folder, limit: DirectorySpool.longestDecision
    ).flatMap { SpoolFile.value(Decision.self, of: $0) }
  }
}

extension DirectorySpool {
  package func noted(_ claim: Claim) throws(SpoolError) -> Claim {
    let id = claim.id
    do throws(SpoolError) {
      let folder = try folder(of: id, .read)
      let (note, decision) = try during(.read, of: id) { () throws(SystemError) in
        (try ClaimNote(in: folder), try decisionFile(in: folder))
      }
      if decision == nil, try isReopened(id) { throw .damaged(id) }
      guard let note else { return claim }
      return Claim(
        id: id, name: note.name.bytes, profile: note.profile, refusal: claim.refusal,
        decision: decision, earlierTries: claim.earlierTries)
    } catch .unknownDocument {
      return claim
    }
  }

  package func held(_ claim: Claim) throws(SpoolError) -> [StagedFile] {
    let id = claim.id
    let folder = try folder(of: id, .read)
    guard let receipt = try Receipt.read(DirectorySpool.heldReceipt, in: folder, of: id) else {
      throw .damaged(id)
    }
    return try during(.read, of: id) { () throws(SystemError) in
      var files: [StagedFile] = []
      for name in receipt.files {
        let size = try folder.status(of: Path(name))?.size ?? 0
        guard let bytes = try SpoolFile.read(Path(name), in: folder, limit: size) else { continue }
        files.append(StagedFile(name: name, bytes: bytes))
      }
      return files
    }
  }

  package func refuseDecision(on claim: Claim, reason: String) throws(SpoolError) {
    let folder = try folder(of: claim.id, .stage)
    try during(.stage, of: claim.id) { () throws(SystemError) in
      let note = try SpoolFile.json(DecisionRefusal(reason: reason))
      try SpoolFile.writeWhole(note, to: SpoolFile.refusedDecision, in: folder)
      if try folder.status(of: SpoolFile.decision) != nil {
        try folder.remove(SpoolFile.decision)
      }
      try folder.sync()
      try reached(.decisionRefused)
    }
  }
}
