/// Everything scrubd can be told, read once at start and never changed. Paths are absolute.
package struct Settings: Sendable, Equatable {
  /// The folder that holds `inbox/ work/ outbox/ ...`.
  package let root: String
  /// The name of the policy to apply.
  package let profile: String
  /// A hospital's own packs, read after the ones that came with scrubd.
  package let extraPatterns: String?
  /// What becomes of an original whose copy was released.
  package let originals: Originals
  /// After so many days an original that was kept is removed; 0 when never.
  package let originalsDays: Int
  /// How long a file must be quiet before it is claimed.
  package let settleSeconds: Int
  /// How often the inbox is listed, for the arrivals no event announced.
  package let rescanSeconds: Int
  /// How many documents are scrubbed at once.
  package let workers: Int
  /// Larger documents are quarantined.
  package let documentLimitBytes: Int
  /// A document that takes longer is quarantined.
  package let documentTimeoutSeconds: Int
  /// A process that needs more memory for its data ends, and is started anew; 0 when nothing limits it.
  package let memoryLimitBytes: Int
  /// With less free space under `root`, no document is claimed.
  package let minimumFreeBytes: Int
  /// The file that holds the key of the audit log. The key itself is never a setting.
  package let keyFile: String
  /// Where the head of the audit log is copied to; nil when nowhere.
  package let anchorFile: String?
  /// The time between two signed checkpoints of the audit log, while there is something new in it.
  package let checkpointSeconds: Int
  package let logLevel: LogLevel
  /// After a stop, how long documents in work may go on; then they are interrupted and wait for the next start.
  package let stopSeconds: Int
  /// Where figures for Prometheus are written; nil when nowhere.
  package let metricsFile: String?
  /// A program that is run for every held document, with its outcome as JSON on standard input.
  package let onHeld: String?
  /// The same for every quarantined document.
  package let onQuarantined: String?
  /// How long such a program may take.
  package let hookSeconds: Int
  /// The configuration file that was read; nil when there was none.
  package let configurationFile: String?

  /// What every setting is and where that comes from, in the order of `SettingKey`.
  package internal(set) var explained: [ExplainedSetting]

  /// Below the folder with the patterns.
  static let usualLexicon = "/lexicons/words.lexicon"

  let foundPatterns: String?
  let setLexicon: String?
  let searchedPatterns: [String]

  /// The folder that holds `packs/`, `profiles/` and `lexicons/`.
  ///
  /// - Throws: when none was named and none found. Asked for late, since the audit commands work without it.
  package func patternsDirectory() throws(SettingsError) -> String {
    guard let foundPatterns else {
      throw SettingsError(
        key: SettingKey.patterns.rawValue,
        problem: "is not set, and no folder with patterns was found",
        allowed:
          "Name one with --patterns or SCRUBD_PATTERNS. Looked in: \(searchedPatterns.joined(separator: ", "))."
      )
    }
    return foundPatterns
  }

  /// The compiled lexicons.
  ///
  /// - Throws: as `patternsDirectory()`, under which they lie unless they are set.
  package func lexiconFile() throws(SettingsError) -> String {
    if let setLexicon { return setLexicon }
    return try patternsDirectory() + Settings.usualLexicon
  }
}

/// What becomes of originals.
package enum Originals: String, Sendable, Hashable, CaseIterable {
  /// Moved to `originals/`, readable by the service's group. The default: a scrubbed copy is not a record, a wrong
  /// redaction can only be put right from the original, and deleting somebody's only copy cannot be undone.
  case keep
  /// Deleted once the copy is in the outbox.
  case delete
}

/// How much is logged, from everything to almost nothing.
package enum LogLevel: String, Sendable, Hashable, CaseIterable {
  case trace, debug, info, notice, warning, error, critical
}
