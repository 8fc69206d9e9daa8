import Configuration

extension Layer {
  private static let prefix = "SCRUBD_"
  /// Where the configuration file is named; not a setting of its own.
  static let configurationVariable = "SCRUBD_CONFIG"

  /// What the environment sets.
  ///
  /// - Throws: for a variable that is almost, but not quite, one of ours. Others that begin with `SCRUBD_` are let be: container
  ///   hosts add such variables of their own.
  static func environment(_ surroundings: Surroundings) throws(SettingsError) -> Layer {
    let known = SettingKey.allCases.map(\.environmentVariable) + [configurationVariable]
    for name in surroundings.environment.keys.sorted()
    where name.hasPrefix(prefix) && !known.contains(name) {
      if let nearest = Spelling.nearest(to: name, in: known) {
        throw SettingsError(
          key: name, problem: "is no setting", allowed: "Did you mean \(nearest)?")
      }
    }
    let provider = EnvironmentVariablesProvider(
      environmentVariables: surroundings.environment.filter { $0.key.hasPrefix(prefix) },
      secretsSpecifier: .all)
    return Layer(
      origin: .environment, snapshot: provider.snapshot(), base: surroundings.workingDirectory)
  }
}
