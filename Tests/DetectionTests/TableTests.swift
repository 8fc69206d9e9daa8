import Lexicons
import Patterns
import TestSupport
import Testing

@testable import Detection

/// Tables: what stands under a head is what the head says.
@Suite struct TableTests {
  private static func pattern(_ id: String, _ heads: [String], _ regex: String) throws -> Pattern {
    let yaml = """
      pack: t
      version: 1
      finds: Cells.
      patterns:
        - {id: t/\(id), category: NAME, hipaa: A, finds: Cells., column: [\(heads.joined(separator: ", "))],
           regex: '\(regex)', confidence: 0.9, match: ["\(heads[0]) | b | c\\nXY | 1 | 2"]}
      """
    let parsed = PackParser.parse([PackSource(file: "t.yaml", bytes: Array(yaml.utf8))])
    return try #require(parsed.packs?.patterns.first, "\(parsed.diagnostics)")
  }

  private static func found(_ text: String) throws -> [String] {
    let initials = try pattern("initials", ["initials", "pt initials"], "^[A-Z]{2,3}$")
    let recognizer = TableRecognizer(patterns: [initials], lexicon: Lexicon())
    let view = TextView(Array(text.utf8))
    var scratch = DetectionScratch()
    Tokenizer(lexicon: Lexicon()).tokenize(view, into: &scratch.tokens)
    var candidates: [Candidate] = []
    try recognizer.find(
      in: view.bytes, tokens: scratch.tokens, &scratch.patterns, into: &candidates)
    return candidates.map { String(decoding: view.bytes[$0.range], as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("bars", "| No | Initials | Sex |\n|----|----|----|\n| 1 | JH | M |\n| 2 | TMO | F |\n"),
      ("tabs", "No\tInitials\tSex\n1\tJH\tM\n2\tTMO\tF\n"),
      ("several heads of one separator", "Pt Initials;Initials;Sex\nJH;TMO;M\n"),
      ("aligned columns", "No  Initials Sex  Pt initials\n1   JH       M    TMO\n"),
      ("capitals", "NO | INITIALS | SEX\n1 | JH | M\n2 | TMO | F\n"),
      ("line ends of Windows", "No | Initials | Sex\r\n1 | JH | M\r\n2 | TMO | F\r\n"),
    ])
  func `cells under a head are found`(_ layout: String, _ text: String) throws {
    #expect(try TableTests.found(text) == ["JH", "TMO"], "\(layout)")
  }

  @Test(
    arguments: [
      ("another column", "No | Sex | Initials\nJH | M | -\n"),
      ("behind an empty line", "No | Initials | Sex\n\n1 | JH | M\n"),
      ("a field and its value", "INITIALS:  JH   SEX:  M\nJH  M\n"),
      ("prose with the word", "We wrote the initials, the age, and the sex.\nJH, 4, and so on\n"),
      ("sentences two spaces apart", "He gave initials only.  Initials were JH.\nJH  MD\n"),
      ("a list with fewer cells", "Initials, Pt initials, Sex\nJH, seen today\n"),
      ("heads with digits", "Initials 1 | Sex 2\nJH | M\n"),
      ("no head at all", "1 | JH | M\n"),
    ])
  func `what is no table, or no cell of the column, is left alone`(
    _ layout: String, _ text: String
  ) throws {
    #expect(try TableTests.found(text).isEmpty, "\(layout)")
  }

  @Test func `a table is found again behind another text`() throws {
    let text = "No | Initials | Sex\n1 | JH | M\n\nNotes.\n\nInitials | No | Sex\nTMO | 2 | M\n"
    #expect(try TableTests.found(text) == ["JH", "TMO"])
  }

  @Test func `a head that is no head is a mistake of the pack`() {
    let yaml = """
      pack: t
      version: 1
      finds: Cells.
      patterns:
        - {id: t/a, category: NAME, hipaa: A, finds: Cells., column: [Pt  Initials],
           regex: '^[A-Z]{2}$', confidence: 0.9, match: ["x"]}
      """
    let parsed = PackParser.parse([PackSource(file: "t.yaml", bytes: Array(yaml.utf8))])
    #expect(parsed.packs == nil)
    #expect(parsed.diagnostics.contains { $0.message.contains("write \"pt initials\"") })
  }
}
