internal import Documents
internal import Syscalls

extension DirectorySpool {
  /// In the outbox people of the folder's group read the files; until then they lie where nobody can enter.
  private static let stagedMode: UInt32 = 0o640

  package func stage(_ claim: Claim, _ files: [StagedFile]) throws(SpoolError) {
    guard files.allSatisfy({ StagedFile.isPlain($0.name.utf8) && !SpoolFile.isReserved($0.name) })
    else { throw .badName(claim.id) }
    let folder = try folder(of: claim.id, .stage)
    try withdrawDecision(of: claim.id, in: folder)
    let outbox = try folders.outbox()
    try during(.stage, of: claim.id) { () throws(SystemError) in
      try write(files, of: claim, in: folder, group: try outbox.descriptor.status().group)
    }
  }

  package func staged(_ claim: Claim) throws(SpoolError) -> [StagedFile]? {
    let id = claim.id
    do {
      let folder = try folder(of: id, .read)
      if try decision(on: id, in: folder) != nil { return nil }
      return try during(.read, of: id) { () throws(SystemError) in try readStaged(in: folder) }
    } catch .unknownDocument {
      guard try Receipt.read(Receipt.name(of: id), in: folders.receipts, of: id) != nil else {
        throw .unknownDocument(id)
      }
      return nil
    }
  }

  private func readStaged(in folder: borrowing Folder) throws(SystemError) -> [StagedFile] {
    guard try folder.status(of: SpoolFile.staged) != nil else { return [] }
    let staged = try folder.folder(SpoolFile.staged)
    var files: [StagedFile] = []
    for name in try staged.names() {
      let size = try staged.status(of: name)?.size ?? 0
      let bytes = try SpoolFile.read(name, in: staged, limit: size)
      files.append(
        StagedFile(name: String(decoding: name.bytes, as: UTF8.self), bytes: bytes ?? []))
    }
    return files
  }

  private func write(
    _ files: [StagedFile], of claim: Claim, in folder: borrowing Folder, group: UInt32
  ) throws(SystemError) {
    try removeStaged(in: folder)
    try folder.makeFolder(SpoolFile.staged, mode: 0o700)
    let staged = try folder.folder(SpoolFile.staged)
    try write(files[...], to: staged, group: group)
    try staged.sync()
    try folder.sync()
    // The claim, too: what is told of this id from here on must be found under it after a power cut.
    try folders.syncInbox(of: claim)
  }

  /// Writes all files before it brings the first to disk: then they go there together.
  private func write(
    _ files: ArraySlice<StagedFile>, to staged: borrowing Folder, group: UInt32
  ) throws(SystemError) {
    guard let first = files.first else { return }
    let file = try SpoolFile.create(
      Path(first.name), holding: first.bytes, in: staged, mode: DirectorySpool.stagedMode,
      group: group)
    try write(files.dropFirst(), to: staged, group: group)
    try file.sync()
    try reached(.fileStaged)
  }
}
