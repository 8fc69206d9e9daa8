import FoundationEssentials
import TestSupport
import Testing

@Suite struct DetectCommandTests {
  private struct Line: Decodable, Hashable {
    let file: String
    let start: Int
    let end: Int
    let category: String
    let hipaa: String
    let rule: String
    let confidence: Double
    let text: String?
  }

  /// Two bytes for one letter before the number, four for one sign.
  private static let accented = "café 🩺: phone (217) 555-0142.\n"
  private static let number = "(217) 555-0142"

  @Test(arguments: [("bytes", 18), ("codepoints", 14)])
  func `offsets count what is asked for`(_ offsets: String, _ start: Int) async throws {
    let folder = try TemporaryDirectory()
    try folder.write(DetectCommandTests.accented, to: "note.txt")
    let run = try await ScrubdProcess.run(
      "detect", folder.path, "--json", "--offsets", offsets, "--show-text")
    #expect(run.exitCode == 0, "\(run.errors)")
    let lines = try DetectCommandTests.lines(run.output)
    let line = try #require(lines.first)
    #expect(lines.count == 1)
    #expect(line.file == "note.txt")
    #expect(line.start == start)
    #expect(line.end == start + DetectCommandTests.number.count)
    #expect(line.text == DetectCommandTests.number)
    #expect(line.category == "PHONE" && line.hipaa == "CONTACT")
    #expect(line.rule.contains("/") && line.confidence > 0 && line.confidence <= 1)
  }

  @Test func `texts are shown only when asked for`() async throws {
    let folder = try TemporaryDirectory()
    try folder.makeFolder("deep")
    try folder.write(DetectCommandTests.accented, to: "note.txt")
    try folder.write("Seen by Dr. Gregor Halvorsen.\n", to: "deep/other.txt")
    for form in [["--json"], []] {
      let run = try await ScrubdProcess(["detect", folder.path] + form).end()
      #expect(run.exitCode == 0)
      #expect(run.output.contains("note.txt") && run.output.contains("deep/other.txt"))
      #expect(!run.output.contains("Halvorsen") && !run.output.contains("555"))
    }
    let shown = try await ScrubdProcess.run("detect", folder.path, "--show-text")
    #expect(shown.output.contains("Gregor Halvorsen") && shown.output.contains("(217) 555-0142"))
  }

  @Test func `a script can ask whether anything was found`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write(DetectCommandTests.accented, to: "phone.txt")
    try folder.write("The wound healed well.\n", to: "clean.txt")
    let clean = try await ScrubdProcess.run(
      "detect", "--fail-on-finding", folder.path(of: "clean.txt"))
    #expect(clean.exitCode == 0)
    #expect(clean.output.isEmpty)
    let found = try await ScrubdProcess.run("detect", "--fail-on-finding", folder.path)
    #expect(found.exitCode == 1)
    #expect(found.errors.isEmpty)
  }

  @Test func `a file that cannot be checked fails the command and names itself`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write("%PDF-1.7\n", to: "paper.txt")
    try folder.write(DetectCommandTests.accented, to: "phone.txt")
    let run = try await ScrubdProcess.run("detect", folder.path)
    #expect(run.exitCode == 1)
    #expect(run.output.contains("phone.txt"))
    #expect(run.errors.contains("paper.txt: This is a PDF."))
    #expect(run.errors.contains("1 of 2 files could not be checked"))
  }

  @Test func `what the policy keeps is shown only on demand`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write("A 41-year-old woman, operated on in 2015.\n", to: "note.txt")
    let usual = try await ScrubdProcess.run("detect", folder.path)
    #expect(usual.output.isEmpty)
    let all = try await ScrubdProcess.run("detect", folder.path, "--all")
    #expect(all.output.contains("AGE_UNDER_90"))
  }

  private static func lines(_ output: String) throws -> [Line] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }
}
