/// One setting as `scrubd config show` tells it. No setting is a secret: keys are named by the file they lie in.
package struct ExplainedSetting: Sendable, Hashable {
  package let key: SettingKey
  /// As it could stand in the configuration file; nil when it is not set and has no default.
  package let value: String?
  package let source: Source

  /// Where a value comes from.
  package enum Source: Sendable, Hashable, CustomStringConvertible {
    case commandLine(flag: String)
    case environment(variable: String)
    case file(String)
    case standard

    package var description: String {
      switch self {
      case .commandLine(let flag): "command line, \(flag)"
      case .environment(let variable): "environment, \(variable)"
      case .file(let path): path
      case .standard: "default"
      }
    }
  }
}

extension Settings {
  /// All settings with their values and sources.
  func explanations(_ layers: Layers) throws(SettingsError) -> [ExplainedSetting] {
    var explained: [ExplainedSetting] = []
    for key in SettingKey.allCases {
      let source = try layers.find(key)?.layer.source(of: key) ?? .standard
      explained.append(ExplainedSetting(key: key, value: shown(key), source: source))
    }
    return explained
  }

  private func shown(_ key: SettingKey) -> String? {
    switch key {
    case .root: root
    case .profile: profile
    case .patterns: foundPatterns
    case .extraPatterns: extraPatterns
    case .lexicon: setLexicon ?? foundPatterns.map { $0 + Settings.usualLexicon }
    case .originals: originals.rawValue
    case .originalsDays: String(originalsDays)
    case .settleSeconds: String(settleSeconds)
    case .rescanSeconds: String(rescanSeconds)
    case .workers: String(workers)
    case .documentLimitBytes: Quantity.text(documentLimitBytes)
    case .documentTimeoutSeconds: String(documentTimeoutSeconds)
    case .memoryLimitBytes: Quantity.text(memoryLimitBytes)
    case .minimumFreeBytes: Quantity.text(minimumFreeBytes)
    case .stopSeconds: String(stopSeconds)
    case .keyFile: keyFile
    case .anchorFile: anchorFile
    case .checkpointSeconds: String(checkpointSeconds)
    case .logLevel: logLevel.rawValue
    case .metricsFile: metricsFile
    case .onHeld: onHeld
    case .onQuarantined: onQuarantined
    case .hookSeconds: String(hookSeconds)
    }
  }
}

extension Layer {
  /// How this source is named to people.
  func source(of key: SettingKey) -> ExplainedSetting.Source {
    switch origin {
    case .commandLine: .commandLine(flag: key.flag)
    case .environment: .environment(variable: key.environmentVariable)
    case .file(let path): .file(path)
    }
  }
}
