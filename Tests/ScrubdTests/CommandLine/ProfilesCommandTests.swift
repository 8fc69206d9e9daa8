import TestSupport
import Testing

@Suite struct ProfilesCommandTests {
  @Test func `list names every profile, and show tells what goes and what stays`() async throws {
    let list = try await ScrubdProcess.run("profiles", "list")
    #expect(list.exitCode == 0, "\(list.errors)")
    for name in ["publication", "safe-harbor"] { #expect(list.output.contains(name)) }
    let show = try await ScrubdProcess.run("profiles", "show", "safe-harbor")
    #expect(show.output.contains("NAME tag"))
    #expect(show.output.contains("ZIP zip3"))
    #expect(show.output.contains("Holds a document"))
    let json = try await ScrubdProcess.run("profiles", "show", "safe-harbor", "--json")
    #expect(json.output.hasPrefix("{\"digest\":\""))
    #expect(json.output.split(separator: "\n").count == 1)
  }

  @Test func `a profile that is not there is told with those that are`() async throws {
    let run = try await ScrubdProcess.run("profiles", "show", "publicaton")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("publication"))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let yaml: String
    let line: Int
    let words: String
    var testDescription: String { words }
  }

  static let mistakes = [
    Mistake(
      yaml:
        "profile: own\nversion: 1\nsummary: x\nextends: publication\noperators:\n  NAME: tagg\n",
      line: 6, words: "tagg"),
    Mistake(
      yaml: "profile: own\nversion: 1\nsummary: x\nextends: nowhere\n", line: 4, words: "nowhere"),
  ]

  @Test(arguments: mistakes)
  func `a service does not start with a profile that is wrong, and says where`(_ row: Mistake)
    async throws
  {
    let root = try ScrubdRoot()
    try root.directory.makeFolder("own")
    try root.directory.makeFolder("own/profiles")
    try root.directory.write(row.yaml, to: "own/profiles/own.yaml")
    try root.drop("x", named: "case.txt")
    let run = try await root.runOnce(
      ["--extra-patterns", root.directory.path(of: "own"), "--profile", "own"])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("own/profiles/own.yaml:\(row.line):"))
    #expect(run.errors.contains(row.words))
    #expect(try root.names(in: "inbox") == ["case.txt"])
  }

  @Test func `an operator that needs a key says so where there is none, with file and line`()
    async throws
  {
    let root = try ScrubdRoot()
    try root.directory.makeFolder("own")
    try root.directory.makeFolder("own/profiles")
    try root.directory.write(
      "profile: own\nversion: 1\nsummary: x\nextends: publication\noperators:\n  DATE: date-shift\n",
      to: "own/profiles/own.yaml")
    let arguments = [
      "redact", "-", "--extra-patterns", root.directory.path(of: "own"), "--profile", "own",
    ]
    let run = try await ScrubdProcess(
      arguments, input: Array("Seen on 3 March 2021.\n".utf8),
      environment: ["SCRUBD_KEY_FILE": root.directory.path(of: "none.key")]
    ).end()
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("own/profiles/own.yaml:6:"))
    #expect(run.errors.contains("scrubd keys"))
    #expect(run.output.isEmpty)
  }
}
