import Testing

@testable import Settings

@Suite struct PatternsSearchTests {
  @Test func `patterns beside an installed executable are found`() throws {
    let installation = try Installation()
    try installation.folder("share/scrubd/patterns/profiles")
    let settings = try installation.load()
    #expect(try settings.patternsDirectory() == installation.root + "/share/scrubd/patterns")
    #expect(
      try settings.lexiconFile()
        == installation.root + "/share/scrubd/patterns/lexicons/words.lexicon")
  }

  @Test func `the executable of a package looks where administrators change patterns, first`() {
    func first(_ executable: String) -> String? {
      PatternsSearch.candidates(
        Surroundings(environment: [:], executable: executable, workingDirectory: "/w", cores: 1)
      ).first
    }
    #expect(first("/usr/bin/scrubd") == "/etc/scrubd/patterns")
    #expect(first("/opt/co/.build/release/scrubd") == "/opt/co/.build/share/scrubd/patterns")
  }

  @Test func `patterns of the checkout above a built executable are found`() throws {
    let installation = try Installation()
    installation.executable = installation.root + "/co/.build/x86_64-linux/release/scrubd"
    try installation.folder("co/patterns/profiles")
    // A folder of that name without profiles is something else.
    try installation.folder("co/.build/patterns")
    #expect(try installation.load().patternsDirectory() == installation.root + "/co/patterns")
  }

  @Test func `patterns in the working directory are the last resort`() throws {
    let installation = try Installation()
    installation.executable = "/nonexistent/bin/scrubd"
    let own = try installation.folder("work/patterns/profiles")
    #expect(try installation.load().patternsDirectory() + "/profiles" == own)
  }

  @Test func `what was named beats what could be found`() throws {
    let installation = try Installation()
    try installation.folder("share/scrubd/patterns/profiles")
    let own = try installation.folder("own/profiles")
    installation.environment["SCRUBD_PATTERNS"] = installation.root + "/own"
    #expect(try installation.load().patternsDirectory() + "/profiles" == own)
  }

  @Test func `missing patterns are an error for those who need them only`() throws {
    let installation = try Installation()
    let settings = try installation.load()
    let error = #expect(throws: SettingsError.self) { try settings.patternsDirectory() }
    #expect(error?.allowed.contains(installation.root + "/share/scrubd/patterns") == true)
    #expect(throws: SettingsError.self) { try settings.lexiconFile() }
    #expect(try installation.load("lexicon: /x/words").lexiconFile() == "/x/words")
  }
}
