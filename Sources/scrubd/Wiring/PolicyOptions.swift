import ArgumentParser
import Settings

/// The options of every command that finds or redacts.
struct PolicyOptions: ParsableArguments {
  @Option(help: "The policy to apply: publication, safe-harbor, or one of your own.")
  var profile: String?

  @Option(help: ArgumentHelp("The folder with packs, profiles and word lists.", valueName: "dir"))
  var patterns: String?

  @Option(help: ArgumentHelp("A folder with packs and profiles of your own.", valueName: "dir"))
  var extraPatterns: String?

  @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
  var config: String?

  /// What these options ask of the settings.
  var overrides: SettingsOverrides {
    var overrides = SettingsOverrides(configurationFile: config)
    overrides[.profile] = profile
    overrides[.patterns] = patterns
    overrides[.extraPatterns] = extraPatterns
    return overrides
  }
}
