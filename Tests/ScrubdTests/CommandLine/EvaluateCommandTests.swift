import FoundationEssentials
import TestSupport
import Testing

@Suite struct EvaluateCommandTests {
  private let folder: TemporaryDirectory

  /// Two corpora: in the first a phone number that is found and a name, not required, that is not; in the second a word that
  /// nothing finds.
  init() throws {
    folder = try TemporaryDirectory()
    for corpus in ["one", "two"] {
      try folder.makeFolder(corpus)
      try folder.makeFolder("\(corpus)/docs")
    }
    try folder.write("Phone (217) 555-0142. Qqzx stays.\n", to: "one/docs/note.txt")
    try folder.write(
      """
      {"file":"note.txt","start":6,"end":20,"hipaa":"CONTACT"}
      {"file":"note.txt","start":27,"end":32,"hipaa":"NAME","required":false}

      """, to: "one/gold.jsonl")
    try folder.write("The wound healed well.\n", to: "two/docs/note.txt")
    try folder.write(
      "{\"file\":\"note.txt\",\"start\":4,\"end\":9,\"hipaa\":\"ORG\",\"label\":\"CLUB\"}\n",
      to: "two/gold.jsonl")
  }

  @Test func `with annotations named by hand the table tells recall by label`() async throws {
    let run = try await evaluateOne("--misses", "5")
    #expect(run.exitCode == 0, "\(run.errors)")
    let rows = EvaluateCommandTests.rows(run.output)
    #expect(rows.first?.prefix(3) == ["label", "spans", "spanR"])
    #expect(rows.first { $0.first == "CONTACT" }?.prefix(3) == ["CONTACT", "1", "1.0000"])
    #expect(rows.first { $0.first == "NAME" }?.prefix(3) == ["NAME", "1", "0.0000"])
    #expect(run.output.contains("docs=1"))
    #expect(run.output.contains("--- misses: 1 spans, 1 tokens"))
    #expect(run.output.contains("[[stays]]"))
  }

  @Test func `what is not required can be left out`() async throws {
    let run = try await evaluateOne("--required-only")
    #expect(!run.output.contains("\nNAME "))
    #expect(run.output.contains("leaked_docs=0"))
  }

  @Test func `a mistake in the annotations is named by its line`() async throws {
    try folder.write(
      "{\"file\":\"note.txt\",\"start\":6,\"end\":20,\"hipaa\":\"CONTACT\"}\n{]\n",
      to: "one/gold.jsonl")
    let run = try await evaluateOne()
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("gold.jsonl: Line 2: not a JSON object"))
  }

  @Test func `every corpus of a folder has a line, and only what must go counts`() async throws {
    let run = try await ScrubdProcess.run("evaluate", folder.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("scrubd "))
    let rows = EvaluateCommandTests.rows(run.output)
    #expect(rows.first { $0.first == "one" }?.prefix(3) == ["one", "1", "1.0000"])
    #expect(rows.first { $0.first == "two" }?.prefix(4) == ["two", "1", "0.0000", "-"])
    #expect(!run.output.contains("NAME") && !run.output.contains("wound"))
  }

  @Test func `a corpus given twice is measured once`() async throws {
    let run = try await ScrubdProcess.run("evaluate", folder.path, folder.path(of: "two"))
    #expect(run.exitCode == 0)
    #expect(EvaluateCommandTests.rows(run.output).count { $0.first == "two" } == 1)
    #expect(run.errors.contains("holds the same as"))
  }

  @Test func `messages of machines are marked`() async throws {
    try folder.write("MSH|^~\\&|A|B\rPID|1||4419\r", to: "two/docs/note.txt")
    let run = try await ScrubdProcess.run("evaluate", folder.path)
    #expect(run.output.contains("\ntwo*"))
    #expect(run.output.contains("* Messages of machines"))
  }

  @Test func `examples can be asked for by label`() async throws {
    let run = try await ScrubdProcess.run(
      "evaluate", folder.path, "--misses", "3", "--label", "CLUB")
    #expect(run.output.contains("two note.txt:4 ORG/CLUB: The [[wound]] healed well.⏎"))
  }

  private struct Report: Decodable {
    struct Corpus: Decodable {
      let name: String
      let recall: Double?
      let leakedDocuments: Int
    }
    let corpora: [Corpus]
    let settings: [String: String]
  }

  @Test func `what finds can be left out, and scripts read the figures`() async throws {
    let run = try await ScrubdProcess.run(
      "evaluate", folder.path, "--json", "--without", "rules", "--without", "tagger",
      "--suspicion", "500")
    #expect(run.exitCode == 0, "\(run.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(report.corpora.map(\.name) == ["one", "two"])
    #expect(report.corpora.map(\.recall) == [0, 0])
    #expect(report.corpora.map(\.leakedDocuments) == [1, 1])
    #expect(report.settings["without"] == "rules tagger")
    #expect(report.settings["suspicion"] == "500")
  }

  @Test func `one run tells what each way of finding is worth`() async throws {
    let run = try await ScrubdProcess.run("evaluate", folder.path(of: "one"), "--ablation")
    #expect(run.exitCode == 0, "\(run.errors)")
    let rows = EvaluateCommandTests.rows(run.output).filter { $0.first == "one" }
    #expect(
      rows.map { $0.dropFirst().prefix(2).joined(separator: " ") } == [
        "1 1.0000", "without rules", "without tagger", "without memory",
      ])
    #expect(rows.last?[4] == "1.0000")
  }

  @Test func `the record is Markdown`() async throws {
    let run = try await ScrubdProcess.run("evaluate", folder.path, "--markdown")
    #expect(run.output.contains("\n| one "))
    #expect(run.output.contains("\n| ---"))
  }

  @Test func `a folder without annotations says what is looked for`() async throws {
    let run = try await ScrubdProcess.run("evaluate", folder.path(of: "one/docs"))
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("docs/ beside gold.jsonl"))
  }

  @Test(arguments: [
    ["--gold", "x", "a", "b"], ["a", "--required-only"], ["a", "--label", "NAME"],
    ["a", "--suspicion", "1001"], ["a", "--without", "luck"], ["a", "--json", "--markdown"],
    ["a", "--misses", "-1"], ["a", "--ablation", "--without", "rules"],
    ["a", "--ablation", "--misses", "3"],
  ])
  func `options that make no sense together are wrong use`(_ arguments: [String]) async throws {
    let run = try await ScrubdProcess(["evaluate"] + arguments).end()
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("Error: "))
  }

  private func evaluateOne(_ options: String...) async throws -> ScrubdProcess.Result {
    try await ScrubdProcess(
      ["evaluate", folder.path(of: "one/docs"), "--gold", folder.path(of: "one/gold.jsonl")]
        + options
    ).end()
  }

  private static func rows(_ output: String) -> [[String]] {
    output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }
}
