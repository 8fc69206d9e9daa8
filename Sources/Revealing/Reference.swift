package import Patterns

/// Something in a redacted text that can tell who is meant although it is no identifier.
///
/// It holds offsets, codes and the pack's own words; never text of the document.
package struct Reference: Sendable, Hashable {
  /// In bytes of the redacted text.
  package var range: Range<Int>
  package var kind: RevealingKind
  /// The pattern that found it: `occupation/keeper`.
  package var rule: String
  /// Why it can identify, in plain words.
  package var reason: String
  /// What to write instead.
  package var suggestion: String

  package init(
    range: Range<Int>, kind: RevealingKind, rule: String, reason: String, suggestion: String
  ) {
    self.range = range
    self.kind = kind
    self.rule = rule
    self.reason = reason
    self.suggestion = suggestion
  }
}
