/// A person removed the oldest segments, as the time they are to be kept for was over.
package struct AuditPruning: Sendable, Hashable {
  /// The last record that was removed.
  package var last: AuditHead
  /// How many segments were removed.
  package var segments: Int
  package var person: AuditPerson

  package init(last: AuditHead, segments: Int, person: AuditPerson) {
    self.last = last
    self.segments = segments
    self.person = person
  }
}
