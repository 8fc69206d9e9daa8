/// What a profile does with a finding's text.
package enum Operator: String, Sendable, Hashable, CaseIterable, Codable {
  /// A numbered tag, the same for the same person or value: `[NAME-1]`.
  case tag
  /// Nothing is left.
  case remove
  /// Each letter and digit becomes `*`, so that the layout of tables survives.
  case mask
  /// The text stays; the finding is still counted.
  case keep
  /// A date becomes its year, when it has one of four digits; else a tag.
  case year
  /// An age of 90 or more becomes `90 or older` (45 CFR 164.514(b)(2)(i)(C)).
  case ninetyOrOlder = "90-or-older"
  /// A ZIP code becomes its first three digits, or 000 where the area is too small (164.514(b)(2)(i)(B)).
  case zip3
}
