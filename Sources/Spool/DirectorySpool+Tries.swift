internal import Documents
internal import Syscalls

/// A document whose scrubbing ends the process would end the next one as well, for ever. So a process that finds a document
/// in work leaves a mark before it works on it, and takes the mark away when it lives to do so.
extension DirectorySpool {
  package func noteTry(_ claim: Claim) throws(SpoolError) {
    let folder = try folder(of: claim.id, .recover)
    try during(.recover, of: claim.id) { () throws(SystemError) in
      let file = try folder.open(SpoolFile.tries, [.write, .create, .append, .noFollow])
      // Not synced: it has to outlive the process and not the machine.
      try file.write([UInt8(ascii: "x")])
    }
  }

  package func forgetTries(_ claim: Claim) throws(SpoolError) {
    let folder = try folder(of: claim.id, .recover)
    try during(.recover, of: claim.id) { () throws(SystemError) in try removeTries(in: folder) }
  }

  func removeTries(in folder: borrowing Folder) throws(SystemError) {
    do {
      try folder.remove(SpoolFile.tries)
    } catch {
      guard error.isMissing else { throw error }
    }
  }

  /// The marks that are left of processes that died.
  func tries(in folder: borrowing Folder) throws(SystemError) -> Int {
    try folder.status(of: SpoolFile.tries)?.size ?? 0
  }
}
