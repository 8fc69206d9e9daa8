import Configuration
import FoundationEssentials
import Synchronization

extension Layer {
  /// The configuration file an installation has.
  static let usualFile = "/etc/scrubd/scrubd.yaml"

  /// What a configuration file sets.
  ///
  /// - Parameter path: absolute.
  /// - Throws: when it cannot be read, is not YAML, or holds a key that is no setting.
  static func file(_ path: String) throws(SettingsError) -> Layer? {
    let name = "the configuration file"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SettingsError(
        key: name, file: path, problem: "cannot be read",
        allowed: "Check that it exists and that scrubd's user may read it.")
    }
    if hasNothingButComments(data) { return nil }
    let keys = KeyCollector()
    let snapshot: YAMLSnapshot
    do {
      snapshot = try YAMLSnapshot(
        data: data.bytes, providerName: "configuration file",
        parsingOptions: YAMLSnapshot.ParsingOptions(secretsSpecifier: keys.specifier))
    } catch {
      throw SettingsError(
        key: name, file: path, problem: "is not a list of `key: value` lines in YAML",
        allowed: "Look for a missing space behind a colon, a tab, or a key that stands twice.")
    }
    try check(keys.all, path)
    let folder = path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
    return Layer(origin: .file(path), snapshot: snapshot, base: folder.isEmpty ? "/" : folder)
  }

  private static func hasNothingButComments(_ data: Data) -> Bool {
    data.split(separator: UInt8(ascii: "\n")).allSatisfy { line in
      let content = line.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d }
      return content.isEmpty || content.first == UInt8(ascii: "#") || content == Data("---".utf8)
    }
  }

  private static func check(_ keys: [String], _ path: String) throws(SettingsError) {
    let known = SettingKey.allCases.map(\.rawValue)
    guard let unknown = keys.first(where: { !known.contains($0) }) else { return }
    let hint =
      Spelling.nearest(to: unknown, in: known).map { "Did you mean `\($0)`?" }
      ?? "The settings are: \(known.joined(separator: ", "))."
    throw SettingsError(key: "`\(unknown)`", file: path, problem: "is no setting", allowed: hint)
  }
}

/// Learns which keys a file holds: the parser asks for each whether its value is secret. All are: no value is ever printed.
private final class KeyCollector: Sendable {
  private let seen = Mutex<[String]>([])

  var all: [String] { seen.withLock { $0.sorted() } }

  var specifier: SecretsSpecifier<String, Void> {
    .dynamic { key, _ in
      self.seen.withLock { $0.append(key) }
      return true
    }
  }
}
