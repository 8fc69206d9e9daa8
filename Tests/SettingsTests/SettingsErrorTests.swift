import Testing

@testable import Settings

@Suite struct SettingsErrorTests {
  private static let wrong: [(yaml: String, key: String, hint: String)] = [
    ("workrs: 4", "`workrs`", "Did you mean `workers`?"),
    ("log:\n  level: info", "`log.level`", "Did you mean `logLevel`?"),
    ("settle-seconds: 4", "`settle-seconds`", "Did you mean `settleSeconds`?"),
    ("key: 00112233", "`key`", "Did you mean `keyFile`?"),
    ("colour: red", "`colour`", "The settings are: root, profile,"),
    ("workers: many", "workers", "a whole number from 1 to 256"),
    ("workers: 0", "workers", "a whole number from 1 to 256"),
    ("workers: 257", "workers", "a whole number from 1 to 256"),
    ("workers: -1", "workers", "a whole number from 1 to 256"),
    ("workers: [1, 2]", "workers", "It takes one value."),
    ("documentLimitBytes: 64 MB", "documentLimitBytes", "a whole number"),
    ("documentLimitBytes: 9999999999999 GiB", "documentLimitBytes", "a whole number"),
    ("originals: shred", "originals", "Allowed: keep, delete."),
    ("logLevel: loud", "logLevel", "Allowed: trace, debug,"),
    ("profile: ../secret", "profile", "lower-case letters"),
    ("profile:", "profile", "lower-case letters"),
    ("root:", "root", "the path of a file or folder"),
    ("patterns: /nowhere/at/all", "patterns", "a folder that holds `profiles`"),
    ("extraPatterns: /nowhere/at/all", "extraPatterns", "an existing folder"),
    ("onHeld: /nowhere/at/all", "onHeld", "the path of an executable file"),
    ("onQuarantined: /tmp", "onQuarantined", "the path of an executable file"),
    ("hookSeconds: 0", "hookSeconds", "a whole number from 1 to 300"),
    ("- one\n- two", "the configuration file", "a missing space"),
    ("workers: 4\nworkers: 5", "the configuration file", "a key that stands twice"),
    ("workers: \"4", "the configuration file", "a missing space"),
  ]

  @Test(arguments: wrong)
  func `a setting that cannot be used is named, with what could`(
    _ yaml: String, _ key: String, _ hint: String
  ) throws {
    let installation = try Installation()
    let error = #expect(throws: SettingsError.self) { try installation.load(yaml) }
    #expect(error?.key == key)
    #expect(error?.file == installation.root + "/scrubd.yaml")
    #expect(error?.allowed.contains(hint) == true, "\(error?.allowed ?? "")")
  }

  @Test func `no message repeats a value`() throws {
    let installation = try Installation()
    let secret = "c0ffee\u{2014}secret"
    for key in SettingKey.allCases
    where ![.root, .lexicon, .keyFile, .anchorFile, .metricsFile].contains(key) {
      let error = #expect(throws: SettingsError.self) {
        try installation.load("\(key.rawValue): \(secret)")
      }
      #expect(error?.description.contains("secret") == false)
    }
  }

  @Test(arguments: [
    ("SCRUBD_WORKRS", "Did you mean SCRUBD_WORKERS?"),
    ("SCRUBD_KEY", "Did you mean SCRUBD_KEY_FILE?"),
    ("SCRUBD_SETTLESECONDS", "Did you mean SCRUBD_SETTLE_SECONDS?"),
  ])
  func `a variable that is almost a setting is refused`(_ name: String, _ hint: String) throws {
    let installation = try Installation()
    installation.environment[name] = "1"
    let error = #expect(throws: SettingsError.self) { try installation.load() }
    #expect(error?.key == name)
    #expect(error?.allowed == hint)
  }

  @Test func `other programs' variables are let be`() throws {
    let installation = try Installation()
    installation.environment = ["SCRUBD_SERVICE_HOST": "10.0.0.1", "PATH": "/bin"]
    #expect(throws: Never.self) { try installation.load() }
  }

  @Test func `errors speak the language of their source`() throws {
    let installation = try Installation()
    let flag = #expect(throws: SettingsError.self) { try installation.load("", [.workers: "x"]) }
    #expect(
      flag?.description
        == "--workers is not a number it can take. Allowed: a whole number from 1 to 256.")
    installation.environment["SCRUBD_ORIGINALS"] = "x"
    let variable = #expect(throws: SettingsError.self) { try installation.load() }
    #expect(
      variable?.description == "SCRUBD_ORIGINALS is none of its words. Allowed: keep, delete.")
  }

  @Test func `a configuration file that was named must be there`() throws {
    let installation = try Installation()
    let missing = SettingsOverrides(configurationFile: "missing.yaml")
    let error = #expect(throws: SettingsError.self) {
      try Settings.load(missing, in: installation.surroundings)
    }
    #expect(error?.file == installation.root + "/work/missing.yaml")
  }

  @Test(arguments: ["", "\n\n", "# comment\n\n  # another\r\n", "---\n# comment\n"])
  func `a file of comments sets nothing`(_ yaml: String) throws {
    #expect(try Installation().load(yaml).workers == 3)
  }
}
