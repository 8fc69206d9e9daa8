package import Documents

/// A document taken up: it lies in `work/<id>/` and nobody else touches it.
package struct Claim: Sendable, Hashable {
  /// What the document is called from here on.
  package let id: DocumentID
  /// The raw bytes of the name it had in the inbox; it may tell who the patient is.
  package let name: [UInt8]
  /// The profile asked for by the folder it was dropped into; nil for the service's own.
  package let profile: String?
  /// Set when it is no document at all; then it can only be quarantined.
  package let refusal: Refusal?
  /// What a person decided about it while it was held; nil for a document that comes from the inbox.
  package let decision: Decision?
  /// How many processes died while they worked on it when it had already been found in work at their start; nil for a
  /// document that comes from the inbox, about which nobody knows anything bad.
  package let earlierTries: Int?
  /// Whether it has just been taken from the inbox: then all that is noted of it in `work/` is said here.
  package let isNew: Bool

  package init(
    id: DocumentID, name: [UInt8], profile: String? = nil, refusal: Refusal? = nil,
    decision: Decision? = nil, earlierTries: Int? = nil, isNew: Bool = false
  ) {
    self.id = id
    self.name = name
    self.profile = profile
    self.refusal = refusal
    self.decision = decision
    self.earlierTries = earlierTries
    self.isNew = isNew
  }
}
