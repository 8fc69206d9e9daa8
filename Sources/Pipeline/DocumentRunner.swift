package import Audit
import Detection
package import Documents
package import Redaction
package import Spool

/// Walks one document along its way: asks `DocumentWay` what comes next and has spool, detection and audit do it.
package struct DocumentRunner: Sendable {
  private let spool: any DocumentSpool
  private let audit: any AuditTrail
  private let key: AuditKey
  private let scrubber: Scrubber
  private let profile: Profile
  /// The most bytes a document may have.
  private let sizeLimit: Int

  package init(
    spool: any DocumentSpool, audit: any AuditTrail, key: AuditKey, scrubber: Scrubber,
    profile: Profile, sizeLimit: Int
  ) {
    self.spool = spool
    self.audit = audit
    self.key = key
    self.scrubber = scrubber
    self.profile = profile
    self.sizeLimit = sizeLimit
  }

  /// The outcomes that an earlier run put on record for these claims before it was stopped.
  package func decided(_ claims: [Claim]) throws(PipelineError) -> [DocumentID: Outcome] {
    guard !claims.isEmpty else { return [:] }
    return try PipelineError.ofAudit { () throws(AuditError) in
      try audit.reopen()
      return try audit.outcomes(of: Set(claims.map(\.id)))
    }
  }

  /// Brings a claimed document to its end and says which.
  ///
  /// - Parameter decided: its outcome, if one is on record already; ask `decided` before any second try.
  /// - Throws: when spool or audit failed. Calling again, with what `decided` says, goes on where it stopped.
  package func process(_ claim: Claim, decided: Outcome? = nil, _ desk: inout Desk)
    throws(PipelineError) -> Outcome
  {
    if let decided { return try finish(claim, decided) }
    desk.begin()
    var way = DocumentWay(claim)
    var action = way.next(.begun)
    while true {
      if case .finish(let outcome) = action { return outcome }
      action = way.next(try perform(action, claim, &desk.scratch))
    }
  }

  /// Finishes a document whose outcome an earlier run put on record before it was stopped.
  private func finish(_ claim: Claim, _ outcome: Outcome) throws(PipelineError) -> Outcome {
    try PipelineError.ofSpool { () throws(SpoolError) in
      try spool.publish(claim, outcome, reason: "recovered")
    }
    try record([.recovered(claim.id, action: "finished")], durable: true)
    return outcome
  }

  private func perform(
    _ action: DocumentWay.Action, _ claim: Claim, _ scratch: inout DetectionScratch
  ) throws(PipelineError) -> DocumentWay.Event {
    switch action {
    case .read:
      return .read(
        try PipelineError.ofSpool { () throws(SpoolError) in
          try spool.read(claim, limit: sizeLimit)
        })
    case .decode(let bytes):
      try record(
        [.claimed(claim.id, size: bytes.count, contentMAC: key.mac(content: bytes))], durable: false)
      return decode(bytes)
    case .scrub(let document):
      return scrub(document, claim, &scratch)
    case .stage(let verdict):
      return try stage(verdict, claim)
    case .commit(let verdict, let outputs):
      let records = AuditMapping(key: key, id: claim.id).records(of: verdict, outputs: outputs)
      try record(records, durable: true)
      return .committed
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

  private func record(_ events: [AuditEvent], durable: Bool) throws(PipelineError) {
    try PipelineError.ofAudit { () throws(AuditError) in
      try audit.append(events, durable: durable)
    }
  }

  private func decode(_ bytes: [UInt8]) -> DocumentWay.Event {
    do throws(DocumentRefusal) {
      return .decoded(try TextDocument(bytes))
    } catch {
      return .undecodable(error)
    }
  }

  private func scrub(
    _ document: TextDocument, _ claim: Claim, _ scratch: inout DetectionScratch
  ) -> DocumentWay.Event {
    let name = NameParts(fileName: String(decoding: claim.name, as: UTF8.self))
    do throws(DetectionError) {
      return .scrubbed(try scrubber.scrub(document.text, stem: name.stem, &scratch))
    } catch {
      return .failed(Reason(error))
    }
  }

  private func stage(_ verdict: Verdict, _ claim: Claim) throws(PipelineError)
    -> DocumentWay.Event
  {
    let files: OutputFiles
    do throws(Reason) { files = try OutputFiles(verdict, claim, profile) } catch {
      return .unwritable(error)
    }
    try PipelineError.ofSpool { () throws(SpoolError) in try spool.stage(claim, files.staged) }
    return .staged(files.audited)
  }
}
