package import Patterns

/// Why a profile cannot be applied with what the command has: each mistake with its file, its line and the remedy.
package struct RedactorError: Error, Sendable, Hashable, CustomStringConvertible {
  package let diagnostics: [Diagnostic]

  package var description: String { diagnostics.map(\.description).joined(separator: "\n") }

  /// Nil when nothing is missing.
  init?(_ profile: Profile, hasKey: Bool, hasLists: Bool) {
    var log = DiagnosticLog()
    for category in Category.allCases {
      let action = profile.action(for: category)
      guard action.isKeyed else { continue }
      let place =
        profile.places[category]
        ?? ProfilePlace(file: "\(profile.name).yaml", position: Position(line: 1))
      if !hasKey {
        log.error(
          place.file, place.position,
          "\(category.rawValue): \(action.rawValue) needs the service's key, and there is none; "
            + "make one with `scrubd keys init`, or choose an operator without a key, such as tag")
      }
      if action == .surrogate, !hasLists {
        log.error(
          place.file, place.position,
          "\(category.rawValue): surrogate needs the word lists in surrogates/ beside the profiles, "
            + "and there are none; install them again, or use tag")
      }
    }
    guard log.hasErrors else { return nil }
    diagnostics = log.sorted
  }
}
