import Configuration

/// One source of settings, and how its author names them.
struct Layer {
  /// Where the values come from.
  enum Origin {
    case commandLine
    case environment
    case file(String)
  }

  let origin: Origin
  let snapshot: any ConfigSnapshot
  /// What relative paths start from.
  let base: String

  /// The text set for `key`; nil when this source does not set it.
  func text(_ key: SettingKey) throws(SettingsError) -> String? {
    do {
      let found = try snapshot.value(forKey: AbsoluteConfigKey(path(key)), type: .string)
      guard case .string(let text)? = found.value?.content else { return nil }
      if text.isEmpty, case .environment = origin { return nil }
      return text
    } catch {
      throw self.error(key, "is a list", "It takes one value.")
    }
  }

  private func path(_ key: SettingKey) -> [String] {
    if case .environment = origin { return ["scrubd", key.rawValue] }
    return [key.rawValue]
  }

  /// An error about `key`, in the words of this source.
  func error(_ key: SettingKey, _ problem: String, _ allowed: String) -> SettingsError {
    switch origin {
    case .commandLine: SettingsError(key: key.flag, problem: problem, allowed: allowed)
    case .environment:
      SettingsError(key: key.environmentVariable, problem: problem, allowed: allowed)
    case .file(let path):
      SettingsError(key: key.rawValue, file: path, problem: problem, allowed: allowed)
    }
  }
}
