package import Patterns

/// A redaction policy: which operator applies to each category, and how suspicious detection is.
package struct Profile: Sendable, Hashable {
  /// `publication`, `safe-harbor`, or a hospital's own: lower-case letters, digits and hyphens.
  package var name: String
  /// Rises with every change of what the profile does.
  package var version: Int
  /// One sentence for people.
  package var summary: String
  /// The operator of each category; every category has one.
  package var operators: [Category: Operator]
  /// The probability (thousandths) of "no identifier" up to which a finding is redacted: 900 redacts what is an identifier
  /// with a tenth of certainty, 400 only what is one with six tenths. The higher, the more suspicious.
  package var suspicion: Int
  /// Whether clinicians' names stay. They are not the patient's identifiers, but can reveal the place (HHS guidance).
  package var keepsClinicians: Bool

  package init(
    name: String, version: Int, summary: String, operators: [Category: Operator], suspicion: Int,
    keepsClinicians: Bool = false
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.operators = operators
    self.suspicion = suspicion
    self.keepsClinicians = keepsClinicians
  }

  /// What happens to a finding of `category`. A category the profile does not name is tagged: in doubt, out.
  package func action(for category: Category) -> Operator { operators[category] ?? .tag }
}
