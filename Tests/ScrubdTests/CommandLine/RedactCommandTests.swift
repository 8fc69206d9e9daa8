import TestSupport
import Testing

@Suite struct RedactCommandTests {
  private static let note = "Seen by Dr. Gregor Halvorsen, phone (217) 555-0142.\n"

  @Test func `standard input comes out scrubbed on standard output`() async throws {
    let run = try await ScrubdProcess.run("redact", "-", input: RedactCommandTests.note)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output == "Seen by Dr. [NAME-1], phone [PHONE-1].\n")
    #expect(run.errors.isEmpty)
  }

  @Test func `a file is written to where it is asked for, under the profile that is asked for`()
    async throws
  {
    let folder = try TemporaryDirectory()
    try folder.write("Born in 1948, now 93 years old. ZIP 62704.\n", to: "in.txt")
    let run = try await ScrubdProcess.run(
      "redact", folder.path(of: "in.txt"), "-o", folder.path(of: "out.txt"), "--profile",
      "safe-harbor")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    let text = try #require(try folder.text(of: "out.txt"))
    #expect(text.contains("90 or older"))
    #expect(!text.contains("93"))
    #expect(try folder.text(of: "in.txt")?.contains("93") == true)
  }

  @Test func `a binary file is refused with an explanation, and nothing is written`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write("%PDF-1.7\n", to: "in.txt")
    let run = try await ScrubdProcess.run(
      "redact", folder.path(of: "in.txt"), "-o", folder.path(of: "out.txt"))
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("This is a PDF."))
    #expect(run.errors.contains("Save the text as plain text"))
    #expect(try folder.names() == ["in.txt"])
  }

  @Test func `what tells too much is written, told on standard error, and the exit code says so`()
    async throws
  {
    let folder = try TemporaryDirectory()
    try folder.makeFolder("revealing")
    try folder.write(
      """
      pack: own
      version: 1
      finds: What tells here.
      kind: known-person
      reason: Everybody there knows the harbour master.
      suggestion: Write "an official".
      patterns:
        - id: own/harbour-master
          finds: The harbour master.
          regex: 'harbour\\ master'
          match: ['the [[harbour master]]']

      """, to: "revealing/own.yaml")
    let run = try await ScrubdProcess.run(
      "redact", "-", "--extra-patterns", folder.path,
      input: "She came.\nHer father is the harbour master.\n")
    #expect(run.exitCode == 1)
    #expect(run.output == "She came.\nHer father is the harbour master.\n")
    #expect(run.errors.contains("line 2: a tie to somebody people know. Everybody there knows"))
    #expect(run.errors.contains("Instead: Write \"an official\"."))
    #expect(run.errors.contains("would hold it"))
  }

  @Test func `more than the limit on standard input is refused`() async throws {
    let run = try await ScrubdProcess.run(
      "redact", input: RedactCommandTests.note, environment: ["SCRUBD_DOCUMENT_LIMIT_BYTES": "10"])
    #expect(run.exitCode == 1)
    #expect(run.output.isEmpty)
  }
}
