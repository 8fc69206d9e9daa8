/// Where a document ended. Every document that arrives ends in exactly one.
package enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
  /// Scrubbed, checked, and in the outbox.
  case released
  /// Scrubbed, but a person has to decide.
  case held
  /// Not processed; the original waits with a reason.
  case quarantined
}
