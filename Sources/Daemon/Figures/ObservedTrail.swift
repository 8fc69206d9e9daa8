package import Audit
package import Documents
package import Pipeline

/// An audit trail whose records are counted, once they are on record.
package struct ObservedTrail: AuditTrail {
  private let trail: any AuditTrail
  private let telemetry: Telemetry

  package init(_ trail: any AuditTrail, _ telemetry: Telemetry) {
    self.trail = trail
    self.telemetry = telemetry
  }

  package func append(_ events: [AuditEvent], durable: Bool) throws(AuditError) {
    try trail.append(events, durable: durable)
    telemetry.figures.recorded(events)
    telemetry.reasons.note(events)
  }

  package func outcomes(
    of documents: Set<DocumentID>
  ) throws(AuditError) -> [DocumentID: Outcome] { try trail.outcomes(of: documents) }

  package func outputs(of document: DocumentID) throws(AuditError) -> [AuditOutput]? {
    try trail.outputs(of: document)
  }

  package func checkpoint() throws(AuditError) { try trail.checkpoint() }

  package func reopen() throws(AuditError) { try trail.reopen() }
}
