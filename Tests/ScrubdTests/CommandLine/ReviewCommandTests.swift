import Glibc
import TestSupport
import Testing

/// `scrubd review` as a person uses it, with a service that runs and without one.
@Suite struct ReviewCommandTests {
  /// What nobody here can read is held.
  private static let text = "Dr. Gregor Halvorsen wrote: поступил в клинику.\n"

  private static func held() async throws -> ScrubdRoot {
    let root = try ScrubdRoot()
    try root.drop(text, named: "Halvorsen note.txt")
    let run = try await root.runOnce()
    try #require(run.exitCode == 0, "\(run.errors)")
    return root
  }

  private static func review(_ root: ScrubdRoot, _ arguments: String...) async throws
    -> ScrubdProcess.Result
  {
    try await ScrubdProcess(["review"] + arguments + ["--root", root.path]).end()
  }

  @Test func `list and show tell what is held, why, and where the draft lies`() async throws {
    let root = try await ReviewCommandTests.held()
    let id = try #require(try root.names(in: "hold").first)
    let list = try await ReviewCommandTests.review(root, "list")
    #expect(list.output.contains(id))
    #expect(list.output.contains("unsupported-script"))
    let lines = try await ReviewCommandTests.review(root, "list", "--json")
    #expect(lines.output.hasPrefix("{\"document\":\"\(id)\",\"since\":\""))
    let show = try await ReviewCommandTests.review(root, "show", String(id.suffix(8)))
    #expect(show.output.contains("unsupported-script"))
    #expect(show.output.contains("\(root.path)/hold/\(id)/[NAME-1] note-"))
    #expect(show.output.contains("Transformed by policy publication version"))
    let draft = try await ReviewCommandTests.review(root, "show", id, "--text")
    #expect(draft.output.hasPrefix("Dr. [NAME-1] wrote: поступил"))
    for told in [list, lines, show] { #expect(!told.output.contains("Halvorsen")) }
  }

  @Test func `traces are approved with a word of their own, and then the draft goes out`()
    async throws
  {
    let root = try await ReviewCommandTests.held()
    let id = try #require(try root.names(in: "hold").first)
    let without = try await ReviewCommandTests.review(
      root, "approve", id, "--reason", "consent")
    #expect(without.exitCode == 1)
    #expect(without.errors.contains("--accept-traces"))
    #expect(try root.names(in: "outbox").isEmpty && root.names(in: "decisions").isEmpty)
    let with = try await ReviewCommandTests.review(
      root, "approve", id, "--reason", "consent", "--accept-traces")
    #expect(with.exitCode == 0, "\(with.errors)")
    #expect(with.output == "Document \(id) released.\n")
    #expect(try root.names(in: "outbox").count == 3)
    let decided = try root.auditLines().filter { $0.contains("\"type\":\"decided\"") }
    #expect(decided.count == 1)
    #expect(decided.first?.contains("\"reason\":\"consent\"") == true)
    #expect(decided.first?.contains("\"uid\":") == true)
    let verify = try await ScrubdProcess.run("audit", "verify", "--root", root.path)
    #expect(verify.exitCode == 0, "\(verify.output)")
  }

  @Test func `a running service carries a decision out, and the command tells what came of it`()
    async throws
  {
    let root = try await ReviewCommandTests.held()
    let id = try #require(try root.names(in: "hold").first)
    let daemon = try await root.start()
    try root.directory.write("Nothing new.\nSeen by Dr. Anneliese Achterberg.\n", to: "edited.txt")
    let approve = try await ReviewCommandTests.review(
      root, "approve", id, "--reason", "generalised", "--accept-traces", "--edited",
      root.directory.path(of: "edited.txt"))
    #expect(approve.exitCode == 0, "\(approve.errors)")
    let text = try #require(try root.names(in: "outbox").first { $0.hasSuffix(".txt") })
    #expect(try root.text(of: "outbox/\(text)") == "Nothing new.\nSeen by Dr. [NAME-1].\n")
    #expect(daemon.isRunning)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
  }

  @Test func `a rejected document goes to quarantine, and cannot be approved any more`()
    async throws
  {
    let root = try await ReviewCommandTests.held()
    let id = try #require(try root.names(in: "hold").first)
    let reject = try await ReviewCommandTests.review(
      root, "reject", id, "--reason", "not-a-case")
    #expect(reject.output == "Document \(id) quarantined.\n", "\(reject.errors)")
    #expect(try root.names(in: "quarantine") == [id])
    let again = try await ReviewCommandTests.review(root, "approve", id, "--reason", "other")
    #expect(again.exitCode == 1)
    #expect(again.errors.contains("no held document"))
  }

  @Test func `a reason is one of a fixed list`() async throws {
    let root = try await ReviewCommandTests.held()
    let run = try await ReviewCommandTests.review(
      root, "approve", "x", "--reason", "Mr. Halvorsen agreed")
    #expect(run.exitCode == 64)
    #expect(try root.names(in: "decisions").isEmpty)
  }
}
