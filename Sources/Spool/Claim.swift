package import Documents

/// A document taken out of the inbox: it lies in `work/<id>/` and nobody else touches it.
package struct Claim: Sendable, Hashable {
  /// What the document is called from here on.
  package let id: DocumentID
  /// The raw bytes of the name it had in the inbox; it may tell who the patient is.
  package let name: [UInt8]
  /// Set when it is no document at all; then it can only be quarantined.
  package let refusal: Refusal?

  package init(id: DocumentID, name: [UInt8], refusal: Refusal? = nil) {
    self.id = id
    self.name = name
    self.refusal = refusal
  }
}
