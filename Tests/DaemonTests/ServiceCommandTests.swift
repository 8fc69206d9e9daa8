import Glibc
import TestSupport
import Testing

/// `scrubd config` and `scrubd status`, as an administrator runs them.
@Suite struct ServiceCommandTests {
  @Test func `a check of the configuration says yes, or nothing`() async throws {
    let loud = try await ScrubdProcess.run("config", "check")
    #expect(loud.exitCode == 0, "\(loud.errors)")
    #expect(loud.output.hasPrefix("ok: "))
    let quiet = try await ScrubdProcess.run("config", "check", "--quiet")
    #expect(quiet.exitCode == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
  }

  @Test func `an unknown key fails the check with the nearest known one`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write("workrs: 3\n", to: "scrubd.yaml")
    let run = try await ScrubdProcess.run(
      "config", "check", "--config", folder.path(of: "scrubd.yaml"))
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("Did you mean `workers`?"))
  }

  @Test func `a broken pack fails the check with file and line`() async throws {
    let folder = try TemporaryDirectory()
    try folder.makeFolder("own")
    try folder.write(
      "pack: own\nversion: 1\nfinds: x\npatterns:\n  - idd: own/x\n", to: "own/x.yaml")
    let run = try await ScrubdProcess.run(
      "config", "check", "--extra-patterns", folder.path(of: "own"))
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("own/x.yaml:5:"))
  }

  @Test func `what holds is shown with where it comes from`() async throws {
    let run = try await ScrubdProcess.run(
      "config", "show", "--profile", "safe-harbor", environment: ["SCRUBD_WORKERS": "7"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains(/profile +safe-harbor +command line, --profile/))
    #expect(run.output.contains(/workers +7 +environment, SCRUBD_WORKERS/))
    #expect(run.output.contains(/originals +keep +default/))
    let json = try await ScrubdProcess.run(
      "config", "show", "--json", environment: ["SCRUBD_WORKERS": "7"])
    #expect(
      json.output.contains(#""workers":{"value":"7","from":"environment, SCRUBD_WORKERS"}"#))
  }

  @Test func `the status tells what waits and what needs a person`() async throws {
    let root = try ScrubdRoot()
    for folder in ["inbox/strange", "inbox/publication", "hold", "hold/0001", "quarantine"] {
      try root.directory.makeFolder(folder)
    }
    try root.directory.write("x", to: "inbox/publication/a.txt")
    let run = try await ScrubdProcess.run("status", "--root", root.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("no daemon has run on"))
    #expect(run.output.contains(/waiting +1\b/))
    #expect(run.output.contains("held, for a person to decide: 0001"))
    #expect(run.output.contains("a folder \"strange\" that is no profile's name"))
    #expect(!run.output.contains("\"publication\""))
    let json = try await ScrubdProcess.run("status", "--root", root.path, "--json")
    #expect(json.output.contains(#""unknownSubfolders":["strange"]"#))
    #expect(json.output.contains(#""running":false"#))
  }

  @Test func `the status knows whether the daemon runs`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    try await poll("the daemon tells of itself") {
      try root.directory.names(in: ".").contains(".status.json")
    }
    let running = try await ScrubdProcess.run("status", "--root", root.path)
    #expect(running.output.contains(" runs on \(root.path) since "), "\(running.errors)")
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    let ended = try await ScrubdProcess.run("status", "--root", root.path)
    #expect(ended.output.contains("scrubd is NOT running on"))
  }

  @Test func `a root that is not there is said`() async throws {
    let run = try await ScrubdProcess.run("status", "--root", "/nonexistent/root")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("cannot look into /nonexistent/root"))
  }
}
