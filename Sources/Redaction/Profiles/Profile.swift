package import Patterns

/// A redaction policy: which operator applies to each category, how suspicious detection is, and what holds a document.
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
  /// Whether organisations stay that say of themselves that they are hospitals, clinics or the like.
  package var keepsFacilities: Bool
  /// What holds a document for a person's decision.
  package var hold: HoldRule
  /// The year in which notes are taken to be written that name no other: a year of birth alone tells an age by it.
  package var presentYear: Int
  /// The profiles it extends, nearest first.
  package var lineage: [String]
  /// Where each operator stands in the files, for messages; it changes nothing that the profile does.
  package var places: [Category: ProfilePlace]

  package init(
    name: String, version: Int, summary: String, operators: [Category: Operator], suspicion: Int,
    keepsClinicians: Bool = false, keepsFacilities: Bool = false, hold: HoldRule = .threeOfAny,
    presentYear: Int = Profile.firstPresentYear, lineage: [String] = [],
    places: [Category: ProfilePlace] = [:]
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.operators = operators
    self.suspicion = suspicion
    self.keepsClinicians = keepsClinicians
    self.keepsFacilities = keepsFacilities
    self.hold = hold
    self.presentYear = presentYear
    self.lineage = lineage
    self.places = places
  }

  /// The present year of a profile that names none.
  package static let firstPresentYear = 2026

  /// What happens to a finding of `category`. A category the profile does not name is tagged: in doubt, out.
  package func action(for category: Category) -> Operator { operators[category] ?? .tag }

  /// Whether the profile is `safe-harbor` or derived from it: 45 CFR 164.514(b)(2) and (c) bind it.
  package var isSafeHarbor: Bool { ([name] + lineage).contains("safe-harbor") }
}

/// A place in a profile's file.
package struct ProfilePlace: Sendable, Hashable {
  package var file: String
  package var position: Position

  package init(file: String, position: Position) {
    self.file = file
    self.position = position
  }
}
