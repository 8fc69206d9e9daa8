/// What a person decided about a held document, and why. The reason is one of a few codes: words of one's own could
/// repeat what the document says.
package struct AuditDecision: Sendable, Hashable {
  package var verdict: DecisionVerdict
  package var person: AuditPerson
  package var reason: DecisionReason

  package init(verdict: DecisionVerdict, person: AuditPerson, reason: DecisionReason) {
    self.verdict = verdict
    self.person = person
    self.reason = reason
  }
}

package enum DecisionVerdict: String, Sendable, Hashable, CaseIterable, Codable {
  /// The draft may leave.
  case approved
  /// It may not.
  case rejected
}

/// Why a person decided so.
package enum DecisionReason: String, Sendable, Hashable, CaseIterable, Codable {
  /// What held the document identifies nobody.
  case falseAlarm = "false-alarm"
  /// What told too much was put in general terms.
  case generalised
  /// The patient has agreed to what remains.
  case consent
  /// The text is no case report and tells of no patient.
  case notACase = "not-a-case"
  case other
}
