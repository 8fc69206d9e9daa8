/// What becomes of the original of a released document. Held and quarantined documents always keep theirs.
package enum OriginalsPolicy: String, Sendable, Hashable, Codable, CaseIterable {
  /// It moves to `originals/<id>`, readable by the service alone.
  case keep
  /// It is removed once the scrubbed copy is durable in the outbox.
  case delete
}
