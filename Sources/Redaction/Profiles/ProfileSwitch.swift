import Patterns

/// A kind of finding of which a profile says with one word whether it counts as an identifier: `keep-states: true`.
enum ProfileSwitch: String, Sendable, Hashable, CaseIterable {
  case clinicians, facilities, states, countries, years, professions

  /// The key in a profile's file.
  var key: String { "keep-\(rawValue)" }

  /// The category that the switch decides as a whole; nil where it depends on the finding.
  var category: Category? {
    switch self {
    case .clinicians, .facilities: nil
    case .states: .state
    case .countries: .country
    case .years: .year
    case .professions: .profession
    }
  }
}
