import FoundationEssentials
import TestSupport
import Testing

@Suite struct AuditCommandTests {
  @Test func `the log of a run is intact`() async throws {
    let root = try await SampleRun.root()
    let run = try await ScrubdProcess.run("audit", "verify", "--root", root.path)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("intact"))
    #expect(try run.output.hasPrefix("\(root.auditLines().count) records in 1 segments"))
  }

  @Test func `a flipped bit is found wherever it is`() async throws {
    let root = try ScrubdRoot()
    try root.drop("Phone (217) 555-0142.\n", named: "case.txt")
    #expect(try await root.runOnce().exitCode == 0)
    let segment = try #require(try root.names(in: "audit").first { $0.hasSuffix(".jsonl") })
    let file = root.directory.path(of: "audit/\(segment)")
    let bytes = try root.bytes(of: "audit/\(segment)")
    var random = SeededGenerator(seed: 5)
    for _ in 0..<12 {
      var changed = bytes
      let place = Int.random(in: bytes.indices, using: &random)
      changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try Data(changed).write(to: URL(filePath: file))
      let run = try await ScrubdProcess.run("audit", "verify", "--root", root.path)
      #expect(run.exitCode == 1, "byte \(place)")
      #expect(run.output.contains("PROBLEM"))
    }
    try Data(bytes.prefix(bytes.count / 2)).write(to: URL(filePath: file))
    let cut = try await ScrubdProcess.run("audit", "verify", "--root", root.path)
    #expect(cut.exitCode == 1)
  }

  @Test func `records are shown by document, category, rule, outcome and time`() async throws {
    let root = try await SampleRun.root()
    let all = try await show(root)
    let picture = try #require(try root.receipts().first { $0.outcome == "quarantined" })
    #expect(all.first?.hasPrefix("TIME (UTC)") == true)
    #expect(all.contains { $0.contains("started") } && all.contains { $0.contains("stopped") })

    let document = try await show(root, "--document", picture.document)
    #expect(document.count == 3, "\(document)")
    #expect(try await show(root, "--document", String(picture.document.suffix(8))) == document)

    let outcome = try await show(root, "--outcome", "quarantined")
    #expect(outcome.dropFirst().map { $0.contains("quarantined") } == [true])

    let phones = try await show(root, "--category", "phone")
    #expect(phones.contains { $0.contains("PHONE-") })
    #expect(!phones.contains { $0.contains("NAME-") })
    let names = try await show(root, "--rule", "name")
    #expect(names.count > 1 && names.count < all.count)

    #expect(try await show(root, "--until", "2020-01-01").count == 1)
    #expect(try await show(root, "--since", "2020-01-01") == all)
  }

  @Test func `somebody else's words in a log do not reach the terminal`() async throws {
    let root = try ScrubdRoot()
    #expect(try await root.runOnce().exitCode == 0)
    let segment = try #require(try root.names(in: "audit").first { $0.hasSuffix(".jsonl") })
    let line = "{\"seq\":1,\"time\":\"x\",\"type\":\"\u{1b}[2J Okonkwo\"}\n"
    try Data(Array(line.utf8) + root.bytes(of: "audit/\(segment)"))
      .write(to: URL(filePath: root.directory.path(of: "audit/\(segment)")))
    let run = try await ScrubdProcess.run("audit", "show", "--root", root.path)
    #expect(run.exitCode == 1)
    #expect(!run.output.contains("Okonkwo") && !run.errors.contains("Okonkwo"))
    #expect(run.errors.contains("1 lines are no records"))
  }

  private func show(_ root: ScrubdRoot, _ options: String...) async throws -> [String] {
    let run = try await ScrubdProcess(["audit", "show", "--root", root.path] + options).end()
    #expect(run.exitCode == 0, "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }
}
