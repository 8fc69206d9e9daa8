import TestSupport
import Testing

@Suite struct PatternsCommandTests {
  private static let pack = """
    pack: own
    version: 1
    finds: What a hospital adds.
    patterns:
      - id: own/badge
        category: ID
        hipaa: R
        finds: Badge numbers.
        regex: '(?<phi>BDG-\\d{5})'
        confidence: 0.9
        match: ['badge [[BDG-12345]]']
        nomatch: ['BDG-12']

    """

  @Test func `the packs in the tree have no mistakes and their examples hold`() async throws {
    let lint = try await ScrubdProcess.run("patterns", "lint")
    #expect(lint.exitCode == 0, "\(lint.errors)")
    #expect(lint.output.contains("no mistakes"))
    let test = try await ScrubdProcess.run("patterns", "test")
    #expect(test.exitCode == 0, "\(test.errors)")
    #expect(test.output.hasSuffix(" examples, 0 failed\n"))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let line: Int
    let words: String
    var testDescription: String { words }
  }

  static let mistakes = [
    Mistake(old: "category: ID", new: "category: IDD", line: 6, words: "IDD"),
    Mistake(old: "{5})", new: "{5}", line: 9, words: "PCRE2 refuses this regex"),
    Mistake(old: "[[BDG-12345]]", new: "[[BDG-1234]]", line: 11, words: "own/badge"),
    Mistake(old: "['BDG-12']", new: "['BDG-12345']", line: 12, words: "own/badge"),
  ]

  @Test(arguments: mistakes) func `a mistake is named by file and line`(_ mistake: Mistake)
    async throws
  {
    let folder = try TemporaryDirectory()
    try folder.write(
      PatternsCommandTests.pack.replacing(mistake.old, with: mistake.new), to: "own.yaml")
    let run = try await ScrubdProcess.run("patterns", "lint", "--extra-patterns", folder.path)
    #expect(run.exitCode == 1)
    let own = run.errors.split(separator: "\n").filter { $0.contains("own.yaml") }
    #expect(own.count == 1, "\(own)")
    #expect(own.first?.hasPrefix("\(folder.path(of: "own.yaml")):\(mistake.line):") == true)
    #expect(own.first?.contains(mistake.words) == true)
  }

  @Test func `a hospital's own pack works beside the others`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write(PatternsCommandTests.pack, to: "own.yaml")
    let list = try await ScrubdProcess.run("patterns", "list", "--extra-patterns", folder.path)
    #expect(list.exitCode == 0, "\(list.errors)")
    #expect(list.output.hasPrefix("item  category"))
    #expect(list.output.contains("own/badge"))
    let redacted = try await ScrubdProcess.run(
      "redact", "--extra-patterns", folder.path, input: "Badge BDG-12345 was lost.\n")
    #expect(redacted.output == "Badge [ID-1] was lost.\n")
  }
}
