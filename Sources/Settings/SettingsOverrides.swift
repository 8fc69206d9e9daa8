/// What the command line asked for. A value that is nil was not given.
package struct SettingsOverrides: Sendable, Equatable {
  /// The configuration file to read instead of the usual one.
  package var configurationFile: String?
  private(set) var values: [SettingKey: String] = [:]

  package init(configurationFile: String? = nil) {
    self.configurationFile = configurationFile
  }

  /// The text given for a setting, as typed; validated with the rest when the settings are loaded.
  package subscript(key: SettingKey) -> String? {
    get { values[key] }
    set { values[key] = newValue }
  }
}
