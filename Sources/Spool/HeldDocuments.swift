package import Documents
internal import FoundationEssentials
internal import Syscalls

/// The documents that wait for a person's decision, as they lie in `hold/`. It only looks, so it may do so while a service
/// works on the same root.
package struct HeldDocuments: ~Copyable, Sendable {
  private let hold: Folder
  private let receipts: Folder
  private let root: String

  /// - Parameter root: the spool's root; its folders must exist and be open to this user.
  package init(root: String) throws(SpoolError) {
    let hold = try HeldDocuments.open(.hold, in: root)
    let receipts = try HeldDocuments.open(.receipts, in: root)
    self.root = root
    self.hold = hold
    self.receipts = receipts
  }

  private static func open(_ folder: SpoolFolder, in root: String) throws(SpoolError) -> Folder {
    do {
      return try Folder(opening: Path(root), followingLink: true).folder(Path(folder.rawValue))
    } catch {
      throw .folder(folder, error)
    }
  }

  /// All of them, in the order of their arrival.
  package func all() throws(SpoolError) -> [DocumentID] {
    do throws(SystemError) {
      return try hold.names().compactMap { DocumentID(String(decoding: $0.bytes, as: UTF8.self)) }
    } catch {
      throw .folder(.hold, error)
    }
  }

  package func contains(_ id: DocumentID) throws(SpoolError) -> Bool {
    try during(id) { () throws(SystemError) in
      try hold.status(of: Path(id.text))?.kind == .folder
    }
  }

  /// Where a document ended that is held no more; nil while it is on its way.
  package func outcome(of id: DocumentID) throws(SpoolError) -> Outcome? {
    try receipt(of: id)?.outcome
  }

  /// When it was held, in seconds since 1970; nil when its receipt is gone.
  package func since(_ id: DocumentID) throws(SpoolError) -> Double? {
    try receipt(of: id)?.decided.timeIntervalSince1970
  }

  /// The folder it lies in.
  package func path(of id: DocumentID) -> String {
    "\(root)/\(SpoolFolder.hold.rawValue)/\(id.text)"
  }

  /// The scrubbed draft; nil when it is gone.
  package func draft(of id: DocumentID) throws(SpoolError) -> StagedFile? {
    guard let name = try receipt(of: id)?.files.first(where: { !StagedFile.isReport($0) }) else {
      return nil
    }
    return try file(name, of: id).map { StagedFile(name: name, bytes: $0) }
  }

  /// The report for programs; nil when it is gone.
  package func report(on id: DocumentID) throws(SpoolError) -> [UInt8]? {
    guard
      let name = try receipt(of: id)?.files.first(where: {
        StagedFile.isReport($0) && $0.hasSuffix(".json")
      })
    else { return nil }
    return try file(name, of: id)
  }

  /// Why the last decision on it was not carried out, as a code; nil when there was none, or one is on its way.
  package func refusal(of id: DocumentID) throws(SpoolError) -> String? {
    let name = String(decoding: SpoolFile.refusedDecision.bytes, as: UTF8.self)
    return try file(name, of: id).flatMap {
      SpoolFile.value(DecisionRefusal.self, of: $0)?.reason
    }
  }

  private func receipt(of id: DocumentID) throws(SpoolError) -> Receipt? {
    try Receipt.read(Receipt.name(of: id), in: receipts, of: id)
  }

  private func file(_ name: String, of id: DocumentID) throws(SpoolError) -> [UInt8]? {
    try during(id) { () throws(SystemError) in
      guard try hold.status(of: Path(id.text))?.kind == .folder else { return nil }
      let folder = try hold.folder(Path(id.text))
      let size = try folder.status(of: Path(name))?.size ?? 0
      return try SpoolFile.read(Path(name), in: folder, limit: size)
    }
  }

  private func during<Result>(
    _ id: DocumentID, _ calls: () throws(SystemError) -> Result
  ) throws(SpoolError) -> Result {
    do { return try calls() } catch { throw .system(id, step: .read, error) }
  }
}
