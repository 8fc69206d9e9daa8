package import Documents
package import Patterns

/// What lies beside a scrubbed document: what was removed, what worries scrubd and what to change. `<name>.report.json` is
/// this value, `<name>.report.md` the same for people.
///
/// It is made of counts, labels, codes and the packs' own words; nothing in it comes from the document's text.
package struct Report: Sendable, Hashable, Codable {
  /// The document's id.
  package var document: String
  /// What became of it.
  package var outcome: Outcome
  package var policy: Policy
  /// What was done, in the words that promise no more than that.
  package var statement: String
  /// What was taken out or changed, by category.
  package var removed: [Row]
  /// What was found and stays, as the policy says.
  package var kept: [Row]
  /// Why a person has to decide, or had to.
  package var reasons: [Worry]
  package var remaining: Remaining
  /// What remains and can tell who is meant, by position.
  package var references: [Place]
  /// Tags that were set on weak evidence.
  package var uncertain: [String]
  /// What else a person should look at.
  package var notices: [String]
  /// The scrubbed file this report is about.
  package var text: File
  /// What a person decided; nil while nobody has.
  package var decision: Ruling?

  package struct Policy: Sendable, Hashable, Codable {
    package var name: String
    package var version: Int
    /// Of what the profile does: SHA-256 in hexadecimal, as in the audit log.
    package var digest: String
  }

  /// The mentions of one category.
  package struct Row: Sendable, Hashable, Codable {
    package var category: Category
    /// What people call it.
    package var what: String
    /// The letter of 45 CFR 164.514(b)(2)(i).
    package var item: HIPAAItem
    package var mentions: Int
    /// How many different people or values; nil when the operators write no labels.
    package var different: Int?
    /// The operators that were applied.
    package var became: [String]
  }

  package struct Worry: Sendable, Hashable, Codable {
    package var code: String
    package var explanation: String
  }

  /// What remains, weighed together under the policy's rule.
  package struct Remaining: Sendable, Hashable, Codable {
    package var kinds: [RevealingKind]
    /// Those of them of which one is enough.
    package var decisive: [RevealingKind]
    /// In thousandths, as is `limit`.
    package var sum: Int
    /// The sum from which a person has to decide.
    package var limit: Int
  }

  /// Where something stands that can tell who is meant.
  package struct Place: Sendable, Hashable, Codable {
    /// Of the scrubbed text, from 1.
    package var line: Int
    package var kind: RevealingKind
    package var rule: String
    package var reason: String
    /// What to write instead.
    package var suggestion: String
  }

  package struct File: Sendable, Hashable, Codable {
    package var bytes: Int
    /// In hexadecimal, as `sha256sum` prints it.
    package var sha256: String
  }

  package struct Ruling: Sendable, Hashable, Codable {
    /// `approved`.
    package var verdict: String
    /// A code of a fixed list.
    package var reason: String
    /// Whether the person changed the draft, which was then scrubbed again.
    package var isEdited: Bool
  }
}
