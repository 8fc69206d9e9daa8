internal import Documents
internal import Syscalls

extension DirectorySpool {
  /// In the outbox people of the folder's group read the files; until then they lie where nobody can enter.
  private static let stagedMode: UInt32 = 0o640

  package func stage(_ claim: Claim, _ files: [StagedFile]) throws(SpoolError) {
    guard files.allSatisfy({ StagedFile.isPlain($0.name.utf8) }) else { throw .badName(claim.id) }
    let folder = try folder(of: claim.id, .stage)
    try withdrawDecision(of: claim.id, in: folder)
    try during(.stage, of: claim.id) { () throws(SystemError) in try write(files, in: folder) }
  }

  private func write(_ files: [StagedFile], in folder: borrowing Folder) throws(SystemError) {
    try removeStaged(in: folder)
    try folder.makeFolder(SpoolFile.staged, mode: 0o700)
    let staged = try folder.folder(SpoolFile.staged)
    let group = try folders.outbox.descriptor.status().group
    for file in files {
      try SpoolFile.write(
        file.bytes, to: Path(file.name), in: staged, mode: DirectorySpool.stagedMode, group: group)
      try reached(.fileStaged)
    }
    try staged.sync()
    try folder.sync()
    // The claim, too: what is told of this id from here on must be found under it after a power cut.
    try folders.inbox().sync()
  }
}
