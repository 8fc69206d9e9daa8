package import Documents
package import Spool
internal import Synchronization

extension MemorySpool {
  /// Leaves a person's decision, as `scrubd review` does.
  package func decide(_ decision: Spool.Decision, on id: DocumentID) {
    state.withLock { $0.decisions[id] = decision }
  }

  func reopen(_ arrival: Arrival) throws(SpoolError) -> Claim? {
    try change { (contents) throws(SpoolError) in
      let name = String(decoding: arrival.name, as: UTF8.self)
      guard let id = DocumentID(String(name.dropLast(".json".count))) else { return nil }
      try contents.step(id, .claim)
      if contents.work[id]?.ruling != nil { return contents.claim(of: id) }
      guard let ruling = contents.decisions.removeValue(forKey: id),
        var document = contents.hold.removeValue(forKey: id)
      else { return nil }
      document.ruling = ruling
      document.held = document.staged
      document.staged = [:]
      document.decision = nil
      contents.receipts[id] = nil
      contents.work[id] = document
      try contents.step(id, .claim)
      return contents.claim(of: id)
    }
  }

  package func noted(_ claim: Claim) throws(SpoolError) -> Claim {
    try change { (contents) throws(SpoolError) in contents.claim(of: claim.id) ?? claim }
  }

  package func held(_ claim: Claim) throws(SpoolError) -> [StagedFile] {
    try change { (contents) throws(SpoolError) in
      try contents.step(claim.id, .read)
      guard let document = contents.work[claim.id] else { throw .unknownDocument(claim.id) }
      return document.held.sorted { $0.key < $1.key }.map {
        StagedFile(name: $0.key, bytes: $0.value)
      }
    }
  }

  package func refuseDecision(on claim: Claim, reason: String) throws(SpoolError) {
    try change { (contents) throws(SpoolError) in
      try contents.step(claim.id, .stage)
      contents.work[claim.id]?.ruling = nil
      contents.work[claim.id]?.refusal = reason
      try contents.step(claim.id, .stage)
    }
  }
}
