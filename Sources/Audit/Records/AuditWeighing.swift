package import Patterns

/// What remains in a redacted text that can tell who is meant, and what it weighs together.
package struct AuditWeighing: Sendable, Hashable {
  /// In order of position.
  package var references: [AuditReference]
  /// The kinds that count, references and what the profile lets stay alike.
  package var kinds: [RevealingKind]
  /// Those of them of which one is enough.
  package var decisive: [RevealingKind]
  /// The sum of the kinds' weights, in thousandths.
  package var sum: Int
  /// The sum from which the profile holds a document, in thousandths.
  package var limit: Int
  /// Whether it holds the document.
  package var holds: Bool

  package init(
    references: [AuditReference], kinds: [RevealingKind], decisive: [RevealingKind], sum: Int,
    limit: Int, holds: Bool
  ) {
    self.references = references
    self.kinds = kinds
    self.decisive = decisive
    self.sum = sum
    self.limit = limit
    self.holds = holds
  }
}

/// A revealing reference, as numbers and codes.
package struct AuditReference: Sendable, Hashable {
  package var rule: AuditCode
  package var kind: RevealingKind
  /// Where it stands, in bytes of the redacted text.
  package var start: Int
  /// In bytes of the redacted text.
  package var length: Int

  package init(rule: AuditCode, kind: RevealingKind, start: Int, length: Int) {
    self.rule = rule
    self.kind = kind
    self.start = start
    self.length = length
  }
}
