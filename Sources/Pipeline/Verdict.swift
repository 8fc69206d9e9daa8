package import Documents
import Redaction

/// What is to become of a document, decided before anything is written.
package struct Verdict: Sendable {
  package var outcome: Outcome
  /// Why it was held or quarantined; empty when it is released.
  package var reasons: [Reason]
  /// How the bytes were read; nil when they could not be.
  package var document: TextDocument?
  /// What was found and done; nil when the document was not scrubbed.
  package var scrubbed: Scrubbed?

  /// A document that could not be processed.
  package static func quarantined(_ reason: Reason, document: TextDocument? = nil) -> Verdict {
    Verdict(outcome: .quarantined, reasons: [reason], document: document, scrubbed: nil)
  }

  /// The verdict on a scrubbed text: released only when the second scan found nothing and what remains does not tell too
  /// much together.
  package static func on(_ scrubbed: Scrubbed, document: TextDocument) -> Verdict {
    let traces = scrubbed.catches.count { $0.rule != SecondScan.scriptRule }
    var reasons = traces > 0 ? [Reason.secondScan(traces)] : []
    if traces < scrubbed.catches.count { reasons.append(.unsupportedScript) }
    reasons += Reason.revealing(scrubbed.residue)
    return Verdict(
      outcome: reasons.isEmpty ? .released : .held, reasons: reasons, document: document,
      scrubbed: scrubbed)
  }
}
