import Detection
import Pipeline
import Redaction
import Settings
import TestSupport

@testable import Audit
@testable import scrubd

/// The policy people get: the tree's packs and word lists under `publication`, loaded once by the code that commands use.
enum RealPolicy {
  private static let loaded = Result<Policy, any Error> { () throws -> Policy in
    var overrides = SettingsOverrides()
    overrides[.patterns] = SourceTree.patterns
    // What operators with a key draw is the same at every run.
    let key = try AuditKey(secret: Array(repeating: 7, count: AuditKey.size))
    return try Policy(try Settings.load(overrides), key: key)
  }

  static func publication() throws -> Policy { try loaded.get() }

  /// What a text becomes.
  static func redacted(_ text: String) throws -> String {
    var scratch = DetectionScratch()
    let scrubbed = try publication().scrubber().scrub(Array(text.utf8), stem: "", &scratch)
    return String(decoding: scrubbed.redacted.text, as: UTF8.self)
  }
}
