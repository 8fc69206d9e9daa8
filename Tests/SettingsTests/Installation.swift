import FoundationEssentials
import Testing

@testable import Settings

/// A folder that looks like an installation: configuration files and patterns, and an environment of its own. Removed with the value.
final class Installation {
  let root: String
  var environment: [String: String] = [:]
  var executable: String
  var cores = 3

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/scrubd-settings-\(UUID().uuidString)"
    executable = root + "/bin/scrubd"
    try folder("work")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  @discardableResult
  func folder(_ path: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: "\(root)/\(path)", withIntermediateDirectories: true)
    return "\(root)/\(path)"
  }

  @discardableResult
  func file(_ path: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: "\(root)/\(path)"))
    return "\(root)/\(path)"
  }

  /// Loads with a configuration file of this text, or with an empty one, so that the machine's own is never read.
  func load(_ yaml: String = "# nothing\n", _ flags: [SettingKey: String] = [:]) throws -> Settings
  {
    var overrides = SettingsOverrides(configurationFile: try file("scrubd.yaml", yaml))
    for (key, text) in flags { overrides[key] = text }
    return try Settings.load(overrides, in: surroundings)
  }

  var surroundings: Surroundings {
    Surroundings(
      environment: environment, executable: executable, workingDirectory: "\(root)/work",
      cores: cores)
  }
}
