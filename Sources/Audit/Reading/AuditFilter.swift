package import Documents
package import Patterns

/// Which records to show. What is nil does not filter.
package struct AuditFilter: Sendable {
  /// A document's id, the beginning of one, or its short form.
  package var document: String?
  package var category: Category?
  /// The beginning of a rule's id: `name/` or `contact/phone-nanp`.
  package var rule: String?
  package var outcome: Outcome?
  /// The types of record: `redacted`, `decided`.
  package var types: Set<AuditCode>?
  /// Whether the log's own records are shown as well.
  package var showsBookkeeping: Bool
  /// The first moment that is shown.
  package var since: AuditTime?
  /// The first moment that is no longer shown.
  package var until: AuditTime?

  package init(
    document: String? = nil, category: Category? = nil, rule: String? = nil,
    outcome: Outcome? = nil, types: Set<AuditCode>? = nil, showsBookkeeping: Bool = true,
    since: AuditTime? = nil, until: AuditTime? = nil
  ) {
    self.document = document
    self.category = category
    self.rule = rule
    self.outcome = outcome
    self.types = types
    self.showsBookkeeping = showsBookkeeping
    self.since = since
    self.until = until
  }

  /// The record with only the findings and catches that are asked for; nil when the record is not.
  package func apply(to record: AuditRecord) -> AuditRecord? {
    guard isInTime(record), isDocument(record.document), isType(record),
      outcome == nil || record.outcome == outcome
    else { return nil }
    guard category != nil || rule != nil else { return record }
    var record = record
    record.findings = record.findings?.filter { matches($0.category, $0.rule) }
    record.catches = record.catches?.filter { matches($0.category, $0.rule) }
    record.references = record.references?.filter { category == nil && isRule($0.rule) }
    let isEmpty =
      (record.findings ?? []).isEmpty && (record.catches ?? []).isEmpty
      && (record.references ?? []).isEmpty
    return isEmpty ? nil : record
  }

  /// Whether a segment can hold records that are asked for: none is younger than the segment's day but the checkpoint at
  /// its end.
  func mayMatch(_ segment: SegmentName) -> Bool { since.map { $0.day <= segment.day } ?? true }

  private func isInTime(_ record: AuditRecord) -> Bool {
    since.map { $0 <= record.time } ?? true && until.map { record.time < $0 } ?? true
  }

  private func isDocument(_ id: DocumentID?) -> Bool {
    guard let document else { return true }
    guard let id else { return false }
    return !document.isEmpty && (id.text.hasPrefix(document) || id.short == document)
  }

  private func isType(_ record: AuditRecord) -> Bool {
    types.map { $0.contains(record.type) } ?? (showsBookkeeping || !record.isBookkeeping)
  }

  private func isRule(_ rule: AuditCode) -> Bool { rule.text.hasPrefix(self.rule ?? "") }

  private func matches(_ category: Category, _ rule: AuditCode) -> Bool {
    (self.category ?? category) == category && isRule(rule)
  }
}
