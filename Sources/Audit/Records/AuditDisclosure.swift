/// A person asked the vault for a removed value.
package struct AuditReveal: Sendable, Hashable {
  /// The tag whose values were asked for; nil when all of the document were.
  package var label: AuditLabel?
  package var person: AuditPerson
  package var reason: RevealReason
  package var result: RevealResult

  package init(
    label: AuditLabel?, person: AuditPerson, reason: RevealReason, result: RevealResult
  ) {
    self.label = label
    self.person = person
    self.reason = reason
    self.result = result
  }
}

/// Why a person has to see a removed value.
package enum RevealReason: String, Sendable, Hashable, CaseIterable, Codable {
  /// The patient's care needs it.
  case treatment
  /// The patient asked, or has a right to be told.
  case patientRequest = "patient-request"
  /// To check whether the redaction was right.
  case qualityCheck = "quality-check"
  /// A leak or a misuse is looked into.
  case investigation
  /// A court or an authority requires it.
  case legal
  case other
}

/// What came of it. An attempt that failed is on record as well.
package enum RevealResult: String, Sendable, Hashable, CaseIterable, Codable {
  case shown
  /// The vault holds nothing under that label.
  case notThere = "not-there"
  /// The document's key was destroyed, or its values were never kept.
  case noKey = "no-key"
  /// The key that was used is not the one the values are kept under, or the vault's file was changed.
  case refused
}

/// A person destroyed a document's key in the vault.
package struct AuditShredding: Sendable, Hashable {
  package var person: AuditPerson
  package var reason: ShredReason

  package init(person: AuditPerson, reason: ShredReason) {
    self.person = person
    self.reason = reason
  }
}

/// Why nobody is to read a document's removed values again.
package enum ShredReason: String, Sendable, Hashable, CaseIterable, Codable {
  /// The time they were to be kept for is over.
  case retention
  case patientRequest = "patient-request"
  case consentWithdrawn = "consent-withdrawn"
  case other
}
