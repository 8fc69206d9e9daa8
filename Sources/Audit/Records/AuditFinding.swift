package import Patterns

/// What was done with one finding. It names the value by a keyed digest and cannot carry it.
package struct AuditFinding: Sendable, Hashable {
  package var rule: AuditCode
  package var category: Category
  /// The item of 45 CFR 164.514(b)(2)(i).
  package var item: HIPAAItem
  /// Where it stood, in bytes of the decoded UTF-8 text.
  package var start: Int
  /// In bytes of the decoded UTF-8 text.
  package var length: Int
  /// The profile's operator: `tag`, `year`, `keep`, ...
  package var action: AuditCode
  /// The tag that replaced it; nil when the operator writes none.
  package var label: AuditLabel?
  /// In thousandths, 1...1000.
  package var confidence: Int
  package var evidence: [AuditCode]
  package var role: Role
  /// Of the normalised value, see `AuditKey.mac(value:)`.
  package var valueMAC: AuditMAC

  /// - Parameters:
  ///   - item: the category's own item unless a pattern says otherwise.
  package init(
    rule: AuditCode, category: Category, item: HIPAAItem? = nil, start: Int, length: Int,
    action: AuditCode, label: AuditLabel? = nil, confidence: Int, evidence: [AuditCode] = [],
    role: Role = .unknown, valueMAC: AuditMAC
  ) {
    self.rule = rule
    self.category = category
    self.item = item ?? category.item
    self.start = start
    self.length = length
    self.action = action
    self.label = label
    self.confidence = confidence
    self.evidence = evidence
    self.role = role
    self.valueMAC = valueMAC
  }

  /// The operator that leaves the text as it is.
  static let keep: AuditCode = "keep"

  /// Whether the text was changed.
  package var isRemoved: Bool { action != AuditFinding.keep }
}

/// The account of one document's redaction.
package struct AuditRedaction: Sendable, Hashable {
  /// `text`, `csv`, `hl7`, ...
  package var format: AuditCode
  /// `utf-8`, `windows-1252`, ...
  package var encoding: AuditCode
  /// In order of position, kept ones included.
  package var findings: [AuditFinding]
  /// The profile that was applied; nil when it is the one of the last start.
  package var policy: AuditPolicy?

  package init(
    format: AuditCode, encoding: AuditCode, findings: [AuditFinding], policy: AuditPolicy? = nil
  ) {
    self.format = format
    self.encoding = encoding
    self.policy = policy
    self.findings = findings
  }

  /// How many findings of each of the 18 items were removed; kept ones do not count.
  package var counts: [HIPAAItem: Int] {
    var counts = Dictionary(uniqueKeysWithValues: HIPAAItem.allCases.map { ($0, 0) })
    for finding in findings where finding.isRemoved { counts[finding.item, default: 0] += 1 }
    return counts
  }
}
