internal import Syscalls

extension DirectorySpool {
  package func read(_ claim: Claim, limit: Int) throws(SpoolError) -> ReadResult {
    let folder = try folder(of: claim.id, .read)
    return try during(.read, of: claim.id) { () throws(SystemError) in
      try Original.read(in: folder, limit: limit)
    }
  }
}
