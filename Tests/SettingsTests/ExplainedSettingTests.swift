import FoundationEssentials
import TestSupport
import Testing

@testable import Settings

@Suite struct ExplainedSettingTests {
  @Test func `each setting is told with the source that won`() throws {
    let installation = try Installation()
    installation.environment = ["SCRUBD_WORKERS": "5", "SCRUBD_ORIGINALS": "delete"]
    let settings = try installation.load(
      "workers: 4\nsettleSeconds: 7\noriginals: keep\n", [.originals: "keep"])
    let told = Dictionary(uniqueKeysWithValues: settings.explained.map { ($0.key, $0) })
    #expect(told[.workers]?.value == "5")
    #expect(told[.workers]?.source == .environment(variable: "SCRUBD_WORKERS"))
    #expect(told[.originals]?.source == .commandLine(flag: "--originals"))
    #expect(told[.settleSeconds]?.value == "7")
    #expect(told[.settleSeconds]?.source == .file(installation.root + "/scrubd.yaml"))
    #expect(told[.rescanSeconds]?.value == "10")
    #expect(told[.rescanSeconds]?.source == .standard)
  }

  @Test func `all settings are told, in their order`() throws {
    let settings = try Installation().load()
    #expect(settings.explained.map(\.key) == SettingKey.allCases)
  }

  @Test(arguments: SettingKey.allCases)
  func `what is told can stand in a file and means the same`(_ key: SettingKey) throws {
    let installation = try Installation()
    try installation.folder("share/scrubd/patterns/profiles")
    let settings = try installation.load("documentLimitBytes: 1536 KiB\nminimumFreeBytes: 1000\n")
    let told = try #require(settings.explained.first { $0.key == key })
    guard let value = told.value else { return }
    let again = try installation.load("\(key.rawValue): \(value)\n")
    #expect(again.explained.first { $0.key == key }?.value == value)
  }

  @Test func `no setting's value is the content of a key file`() throws {
    let installation = try Installation()
    let path = try installation.file("audit.key", "secret")
    let settings = try installation.load("keyFile: \(path)")
    #expect(settings.explained.allSatisfy { $0.value?.contains("secret") != true })
  }
}

/// The file that a package puts into /etc.
@Suite struct ShippedConfigurationTests {
  private static let path = SourceTree.root + "/packaging/etc/scrubd.yaml"

  private static func lines() throws -> [String] {
    let data = try Data(contentsOf: URL(filePath: path))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `as it is shipped it sets nothing`() throws {
    let installation = try Installation()
    let overrides = SettingsOverrides(configurationFile: ShippedConfigurationTests.path)
    let settings = try Settings.load(overrides, in: installation.surroundings)
    #expect(settings.explained.allSatisfy { $0.source == .standard })
  }

  @Test(arguments: SettingKey.allCases)
  func `every setting stands in it with a value that it can take`(_ key: SettingKey) throws {
    let marked = try ShippedConfigurationTests.lines().filter { $0.hasPrefix("#\(key.rawValue): ") }
    let line = try #require(marked.first)
    #expect(marked.count == 1)
    // Those that must exist on the machine are read, and may be missing here.
    let mayBeMissing: [SettingKey] = [.patterns, .extraPatterns, .onHeld, .onQuarantined]
    let installation = try Installation()
    do {
      _ = try installation.load(String(line.dropFirst()))
    } catch let error as SettingsError {
      #expect(mayBeMissing.contains(key), "\(error)")
    }
  }

  @Test(arguments: SettingKey.allCases)
  func `every setting is in the manual`(_ key: SettingKey) throws {
    let data = try Data(contentsOf: URL(filePath: SourceTree.root + "/man/scrubd.yaml.5"))
    #expect(String(decoding: data, as: UTF8.self).contains(".It Cm \(key.rawValue)\n"))
  }

  @Test func `its numbers are the defaults`() throws {
    let installation = try Installation()
    let numbers = try ShippedConfigurationTests.lines().filter { line in
      ["Seconds: ", "Bytes: "].contains { line.contains($0) } && line.hasPrefix("#")
        && line.first(where: { $0.isNumber }) != nil && !line.contains(" second")
    }
    let standard = try installation.load()
    let set = try installation.load(numbers.map { String($0.dropFirst()) }.joined(separator: "\n"))
    #expect(numbers.count == 9)
    for (one, other) in zip(standard.explained, set.explained) {
      #expect(one.value == other.value, "\(one.key.rawValue)")
    }
  }
}
