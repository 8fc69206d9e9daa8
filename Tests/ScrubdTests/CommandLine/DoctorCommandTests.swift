import TestSupport
import Testing

@Suite struct DoctorCommandTests {
  private static let checks = [
    "patterns", "profiles", "word lists", "tagger", "PCRE2 JIT", "folders", "free space",
    "audit key",
    "inotify", "clock",
  ]

  @Test func `a machine on which all is well passes`() async throws {
    let root = try ScrubdRoot()
    let run = try await ScrubdProcess.run("doctor", "--root", root.path)
    #expect(run.exitCode == 0, "\(run.output)")
    for check in DoctorCommandTests.checks { #expect(run.output.contains("  \(check): ")) }
    #expect(!run.output.contains("FAIL"))
  }

  @Test func `what is wrong is named and fails the command`() async throws {
    let root = try ScrubdRoot()
    try root.directory.write("too short", to: "own.key")
    let run = try await ScrubdProcess.run(
      "doctor", "--root", root.path, "--profile", "no-such-profile",
      environment: [
        "SCRUBD_KEY_FILE": root.directory.path(of: "own.key"),
        "SCRUBD_LEXICON": "/nonexistent/words.lexicon",
        "SCRUBD_MINIMUM_FREE_BYTES": "1125899906842624",
      ])
    #expect(run.exitCode == 1)
    let failed = run.output.split(separator: "\n").filter { $0.hasPrefix("FAIL") }
    for check in ["profiles", "word lists", "audit key", "free space"] {
      #expect(failed.contains { $0.contains("  \(check): ") }, "\(check)")
    }
  }

  @Test func `it changes nothing`() async throws {
    let root = try ScrubdRoot()
    _ = try await ScrubdProcess.run("doctor", "--root", root.path)
    #expect(try root.directory.names() == ["inbox"])
  }
}
