import FoundationEssentials
import TestSupport
import Testing

@Suite struct AuditToolsTests {
  @Test func `the public key and the head that were kept elsewhere vouch for the log`() async throws
  {
    let root = try await SampleRun.root()
    let keys = root.directory.path(of: "audit/checkpoint.pub")
    let head = root.directory.path(of: "audit/head.json")
    let run = try await ScrubdProcess.run(
      "audit", "verify", "--root", root.path, "--public-key", keys, "--anchor", head)
    #expect(run.exitCode == 0, "\(run.output)")
    let shown = try await ScrubdProcess.run("keys", "show", "--root", root.path)
    #expect(try Array(shown.output.utf8) == root.bytes(of: "audit/checkpoint.pub"))
    let other = try ScrubdRoot()
    let made = try await ScrubdProcess.run("keys", "init", "--root", other.path)
    #expect(made.exitCode == 0 && made.output.contains("keys/audit.key"))
    let foreign = other.directory.path(of: "foreign.pub")
    let key = try #require(made.output.split(separator: "\n").last)
    try Data("\(key)\n".utf8).write(to: URL(filePath: foreign))
    let distrusted = try await ScrubdProcess.run(
      "audit", "verify", "--root", root.path, "--public-key", foreign)
    #expect(distrusted.exitCode == 1 && distrusted.output.contains("bad signature"))
  }

  @Test func `a key is made once, and a changed one takes over at the next start`() async throws {
    let root = try ScrubdRoot()
    #expect(try await ScrubdProcess.run("keys", "init", "--root", root.path).exitCode == 0)
    #expect(try await ScrubdProcess.run("keys", "init", "--root", root.path).exitCode == 1)
    #expect(try await root.runOnce().exitCode == 0)
    #expect(try await ScrubdProcess.run("keys", "rotate", "--root", root.path).exitCode == 0)
    #expect(try await root.runOnce().exitCode == 0)
    let keys = try root.bytes(of: "audit/checkpoint.pub").split(separator: UInt8(ascii: "\n"))
    #expect(keys.count == 2)
    #expect(try await ScrubdProcess.run("audit", "verify", "--root", root.path).exitCode == 0)
  }

  @Test func `a report names every item, and its page stands alone`() async throws {
    let root = try await SampleRun.root()
    let run = try await ScrubdProcess.run("audit", "report", "--root", root.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("The log is intact"))
    for item in "ABCDEFGHIJKLMNOPQR" { #expect(run.output.contains("\n\(item)  ")) }
    let page = root.directory.path(of: "report.html")
    let html = try await ScrubdProcess.run(
      "audit", "report", "--root", root.path, "--html", page, "--since", "2020-01-01")
    #expect(html.exitCode == 0 && html.output.isEmpty)
    let text = try String(decoding: root.bytes(of: "report.html"), as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>") && !text.contains("<script"))
  }

  @Test(arguments: ["fhir", "ocsf", "csv"])
  func `records are exported one a line`(_ format: String) async throws {
    let root = try await SampleRun.root()
    let run = try await ScrubdProcess.run(
      "audit", "export", "--root", root.path, "--format", format)
    #expect(run.exitCode == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count > 10)
    if format == "csv" { return #expect(lines[0].hasPrefix("seq,time,type,document")) }
    for line in lines { #expect(line.hasPrefix("{") && line.hasSuffix("}")) }
  }

  @Test func `records are shown as JSON and by type`() async throws {
    let root = try await SampleRun.root()
    let run = try await ScrubdProcess.run(
      "audit", "show", "--root", root.path, "--json", "--kind", "claimed")
    #expect(run.exitCode == 0)
    let lines = run.output.split(separator: "\n")
    #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("\"type\":\"claimed\"") })
    let own = try await ScrubdProcess.run("audit", "show", "--root", root.path, "--kind", "segment")
    #expect(own.output.contains("segment"))
  }

  @Test func `young records are not removed`() async throws {
    let root = try ScrubdRoot()
    #expect(try await root.runOnce().exitCode == 0)
    let run = try await ScrubdProcess.run("audit", "prune", "--root", root.path)
    #expect(run.exitCode == 0 && run.output == "nothing is old enough\n")
    let early = try await ScrubdProcess.run(
      "audit", "prune", "--root", root.path, "--before", "2026-01-01")
    #expect(early.exitCode == 1 && early.errors.contains("six years"))
    let wrong = try await ScrubdProcess.run("audit", "prune", "--root", root.path, "--years", "5")
    #expect(wrong.exitCode == 64)
    #expect(try await ScrubdProcess.run("audit", "verify", "--root", root.path).exitCode == 0)
  }

  @Test func `a removed value is shown to whoever has the key and a reason, on record`()
    async throws
  {
    let root = try ScrubdRoot()
    #expect(
      try await ScrubdProcess.run("keys", "init", "--vault", "--root", root.path).exitCode == 0)
    try root.drop("Patient: Marguerite Okonkwo\nPhone (217) 555-0142.\n", named: "case.txt")
    #expect(try await root.runOnce().exitCode == 0)
    let document = try #require(try root.receipts().first).document
    let call = ["review", "reveal", document, "--root", root.path]
    let shown = try await ScrubdProcess(call + ["--label", "NAME-1", "--reason", "treatment"]).end()
    #expect(shown.exitCode == 0 && shown.output.contains("Okonkwo"), "\(shown.errors)")
    #expect(try await ScrubdProcess(call + ["--label", "NAME-1"]).end().exitCode == 64)
    #expect(try await ScrubdProcess(call + ["--reason", "curiosity"]).end().exitCode == 64)
    let shred = try await ScrubdProcess(call + ["--shred", "--reason", "patient-request"]).end()
    #expect(shred.exitCode == 0, "\(shred.errors)")
    let gone = try await ScrubdProcess(call + ["--reason", "treatment"]).end()
    #expect(gone.exitCode == 1 && !gone.output.contains("Okonkwo"))
    let log = try await ScrubdProcess.run(
      "audit", "show", "--root", root.path, "--kind", "revealed", "--kind", "shredded")
    #expect(log.output.contains("result shown") && log.output.contains("result no-key"))
    #expect(log.output.contains("shredded") && !log.output.contains("Okonkwo"))
    #expect(try await ScrubdProcess.run("audit", "verify", "--root", root.path).exitCode == 0)
  }
}
