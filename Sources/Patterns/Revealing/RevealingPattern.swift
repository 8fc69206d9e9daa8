package import PCRE2

/// One rule that finds revealing references: what it finds, why that can identify, and what to write instead.
package struct RevealingPattern: Sendable {
  /// `pack/name`, unique over all packs, as of any pattern.
  package var id: String
  package var kind: RevealingKind
  /// One sentence for people.
  package var finds: String
  package var compiled: CompiledPattern
  /// Numbers of the capture groups that are the reference, those whose names begin with `phi`; `[0]` for the whole
  /// match. A group that took no part in a match is skipped.
  package var groups: [Int]
  /// What a text must hold before PCRE2 is asked at all.
  package var requirement: Requirement
  /// Checks that every reference this pattern proposes must pass.
  package var checks: [RevealingCheck]
  /// Why it can identify, in a plain sentence for a clinician.
  package var reason: String
  /// What to write instead: a generalisation.
  package var suggestion: String
  package var examples: Examples

  package init(
    id: String, kind: RevealingKind, finds: String, compiled: CompiledPattern,
    groups: [Int] = [0], requirement: Requirement = Requirement(), checks: [RevealingCheck] = [],
    reason: String, suggestion: String, examples: Examples = Examples()
  ) {
    self.id = id
    self.kind = kind
    self.finds = finds
    self.compiled = compiled
    self.groups = groups
    self.requirement = requirement
    self.checks = checks
    self.reason = reason
    self.suggestion = suggestion
    self.examples = examples
  }
}

/// A check of the words that a revealing pattern proposes.
package enum RevealingCheck: String, Sendable, Hashable, CaseIterable {
  /// The last word, or the last two or three, are an occupation of the word lists.
  case listedOccupation = "listed-occupation"
  /// Some word is one of medicine: a disease, a drug, a part of the body.
  case medicine
  /// No word is.
  case everyday
}
