package import Documents

/// Keeps removed values, encrypted, for the authorised reviewer. Off unless there is a vault key.
///
/// Each document has a random key of its own, which the vault key wraps. Whoever destroys it makes the document's values
/// unreadable wherever copies of them lie. Values come out through `reveal` alone, which puts on record who asked, for
/// what and why, before it hands anything over.
package struct Vault: Sendable {
  private let folder: VaultFolder
  private let key: VaultKey

  /// Opens the vault in `folder`, whose parent must exist, or makes it.
  package init(folder: String, key: VaultKey) throws(VaultError) {
    self.folder = VaultFolder(folder)
    self.key = key
    try self.folder.make()
  }

  /// Seals the values that were removed from a document, on disk on return. Doing it again with the same values changes
  /// nothing, so that a document can be tried again after a crash.
  ///
  /// - Returns: the event to append with the document's others.
  /// - Throws: `taken` when other values of this document are kept; they stay.
  package func seal(
    _ document: DocumentID, _ entries: [VaultEntry]
  ) throws(VaultError) -> AuditEvent {
    let event = AuditEvent.vaulted(document, values: entries.count)
    if try folder.read(.keys, document) != nil, let kept = try? open(document) {
      guard kept == entries else { throw .taken }
      return event
    }
    let documentKey = KeyFile.random()
    let values = try VaultBox.seal(
      VaultPayload.bytes(entries), documentKey, "values", document)
    // Values whose key a crash kept from being written are sealed anew.
    try folder.write(.values, document, values)
    try folder.write(.keys, document, try key.wrap(documentKey, for: document))
    return event
  }

  /// The values that a tag stands for, all of the document's when `label` is nil. Whatever comes of it is on record before
  /// it is returned or thrown.
  package func reveal(
    _ document: DocumentID, label: AuditLabel? = nil, by person: AuditPerson,
    for reason: RevealReason,
    log: AuditLog
  ) throws(VaultError) -> [VaultEntry] {
    func record(_ result: RevealResult) throws(VaultError) {
      let reveal = AuditReveal(label: label, person: person, reason: reason, result: result)
      try Vault.record(.revealed(document, reveal), log)
    }
    let kept: [VaultEntry]
    do throws(VaultError) { kept = try open(document) } catch {
      try record(error == .noKey ? .noKey : .refused)
      throw error
    }
    let asked = kept.filter { label == nil || $0.label == label }
    try record(asked.isEmpty ? .notThere : .shown)
    guard !asked.isEmpty else { throw .notThere }
    return asked
  }

  /// Destroys a document's key: nobody reads its values again. On record before it is done; a crash in between leaves a
  /// record without the deed, and doing it again completes it.
  package func shred(
    _ document: DocumentID, by person: AuditPerson, for reason: ShredReason, log: AuditLog
  ) throws(VaultError) {
    guard try folder.read(.keys, document) != nil else { throw .noKey }
    try Vault.record(.shredded(document, AuditShredding(person: person, reason: reason)), log)
    try folder.destroy(.keys, document)
    try folder.destroy(.values, document)
  }

  /// Wraps the keys of all documents with the newest vault key. Once the older secrets are destroyed as well, keys that
  /// were shredded before cannot be brought back, from whatever medium.
  ///
  /// - Returns: how many documents the vault has.
  package func rewrap() throws(VaultError) -> Int {
    let documents = try folder.documents(.keys)
    for document in documents {
      guard let sealed = try folder.read(.keys, document) else { continue }
      let documentKey = try key.unwrap(sealed, for: document)
      try folder.write(.keys, document, try key.wrap(documentKey, for: document))
    }
    return documents.count
  }

  private func open(_ document: DocumentID) throws(VaultError) -> [VaultEntry] {
    guard let sealedKey = try folder.read(.keys, document) else { throw .noKey }
    guard let sealed = try folder.read(.values, document) else { throw .refused }
    let documentKey = try key.unwrap(sealedKey, for: document)
    let bytes = try VaultBox.open(sealed, documentKey, "values", document)
    guard let entries = VaultPayload.entries(bytes) else { throw .refused }
    return entries
  }

  private static func record(_ event: AuditEvent, _ log: AuditLog) throws(VaultError) {
    do throws(AuditError) { try log.append([event], durable: true) } catch {
      throw .unrecorded(error)
    }
  }
}
