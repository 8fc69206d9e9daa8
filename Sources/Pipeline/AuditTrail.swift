package import Audit
package import Documents

/// Where a document's records go. `AuditLog` is the real one.
package protocol AuditTrail: Sendable {
  /// Appends records in this order. When `durable`, they are on disk when it returns.
  func append(_ events: [AuditEvent], durable: Bool) throws(AuditError)
  /// The outcomes already on record: what a stop between record and rename left to be done.
  func outcomes(of documents: Set<DocumentID>) throws(AuditError) -> [DocumentID: Outcome]
  /// The files that the record of a document's release names; nil when it was not released last.
  func outputs(of document: DocumentID) throws(AuditError) -> [AuditOutput]?
  /// Signs what was appended and brings the head of the trail to its witnesses; does nothing when nothing was appended.
  func checkpoint() throws(AuditError)
  /// Makes the trail usable again after a failure; does nothing when it is.
  func reopen() throws(AuditError)
}

extension AuditLog: AuditTrail {}
