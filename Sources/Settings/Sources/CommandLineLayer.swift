import Configuration

extension Layer {
  /// What the command line gave.
  static func commandLine(_ overrides: SettingsOverrides, base: String) -> Layer {
    var values: [AbsoluteConfigKey: ConfigValue] = [:]
    for (key, text) in overrides.values {
      values[AbsoluteConfigKey([key.rawValue])] = ConfigValue(.string(text), isSecret: true)
    }
    return Layer(
      origin: .commandLine, snapshot: InMemoryProvider(values: values).snapshot(), base: base)
  }
}
