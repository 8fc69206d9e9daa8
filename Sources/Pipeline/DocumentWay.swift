package import Audit
package import Documents
package import Spool

/// One document's way from the inbox to its end, as a state machine without I/O.
///
/// It is told what happened and answers what to do next. Every answer that leads to the outbox goes through `decide`,
/// `stage` and `commit` in this order; anything unexpected leads to quarantine.
///
///     begun -> read -> decode -> scrub -> stage -> commit (audit durable) -> publish -> finished
package struct DocumentWay: Sendable {
  /// What happened.
  package enum Event: Sendable {
    case begun
    case read(ReadResult)
    case decoded(TextDocument)
    case undecodable(DocumentRefusal)
    case scrubbed(Scrubbed)
    case failed(Reason)
    /// The verdict's files are written; what the audit will say of them.
    case staged([AuditOutput])
    /// The verdict's files or records could not be made; the document cannot be released.
    case unwritable(Reason)
    case committed
    case published
  }

  /// What to do next.
  package enum Action: Sendable {
    /// Read the claimed file.
    case read
    /// Note what was taken up, and decode these bytes.
    case decode([UInt8])
    case scrub(TextDocument)
    /// Write the verdict's files beside the original, durably.
    case stage(Verdict)
    /// Append the document's records to the audit log, durably. Nothing is visible outside before.
    case commit(Verdict, [AuditOutput])
    case publish(Verdict)
    case finish(Outcome)
  }

  private enum State: Sendable {
    case begun
    case reading
    case decoding
    case scrubbing(TextDocument)
    case staging(Verdict)
    case committing(Verdict)
    case publishing(Verdict)
    case finished(Outcome)
  }

  private let refusal: Reason?
  private var state = State.begun

  /// - Parameter hasPolicy: whether there is a policy of the name the document asks for.
  package init(_ claim: Claim, hasPolicy: Bool = true) {
    refusal = claim.refusal.map { Reason($0) } ?? (hasPolicy ? nil : .unknownProfile)
  }

  /// Takes in what happened and says what to do.
  package mutating func next(_ event: Event) -> Action {
    switch (state, event) {
    case (.begun, .begun):
      if let refusal { return settle(.quarantined(refusal)) }
      state = .reading
      return .read
    case (.reading, .read(.bytes(let bytes))):
      state = .decoding
      return .decode(bytes)
    case (.reading, .read(.refused(let refusal))):
      return settle(.quarantined(Reason(refusal)))
    case (.decoding, .decoded(let document)):
      state = .scrubbing(document)
      return .scrub(document)
    case (.decoding, .undecodable(let refusal)):
      return settle(.quarantined(Reason(refusal)))
    case (.scrubbing(let document), .scrubbed(let scrubbed)):
      return settle(.on(scrubbed, document: document))
    case (.scrubbing(let document), .failed(let reason)):
      return settle(.quarantined(reason, document: document))
    case (.staging(let verdict), .staged(let outputs)):
      state = .committing(verdict)
      return .commit(verdict, outputs)
    case (.staging, .unwritable(let reason)), (.committing, .unwritable(let reason)):
      return settle(.quarantined(reason))
    case (.committing(let verdict), .committed):
      state = .publishing(verdict)
      return .publish(verdict)
    case (.publishing(let verdict), .published):
      state = .finished(verdict.outcome)
      return .finish(verdict.outcome)
    case (.finished(let outcome), _):
      return .finish(outcome)
    default:
      // An event out of order: nobody knows what was checked, so nothing may leave.
      return settle(.quarantined(.undecided))
    }
  }

  private mutating func settle(_ verdict: Verdict) -> Action {
    state = .staging(verdict)
    return .stage(verdict)
  }
}
