package import Audit
import Detection
package import Documents
package import Spool

/// Walks one document along its way: asks `DocumentWay` what comes next and has spool, detection and audit do it.
package struct DocumentRunner: Sendable {
  let spool: any DocumentSpool
  let audit: any AuditTrail
  let key: AuditKey
  let policies: Policies
  /// Where removed values are kept for an authorised reviewer; nil when they are not.
  let vault: Vault?
  /// The most bytes a document may have.
  let sizeLimit: Int

  package init(
    spool: any DocumentSpool, audit: any AuditTrail, key: AuditKey, policies: Policies,
    vault: Vault? = nil, sizeLimit: Int
  ) {
    self.spool = spool
    self.audit = audit
    self.key = key
    self.policies = policies
    self.vault = vault
    self.sizeLimit = sizeLimit
  }

  /// Brings a claimed document to its end and says which.
  ///
  /// A document with a fault of its own that no second try would mend is quarantined.
  ///
  /// - Parameter decided: its outcome, if one is on record already; ask `decided` before any second try.
  /// - Throws: when the machine failed, or the worker was stopped. Calling again, with what `decided` says, goes on where
  ///   it stopped. Also when the document could not even be quarantined: then its error is not `isOfMachine`.
  package func process(_ claim: Claim, decided: Outcome? = nil, _ desk: inout Desk)
    throws(PipelineError) -> Outcome
  {
    do {
      let claim = try noted(claim, decided)
      let decision = decided ?? .held == .held ? claim.decision : nil
      if decision == nil, let decided { return try finish(claim, decided) }
      return try surviving(claim) { () throws(PipelineError) in
        guard let decision else { return try walk(claim, &desk) }
        return try carryOut(decision, claim, &desk)
      }
    } catch {
      guard case .spool(let fault) = error, !fault.isOfMachine else { throw error }
      return try judge(claim, fault)
    }
  }

  /// The claim as the spool has noted it. One that has just been made, and was never brought to an outcome, needs no look:
  /// there cannot be a decision on it yet.
  private func noted(_ claim: Claim, _ decided: Outcome?) throws(PipelineError) -> Claim {
    if claim.isNew, decided == nil { return claim }
    return try PipelineError.ofSpool { () throws(SpoolError) in try spool.noted(claim) }
  }

  private func walk(_ claim: Claim, _ desk: inout Desk) throws(PipelineError) -> Outcome {
    defer { desk.rise() }
    var way = DocumentWay(claim, hasPolicy: policies[claim.profile] != nil)
    let policy = policies[claim.profile] ?? policies.standard
    var claimed = AuditEvent.claimed(claim.id)
    var action = way.next(.begun)
    while true {
      switch action {
      case .finish(let outcome): return outcome
      case .read: desk.sit()
      // From here on it is the disk that is waited for.
      case .stage: desk.rise()
      default: break
      }
      action = way.next(try perform(action, claim, policy, &claimed, &desk))
    }
  }

  /// - Parameters:
  ///   - policy: what the document asks for. Where there is none, the way leads to quarantine without it.
  ///   - claimed: the record that it was taken up; it goes to disk together with the outcome, so that there is one however
  ///     often the document is tried.
  private func perform(
    _ action: DocumentWay.Action, _ claim: Claim, _ policy: ScrubPolicy,
    _ claimed: inout AuditEvent, _ desk: inout Desk
  ) throws(PipelineError) -> DocumentWay.Event {
    switch action {
    case .read:
      return .read(
        try PipelineError.ofSpool { () throws(SpoolError) in
          try spool.read(claim, limit: sizeLimit)
        })
    case .decode(let bytes):
      claimed = .claimed(claim.id, size: bytes.count, contentMAC: key.mac(content: bytes))
      return decode(bytes)
    case .scrub(let document):
      return try scrub(document, stem: claim.nameParts.stem, policy, &desk)
    case .stage(let verdict):
      return try stage(verdict, claim, policy)
    case .commit(let verdict, let outputs):
      let mapping = AuditMapping(key: key, id: claim.id, policy: policy.audited)
      guard let sealed = try sealed(verdict, mapping) else { return .unwritable(.vaultTaken) }
      return try commit(
        [claimed] + sealed + mapping.records(of: verdict, outputs: outputs), of: verdict)
    case .publish(let verdict):
      let reason = verdict.reasons.first?.code ?? "clean"
      try PipelineError.ofSpool { () throws(SpoolError) in
        try spool.publish(claim, verdict.outcome, reason: reason)
      }
      return .published
    case .finish:
      return .published
    }
  }

  /// Keeps what was removed in the vault, if there is one, before anything is on record.
  ///
  /// - Returns: what to put on record of that; nil when the vault has other values of this document, which another try
  ///   would not change.
  private func sealed(
    _ verdict: Verdict, _ mapping: AuditMapping
  ) throws(PipelineError) -> [AuditEvent]? {
    guard let vault, let scrubbed = verdict.scrubbed, let document = verdict.document else {
      return []
    }
    do throws(VaultError) {
      return [try vault.seal(mapping.id, mapping.values(of: scrubbed, document))]
    } catch {
      switch error {
      case .system(let cause, let file): throw .audit(.system(cause, file: file))
      case .key(let error), .unrecorded(let error): throw .audit(error)
      case .noKey, .notThere, .refused, .taken: return nil
      }
    }
  }

  /// Puts a verdict's records on disk. An account of a document that is too long for the log is that document's fault.
  private func commit(
    _ records: [AuditEvent], of verdict: Verdict
  ) throws(PipelineError) -> DocumentWay.Event {
    do {
      try record(records)
      return .committed
    } catch {
      guard case .audit(.recordTooLong) = error, verdict.scrubbed != nil else { throw error }
      return .unwritable(.unrecordable)
    }
  }

  func decode(_ bytes: [UInt8]) -> DocumentWay.Event {
    do throws(DocumentRefusal) {
      return .decoded(try TextDocument(bytes))
    } catch {
      return .undecodable(error)
    }
  }

  func scrub(
    _ document: TextDocument, stem: String, _ policy: ScrubPolicy, _ desk: inout Desk
  ) throws(PipelineError) -> DocumentWay.Event {
    do throws(DetectionError) {
      return .scrubbed(try policy.scrubber.scrub(document.text, stem: stem, &desk.sit().scratch))
    } catch {
      if case .interrupted = error, desk.wasStopped { throw .stopped }
      return .failed(Reason(error))
    }
  }

  private func stage(
    _ verdict: Verdict, _ claim: Claim, _ policy: ScrubPolicy
  ) throws(PipelineError) -> DocumentWay.Event {
    let files: OutputFiles
    do throws(Reason) { files = try OutputFiles(verdict, claim, policy) } catch {
      return .unwritable(error)
    }
    try PipelineError.ofSpool { () throws(SpoolError) in try spool.stage(claim, files.staged) }
    return .staged(files.audited)
  }
}
