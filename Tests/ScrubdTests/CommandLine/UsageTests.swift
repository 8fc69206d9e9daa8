import TestSupport
import Testing

/// What every command does alike: help, exit codes, messages.
@Suite struct UsageTests {
  static let commands: [[String]] = [
    [], ["run"], ["redact"], ["detect"], ["evaluate"], ["patterns", "lint"], ["patterns", "test"],
    ["patterns", "list"], ["audit", "show"], ["audit", "verify"], ["doctor"],
    ["lexicon", "compile"],
  ]

  @Test(arguments: commands) func `every command has help with an example`(_ command: [String])
    async throws
  {
    let run = try await ScrubdProcess(command + ["--help"]).end()
    #expect(run.exitCode == 0)
    let example = try #require(run.output.firstRange(of: "EXAMPLE"))
    let name = (["scrubd"] + command).joined(separator: " ")
    #expect(run.output[example.upperBound...].contains(name))
  }

  static let misuses: [[String]] = [
    ["no-such-command"], ["run", "--no-such-option"], ["detect"], ["redact", "a", "b"],
    ["audit", "show", "--category", "NOTHING"], ["audit", "show", "--since", "yesterday"],
    ["detect", "--offsets", "lines", "x"],
  ]

  @Test(arguments: misuses) func `wrong use ends with 64 and says so on standard error`(
    _ arguments: [String]
  ) async throws {
    let run = try await ScrubdProcess(arguments).end()
    #expect(run.exitCode == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("Error: "))
  }

  static let failures: [[String]] = [
    ["detect", "/nonexistent/notes"], ["redact", "/nonexistent/note.txt"],
    ["audit", "verify", "--root", "/nonexistent"], ["audit", "show", "--root", "/nonexistent"],
    ["detect", "--profile", "no-such-profile", "/dev/null"],
    ["patterns", "list", "--patterns", "/nonexistent"],
    ["lexicon", "compile", "--lists", "/nonexistent", "--output", "/nonexistent/x"],
  ]

  @Test(arguments: failures) func `what cannot be done ends with 1 and says why`(
    _ arguments: [String]
  ) async throws {
    let run = try await ScrubdProcess(arguments).end()
    #expect(run.exitCode == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("Error: "))
  }

  @Test func `the version is a number`() async throws {
    let run = try await ScrubdProcess.run("--version")
    #expect(run.exitCode == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func `a setting of the environment that is misspelt is an error`() async throws {
    let run = try await ScrubdProcess.run(
      "patterns", "list", environment: ["SCRUBD_WORKRES": "3"])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("Did you mean SCRUBD_WORKERS?"))
  }
}
