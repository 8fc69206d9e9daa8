internal import Audit
internal import Detection
internal import Documents
internal import Redaction
internal import Spool

/// What becomes of a held document that a person has decided on: the audit record first, then the rename.
///
/// Everything here can be repeated from the start until the outcome is on record; from then on `finish` does the rest.
extension DocumentRunner {
  func carryOut(
    _ decision: Decision, _ claim: Claim, _ desk: inout Desk
  ) throws(PipelineError) -> Outcome {
    let files = try PipelineError.ofSpool { () throws(SpoolError) in try spool.held(claim) }
    guard let record = AuditDecision(decision) else {
      return try refuse(claim, .unknownReason, files)
    }
    switch decision.verdict {
    case .reject: return try reject(claim, record)
    case .approve:
      do throws(DecisionProblem) {
        return try approve(decision, record, claim, files, &desk)
      } catch {
        switch error {
        case .refused(let reason): return try refuse(claim, reason, files)
        case .failed(let error): throw error
        }
      }
    }
  }

  private func reject(
    _ claim: Claim, _ record: AuditDecision
  ) throws(PipelineError) -> Outcome {
    let note = OutputFiles.note(on: claim, .rejected)
    try PipelineError.ofSpool { () throws(SpoolError) in try spool.stage(claim, [note]) }
    try self.record([
      .decided(claim.id, record), .quarantined(claim.id, reason: "rejected"),
    ])
    try PipelineError.ofSpool { () throws(SpoolError) in
      try spool.publish(claim, .quarantined, reason: Reason.rejected.code)
    }
    return .quarantined
  }

  /// Leaves the document held as it was.
  private func refuse(
    _ claim: Claim, _ reason: RefusedDecision, _ files: [StagedFile]
  ) throws(PipelineError) -> Outcome {
    try PipelineError.ofSpool { () throws(SpoolError) in
      try spool.stage(claim, files)
      try spool.refuseDecision(on: claim, reason: reason.rawValue)
      try spool.publish(claim, .held, reason: reason.rawValue)
    }
    return .held
  }

  private func approve(
    _ decision: Decision, _ record: AuditDecision, _ claim: Claim, _ files: [StagedFile],
    _ desk: inout Desk
  ) throws(DecisionProblem) -> Outcome {
    let held = try HeldDraft(files)
    if held.hasTraces, !decision.acceptsTraces { throw .refused(.traces) }
    let release =
      if let edited = decision.edited {
        try self.release(of: edited, held, claim, accepting: decision, &desk)
      } else {
        Release(draft: held.draft, report: held.report, records: [])
      }
    var report = release.report
    report.outcome = .released
    report.decision = Report.Ruling(
      verdict: record.verdict.rawValue, reason: record.reason.rawValue,
      isEdited: decision.edited != nil)
    let output = OutputFiles(release.draft, report)
    do throws(PipelineError) {
      try PipelineError.ofSpool { () throws(SpoolError) in try spool.stage(claim, output.staged) }
      try self.record(
        release.records + [
          .decided(claim.id, record), .released(claim.id, outputs: output.audited),
        ])
      try PipelineError.ofSpool { () throws(SpoolError) in
        try spool.publish(claim, .released, reason: "approved")
      }
      return .released
    } catch {
      throw .failed(error)
    }
  }

  /// An edited draft, scrubbed again by the policy the document was held under. What held the document before may hold it
  /// still, as the person has accepted that; nothing new may.
  private func release(
    of edited: [UInt8], _ held: HeldDraft, _ claim: Claim, accepting decision: Decision,
    _ desk: inout Desk
  ) throws(DecisionProblem) -> Release {
    defer { desk.rise() }
    guard let policy = policies[claim.profile] else { throw .refused(.unknownProfile) }
    guard edited.count <= sizeLimit, case .decoded(let document) = decode(edited) else {
      throw .refused(.editedUnreadable)
    }
    let event: DocumentWay.Event
    do { event = try scrub(document, stem: "", policy, &desk) } catch { throw .failed(error) }
    guard case .scrubbed(let scrubbed) = event else { throw .refused(.editedNotChecked) }
    let verdict = Verdict.on(scrubbed, document: document)
    let accepted = Set(held.report.reasons.map(\.code))
    guard verdict.reasons.allSatisfy({ accepted.contains($0.code) }) else {
      throw .refused(.editedRevealsMore)
    }
    let bytes: [UInt8]
    do { bytes = try OutputFiles.text(of: scrubbed, document) } catch {
      throw .refused(.editedUnreadable)
    }
    var report = Report(
      claim.id, .released, policy, scrubbed, reasons: verdict.reasons, file: bytes)
    report.removed = held.report.removed + report.removed
    report.reasons = held.report.reasons
    let mapping = AuditMapping(key: key, id: claim.id, policy: policy.audited)
    return Release(
      draft: StagedFile(name: held.draft.name, bytes: bytes), report: report,
      records: mapping.account(of: scrubbed, document))
  }
}

/// Why an approval is not carried out.
private enum DecisionProblem: Error {
  /// The document stays held; a code tells why.
  case refused(RefusedDecision)
  case failed(PipelineError)
}

/// What an approval brings to the outbox, and what the audit has to know of it before.
private struct Release {
  var draft: StagedFile
  var report: Report
  var records: [AuditEvent]
}

/// What a document was held with.
private struct HeldDraft {
  let draft: StagedFile
  let report: Report

  /// - Throws: when the draft is not the one the report was written about.
  init(_ files: [StagedFile]) throws(DecisionProblem) {
    guard let draft = files.first(where: { !$0.isReport }),
      let json = files.first(where: { $0.isReport && $0.name.hasSuffix(".json") }),
      let report = Report(json: json.bytes), report.text == Report.File(draft.bytes)
    else { throw .refused(.changedSinceHeld) }
    self.draft = draft
    self.report = report
  }

  /// Whether the second scan had found something in it.
  var hasTraces: Bool {
    report.reasons.contains { $0.isOfSecondScan }
  }
}

extension AuditDecision {
  /// Nil when the reason is none of the fixed list.
  fileprivate init?(_ decision: Decision) {
    guard let reason = DecisionReason(rawValue: decision.reason) else { return nil }
    self.init(
      verdict: decision.verdict == .approve ? .approved : .rejected,
      person: AuditPerson(uid: decision.user, name: decision.userName), reason: reason)
  }
}
