import Testing

@testable import Settings

@Suite struct SettingsTests {
  @Test func `without a word from anybody the defaults hold`() throws {
    let installation = try Installation()
    let settings = try installation.load()
    #expect(settings.root == installation.root + "/work/var")
    #expect(settings.profile == "publication")
    #expect(settings.extraPatterns == nil)
    #expect(settings.originals == .keep)
    #expect(settings.settleSeconds == 2)
    #expect(settings.rescanSeconds == 10)
    #expect(settings.workers == 3)
    #expect(settings.documentLimitBytes == 67_108_864)
    #expect(settings.documentTimeoutSeconds == 120)
    #expect(settings.minimumFreeBytes == 268_435_456)
    #expect(settings.keyFile == installation.root + "/work/var/keys/audit.key")
    #expect(settings.logLevel == .info)
    #expect(settings.stopSeconds == 20)
    #expect(settings.metricsFile == nil)
    #expect(settings.onHeld == nil)
    #expect(settings.onQuarantined == nil)
    #expect(settings.hookSeconds == 10)
  }

  @Test func `every setting can stand in the file`() throws {
    let installation = try Installation()
    try installation.folder("own")
    try installation.folder("packs/profiles")
    let settings = try installation.load(
      """
      root: /srv/scrubd
      profile: safe-harbor
      patterns: packs
      extraPatterns: own/
      lexicon: ../words.lexicon
      originals: delete
      settleSeconds: 0
      rescanSeconds: 60
      workers: 12
      documentLimitBytes: 8 MiB
      documentTimeoutSeconds: 30
      minimumFreeBytes: 2GiB
      keyFile: /run/keys/scrubd
      logLevel: debug
      stopSeconds: 5
      metricsFile: figures/scrubd.prom
      onHeld: /bin/true
      onQuarantined: /bin/false
      hookSeconds: 30
      """)
    #expect(settings.root == "/srv/scrubd")
    #expect(settings.profile == "safe-harbor")
    #expect(try settings.patternsDirectory() == installation.root + "/packs")
    #expect(settings.extraPatterns == installation.root + "/own")
    #expect(
      try settings.lexiconFile() == Paths.absolute("../words.lexicon", from: installation.root))
    #expect(settings.originals == .delete)
    #expect(settings.settleSeconds == 0)
    #expect(settings.rescanSeconds == 60)
    #expect(settings.workers == 12)
    #expect(settings.documentLimitBytes == 8_388_608)
    #expect(settings.documentTimeoutSeconds == 30)
    #expect(settings.minimumFreeBytes == 2_147_483_648)
    #expect(settings.keyFile == "/run/keys/scrubd")
    #expect(settings.logLevel == .debug)
    #expect(settings.stopSeconds == 5)
    #expect(settings.metricsFile == installation.root + "/figures/scrubd.prom")
    #expect(settings.onHeld == "/bin/true")
    #expect(settings.onQuarantined == "/bin/false")
    #expect(settings.hookSeconds == 30)
  }

  @Test func `a flag beats the environment, and the environment beats the file`() throws {
    let installation = try Installation()
    let file = "workers: 4\nprofile: strict\nsettleSeconds: 7\n"
    installation.environment = ["SCRUBD_WORKERS": "5", "SCRUBD_PROFILE": "safe-harbor"]
    let settings = try installation.load(file, [.workers: "6"])
    #expect(settings.workers == 6)
    #expect(settings.profile == "safe-harbor")
    #expect(settings.settleSeconds == 7)
  }

  @Test func `an empty variable sets nothing`() throws {
    let installation = try Installation()
    installation.environment = ["SCRUBD_WORKERS": "", "SCRUBD_ROOT": ""]
    #expect(try installation.load("workers: 4").workers == 4)
  }

  @Test func `the environment can name the file`() throws {
    let installation = try Installation()
    installation.environment["SCRUBD_CONFIG"] = try installation.file("other.yaml", "workers: 9\n")
    #expect(try Settings.load(in: installation.surroundings).workers == 9)
  }

  @Test func `relative paths start where they were written`() throws {
    let installation = try Installation()
    let fromFile = try installation.load("root: data")
    let fromFlag = try installation.load("root: data", [.root: "./data/../here"])
    #expect(fromFile.root == installation.root + "/data")
    #expect(fromFlag.root == installation.root + "/work/here")
  }

  @Test func `a service keeps its state where systemd says`() throws {
    let installation = try Installation()
    installation.environment = ["NOTIFY_SOCKET": "/run/systemd/notify"]
    #expect(try installation.load().root == "/var/lib/scrubd")
    installation.environment["STATE_DIRECTORY"] = "/var/lib/one:/var/lib/two"
    #expect(try installation.load().root == "/var/lib/one")
  }

  @Test func `a service's figures lie in its runtime folder`() throws {
    let installation = try Installation()
    installation.environment["RUNTIME_DIRECTORY"] = "/run/scrubd"
    #expect(try installation.load().metricsFile == "/run/scrubd/scrubd.prom")
  }

  @Test func `a key passed by systemd is used if it is there`() throws {
    let installation = try Installation()
    installation.environment["CREDENTIALS_DIRECTORY"] = try installation.folder("credentials")
    #expect(try installation.load().keyFile == installation.root + "/work/var/keys/audit.key")
    let key = try installation.file("credentials/scrubd.key", "k")
    #expect(try installation.load().keyFile == key)
    #expect(try installation.load("keyFile: /etc/k").keyFile == "/etc/k")
  }

  @Test func `variables and options are spelt after the keys`() {
    #expect(
      SettingKey.documentTimeoutSeconds.environmentVariable == "SCRUBD_DOCUMENT_TIMEOUT_SECONDS")
    #expect(SettingKey.documentTimeoutSeconds.flag == "--document-timeout-seconds")
    #expect(SettingKey.root.environmentVariable == "SCRUBD_ROOT")
  }

  @Test(arguments: SettingKey.allCases)
  func `every variable reaches its setting`(_ key: SettingKey) throws {
    let installation = try Installation()
    installation.environment[key.environmentVariable] = "\u{0}"
    let error = key == .lexicon || key == .root || key == .keyFile ? "is empty" : "is"
    let thrown = #expect(throws: SettingsError.self) { try installation.load() }
    #expect(thrown?.key == key.environmentVariable)
    #expect(thrown?.problem.contains(error) == true)
  }
}
