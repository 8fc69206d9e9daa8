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
  /// A date becomes its day in the course of the case: `day 1`, `day 15`. A tag when it cannot be placed.
  case relativeDay = "relative-day"
  /// A date moves by the document's whole number of weeks and keeps the way it is written; keyed.
  case dateShift = "date-shift"
  /// An age of 90 or more becomes `90 or older` (45 CFR 164.514(b)(2)(i)(C)).
  case ninetyOrOlder = "90-or-older"
  /// A ZIP code becomes its first three digits, or 000 where the area is too small (164.514(b)(2)(i)(B)).
  case zip3
  /// A realistic value of the same kind, the same for the same person or value throughout the document; keyed.
  case surrogate

  /// Whether what it writes is drawn with a key from the value or the document. Under Safe Harbor a code "derived from
  /// or related to information about the individual" may not stay (164.514(c)(1)).
  package var isKeyed: Bool { self == .dateShift || self == .surrogate }
}
