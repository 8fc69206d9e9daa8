internal import Audit
package import Documents
package import Spool

/// What becomes of documents that a stop or a fault left on their way.
extension DocumentRunner {
  /// The outcomes that an earlier run put on record for these claims before it was stopped.
  package func decided(_ claims: [Claim]) throws(PipelineError) -> [DocumentID: Outcome] {
    guard !claims.isEmpty else { return [:] }
    return try PipelineError.ofAudit { () throws(AuditError) in
      try audit.reopen()
      return try audit.outcomes(of: Set(claims.map(\.id)))
    }
  }

  /// Finishes a document whose outcome an earlier run put on record before it was stopped.
  func finish(_ claim: Claim, _ outcome: Outcome) throws(PipelineError) -> Outcome {
    if outcome == .released, !(try isAsRecorded(claim)) {
      return try setAside(claim, .notAsRecorded)
    }
    try PipelineError.ofSpool { () throws(SpoolError) in
      try spool.publish(claim, outcome, reason: "recovered")
    }
    try record([.recovered(claim.id, action: "finished")])
    return outcome
  }

  /// Whether the files that wait for their release are those that the record of the release names.
  ///
  /// Files bound by a receipt are not looked at: it was written by whoever had just put them on record.
  private func isAsRecorded(_ claim: Claim) throws(PipelineError) -> Bool {
    let waiting = try PipelineError.ofSpool { () throws(SpoolError) in try spool.staged(claim) }
    guard let waiting else { return true }
    let recorded = try PipelineError.ofAudit { () throws(AuditError) in
      try audit.outputs(of: claim.id)
    }
    guard let recorded, recorded.count == waiting.count else { return false }
    return Set(recorded) == Set(waiting.map(OutputFiles.audit))
  }

  /// Ends a document that has a fault of its own.
  ///
  /// - Throws: the fault, when there is nothing to quarantine: the document is released but for its remains, or gone.
  func judge(_ claim: Claim, _ fault: SpoolError) throws(PipelineError) -> Outcome {
    switch fault {
    case .notTidied: throw .spool(fault)
    case .unknownDocument:
      try record([.recovered(claim.id, action: "missing")])
      throw .spool(fault)
    default: return try setAside(claim, Reason(fault))
    }
  }

  /// Quarantines a document, whatever was decided about it before.
  func setAside(_ claim: Claim, _ reason: Reason) throws(PipelineError) -> Outcome {
    let isOnRecord = try decided([claim])[claim.id] != nil
    let policy = policies[claim.profile] ?? policies.standard
    let mapping = AuditMapping(key: key, id: claim.id, policy: policy.audited)
    try record(
      (isOnRecord ? [] : [.claimed(claim.id)]) + [.recovered(claim.id, action: "set-aside")]
        + mapping.records(of: .quarantined(reason), outputs: []))
    let note = OutputFiles.note(on: claim, reason)
    try PipelineError.ofSpool { () throws(SpoolError) in
      try spool.setAside(claim, note: note, reason: reason.code)
    }
    return .quarantined
  }

  /// Puts records on disk.
  func record(_ events: [AuditEvent]) throws(PipelineError) {
    try PipelineError.ofAudit { () throws(AuditError) in
      try audit.append(events, durable: true)
    }
  }
}
