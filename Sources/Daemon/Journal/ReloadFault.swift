package import Settings

/// Why a reload is refused. It names settings and counts mistakes; what a value is stays out of it.
package enum ReloadFault: Error, Sendable, Hashable, CustomStringConvertible {
  case settings(SettingsError)
  /// Packs, profiles, word lists or model cannot be loaded.
  case policy

  package var description: String {
    switch self {
    case .settings(let error): "\(error)"
    case .policy:
      "patterns, profiles, word lists or model have mistakes; `scrubd config check` lists them"
    }
  }
}
