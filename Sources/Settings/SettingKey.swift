/// Everything that can be set: the key in the configuration file, and behind `SCRUBD_` in the environment.
package enum SettingKey: String, Sendable, Hashable, CaseIterable {
  case root
  case profile
  case patterns
  case extraPatterns
  case lexicon
  case originals
  case originalsDays
  case settleSeconds
  case rescanSeconds
  case workers
  case documentLimitBytes
  case documentTimeoutSeconds
  case memoryLimitBytes
  case minimumFreeBytes
  case stopSeconds
  case keyFile
  case anchorFile
  case checkpointSeconds
  case logLevel
  case metricsFile
  case onHeld
  case onQuarantined
  case hookSeconds

  /// The environment variable: `settleSeconds` is `SCRUBD_SETTLE_SECONDS`.
  package var environmentVariable: String {
    "SCRUBD_" + rawValue.map { $0.isUppercase ? "_\($0)" : $0.uppercased() }.joined()
  }

  /// The command line's option: `settleSeconds` is `--settle-seconds`.
  package var flag: String {
    "--" + rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
  }
}
