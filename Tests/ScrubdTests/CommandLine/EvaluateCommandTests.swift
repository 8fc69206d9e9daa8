import TestSupport
import Testing

@Suite struct EvaluateCommandTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    try folder.makeFolder("docs")
    try folder.write("Phone (217) 555-0142. Qqzx stays.\n", to: "docs/note.txt")
    try folder.write(
      """
      {"file":"note.txt","start":6,"end":20,"hipaa":"CONTACT"}
      {"file":"note.txt","start":27,"end":32,"hipaa":"NAME","required":false}

      """, to: "gold.jsonl")
  }

  @Test func `the table tells recall by label`() async throws {
    let run = try await evaluate("--misses", "5")
    #expect(run.exitCode == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.first?.prefix(3) == ["label", "spans", "spanR"])
    #expect(rows.first { $0.first == "CONTACT" }?.prefix(3) == ["CONTACT", "1", "1.0000"])
    #expect(rows.first { $0.first == "NAME" }?.prefix(3) == ["NAME", "1", "0.0000"])
    #expect(run.output.contains("docs=1"))
    #expect(run.output.contains("--- misses (1 spans)"))
    #expect(run.output.contains("stays"))
  }

  @Test func `what is not required can be left out`() async throws {
    let run = try await evaluate("--required-only")
    #expect(!run.output.contains("\nNAME "))
    #expect(run.output.contains("leaked_docs=0"))
  }

  @Test func `a mistake in the annotations is named by its line`() async throws {
    try folder.write(
      "{\"file\":\"note.txt\",\"start\":6,\"end\":20,\"hipaa\":\"CONTACT\"}\n{]\n", to: "gold.jsonl"
    )
    let run = try await evaluate()
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("gold.jsonl: Line 2: not a JSON object"))
  }

  private func evaluate(_ options: String...) async throws -> ScrubdProcess.Result {
    try await ScrubdProcess(
      ["evaluate", folder.path(of: "docs"), "--gold", folder.path(of: "gold.jsonl")] + options
    ).end()
  }
}
