package import PCRE2

/// One rule of a pack, validated and compiled: what it finds, how, and how sure it is.
package struct Pattern: Sendable {
  /// `pack/name`, unique over all packs: lower-case letters, digits and hyphens on both sides of the slash.
  package var id: String
  package var category: Category
  /// One sentence for people.
  package var finds: String
  package var compiled: CompiledPattern
  /// Numbers of the capture groups that are the identifier; `[0]` for the whole match. A group that took no part in a match is skipped.
  package var identifierGroups: [Int]
  /// What a text must hold before PCRE2 is asked at all.
  package var requirement: Requirement
  /// Checks that every identifier this pattern proposes must pass.
  package var validators: [Validator]
  /// Checks that are not required, but make the finding certain (990 thousandths) where they pass: check digits.
  package var confirmations: [Validator]
  /// Thousandths, 1...1000.
  package var confidence: Int
  package var role: Role
  /// Stable codes of the reasons, `context:title`.
  package var evidence: [String]
  /// Heads of table columns, in lower case: the regex is tried on each cell under such a head, and nowhere else. Empty
  /// for a pattern that is searched everywhere.
  package var column: [String]
  package var examples: Examples

  package init(
    id: String, category: Category, finds: String, compiled: CompiledPattern,
    identifierGroups: [Int] = [0], requirement: Requirement = Requirement(),
    validators: [Validator] = [], confirmations: [Validator] = [], confidence: Int,
    role: Role = .unknown, evidence: [String] = [], column: [String] = [],
    examples: Examples = Examples()
  ) {
    self.id = id
    self.category = category
    self.finds = finds
    self.compiled = compiled
    self.identifierGroups = identifierGroups
    self.requirement = requirement
    self.validators = validators
    self.confirmations = confirmations
    self.confidence = confidence
    self.role = role
    self.evidence = evidence
    self.column = column
    self.examples = examples
  }
}

/// What a text must hold for a pattern to be worth a scan. All three conditions must be met; an empty one always is.
package struct Requirement: Sendable, Hashable {
  /// At least one of these stands in the text, ASCII case aside: what every match of the pattern contains.
  package var literals: [String]
  /// At least so many digits stand in the text.
  package var digits: Int

  package init(literals: [String] = [], digits: Int = 0) {
    self.literals = literals
    self.digits = digits
  }
}

/// Texts a pattern must and must not match; they run as tests.
package struct Examples: Sendable, Hashable {
  /// An example text, and the line of the pack it stands on.
  package struct Example: Sendable, Hashable {
    /// The text without marks.
    package var text: String
    /// Byte ranges of `text` that were marked `[[…]]`: exactly what the pattern must find; empty when the example only says "matches".
    package var marked: [Range<Int>]
    package var line: Int

    package init(text: String, marked: [Range<Int>] = [], line: Int) {
      self.text = text
      self.marked = marked
      self.line = line
    }
  }

  package var match: [Example]
  package var noMatch: [Example]

  package init(match: [Example] = [], noMatch: [Example] = []) {
    self.match = match
    self.noMatch = noMatch
  }
}

/// A rule that protects what looks like an identifier and is none: a blood pressure, a dose, an eponym.
///
/// A candidate of one of `against` that lies wholly inside a guarded span and is less sure than the guard is dropped.
package struct Guard: Sendable {
  package var id: String
  package var finds: String
  package var compiled: CompiledPattern
  /// Number of the group that is guarded; 0 for the whole match.
  package var group: Int
  package var requirement: Requirement
  package var against: Set<Category>
  /// Thousandths; candidates of this confidence or more are not dropped.
  package var confidence: Int
  package var examples: Examples

  package init(
    id: String, finds: String, compiled: CompiledPattern, group: Int = 0,
    requirement: Requirement = Requirement(), against: Set<Category>, confidence: Int,
    examples: Examples = Examples()
  ) {
    self.id = id
    self.finds = finds
    self.compiled = compiled
    self.group = group
    self.requirement = requirement
    self.against = against
    self.confidence = confidence
    self.examples = examples
  }
}
