package import Documents
package import Spool

extension MemorySpool {
  package func stage(_ claim: Claim, _ files: [StagedFile]) throws(SpoolError) {
    try change { (contents) throws(SpoolError) in
      try contents.step(claim.id, .stage)
      guard contents.work[claim.id] != nil else { throw .unknownDocument(claim.id) }
      if contents.damaged.contains(claim.id) { throw .damaged(claim.id) }
      try contents.withdrawDecision(claim.id)
      contents.work[claim.id]?.staged = [:]
      for file in files {
        contents.work[claim.id]?.staged[file.name] = file.bytes
        try contents.step(claim.id, .stage)
      }
    }
  }

  package func publish(
    _ claim: Claim, _ outcome: Outcome, reason: String
  ) throws(SpoolError) {
    try change { (contents) throws(SpoolError) in
      try contents.step(claim.id, .publish)
      guard let document = contents.work[claim.id] else {
        guard let receipt = contents.receipts[claim.id] else { throw .unknownDocument(claim.id) }
        guard receipt.outcome == outcome else { throw .alreadyDecided(claim.id, receipt.outcome) }
        return
      }
      if contents.damaged.contains(claim.id) { throw .damaged(claim.id) }
      if document.decision?.outcome != outcome {
        try contents.withdrawDecision(claim.id)
        try contents.decide(claim.id, outcome, reason)
      }
      try contents.finish(claim.id)
    }
  }
}

extension MemorySpool {
  package func staged(_ claim: Claim) throws(SpoolError) -> [StagedFile]? {
    try change { (contents) throws(SpoolError) in
      guard let document = contents.work[claim.id] else {
        guard contents.receipts[claim.id] != nil else { throw .unknownDocument(claim.id) }
        return nil
      }
      if contents.damaged.contains(claim.id) { throw .damaged(claim.id) }
      if document.decision != nil { return nil }
      return document.staged.sorted { $0.key < $1.key }.map {
        StagedFile(name: $0.key, bytes: $0.value)
      }
    }
  }

  package func setAside(_ claim: Claim, note: StagedFile, reason: String) throws(SpoolError) {
    try change { (contents) throws(SpoolError) in
      if contents.work[claim.id] == nil, contents.quarantine[claim.id] != nil { return }
      try contents.step(claim.id, .setAside)
      guard contents.work[claim.id] != nil else { throw .unknownDocument(claim.id) }
      if contents.work[claim.id]?.decision?.outcome != .quarantined {
        contents.receipts[claim.id] = nil
        contents.damaged.remove(claim.id)
        contents.work[claim.id]?.decision = nil
        contents.work[claim.id]?.staged[note.name] = note.bytes
        try contents.decide(claim.id, .quarantined, reason)
      }
      try contents.finish(claim.id)
    }
  }
}

extension MemorySpool.Contents {
  mutating func decide(
    _ id: DocumentID, _ outcome: Outcome, _ reason: String
  ) throws(SpoolError) {
    guard let document = work[id] else { throw .unknownDocument(id) }
    let names = document.staged.keys.sorted()
    let files =
      names.filter(StagedFile.isReport) + names.filter { !StagedFile.isReport($0) }
    if outcome == .released {
      guard case .file = document.original, !files.isEmpty else { throw .notReleasable(id) }
      guard names.allSatisfy({ outbox[$0] == nil || outbox[$0] == document.staged[$0] }) else {
        throw .nameTaken(id)
      }
    }
    work[id]?.decision = MemorySpool.Decision(outcome: outcome, reason: reason, files: files)
    try step(id, .publish)
  }

  /// Takes back a decision nothing of which is visible yet.
  mutating func withdrawDecision(_ id: DocumentID) throws(SpoolError) {
    guard let document = work[id], let decision = document.decision else { return }
    guard receipts[id] == nil, decision.files.allSatisfy({ document.staged[$0] != nil }) else {
      throw .alreadyDecided(id, decision.outcome)
    }
    work[id]?.decision = nil
  }

  /// Does what is left to do after the decision.
  mutating func finish(_ id: DocumentID) throws(SpoolError) {
    guard let document = work[id], let decision = document.decision else { return }
    if decision.outcome == .released {
      for name in decision.files {
        guard let bytes = work[id]?.staged.removeValue(forKey: name) else { continue }
        outbox[name] = bytes
        released.append(name)
        try step(id, .publish)
      }
    }
    receipts[id] = decision
    try step(id, .publish)
    switch decision.outcome {
    case .released:
      work[id]?.original = nil
      try step(id, .publish)
    case .held: hold[id] = document
    case .quarantined: quarantine[id] = document
    }
    work[id] = nil
    try step(id, .publish)
  }
}
