import Lexicons
import PCRE2
import Patterns
import Testing

@testable import Detection

@Suite struct PatternRecognizerTests {
  @Test func `only the marked group is proposed`() throws {
    let rule = try pattern("MRN:\\s(?<phi>\\d+)", category: .record, confidence: 950)
    let candidate = try #require(try propose([rule], "MRN: 4711 today").first)
    #expect(candidate.range == 5..<9)
    #expect(candidate.category == .record)
    #expect(candidate.rule == "test/rule")
    #expect(candidate.confidence == 950)
    #expect(candidate.evidence == ["pattern"])
  }

  @Test func `a pattern without marks proposes its whole match`() throws {
    #expect(try found(pattern("\\d+"), in: "a 12 b 345") == ["12", "345"])
  }

  @Test func `several marked groups are several identifiers, absent and empty ones none`() throws {
    let rule = try pattern("<(?<phi>\\w+)(?:,(?<phi>\\w*))?>")
    #expect(try found(rule, in: "<a,b> <c> <d,>") == ["a", "b", "c", "d"])
  }

  @Test func `context behind one identifier is context before the next`() throws {
    let rule = try pattern("(?:^|,)(?<phi>\\w+)(?:,|$)")
    #expect(try found(rule, in: "ann,bo,cy,di") == ["ann", "bo", "cy", "di"])
  }

  @Test(arguments: [
    ("(?=(?<phi>aé))", "aéaé", ["aé", "aé"]),
    ("(?<=(?<phi>é))", "éé", ["é", "é"]),
    ("x*", "éxé", ["x"]),
    ("(?<=(?<phi>a))\\s{3}b", "a   b a   b", ["a", "a"]),
  ])
  func `a search always goes forward`(_ source: String, _ text: String, _ expected: [String]) throws
  {
    // Written for the view, which folds `é` away: use a letter that stays.
    let kept = { (text: String) in text.replacing("é", with: "ж") }
    #expect(try found(pattern(kept(source)), in: kept(text)) == expected.map(kept))
  }

  @Test func `every validator must pass`() throws {
    let rule = try pattern("\\b\\d{3}-\\d\\d-\\d{4}\\b", validators: [.ssn, .hasDigit])
    #expect(try found(rule, in: "219-09-9999 666-09-9999") == ["219-09-9999"])
  }

  @Test func `a right check digit makes a finding certain and a wrong one changes nothing`() throws
  {
    let rule = try pattern(
      "\\b\\d{16}\\b", confirmations: [.nhs, .luhn], confidence: 700, evidence: ["context:card"])
    let candidates = try propose([rule], "4111111111111111 4111111111111112")
    #expect(candidates.map(\.confidence) == [990, 700])
    #expect(candidates.map(\.evidence) == [["context:card", "check-digit"], ["context:card"]])
  }

  @Test func `patterns see the folded view and findings the text`() throws {
    let rule = try pattern("tel:\\s(?<phi>[\\d-]+)", category: .phone)
    let text = "tél: ５５５－０１９８ ok"
    let detector = Detector(lexicon: Lexicon(), patterns: [rule])
    var scratch = DetectionScratch()
    let finding = try #require(try detector.detect(Array(text.utf8), &scratch).findings.first)
    #expect(String(decoding: Array(text.utf8)[finding.range], as: UTF8.self) == "５５５－０１９８")
  }

  @Test(arguments: [true, false])
  func `a pattern at its match limit fails the document and names its rule`(_ useJIT: Bool) throws {
    let runaway = try pattern("^(a+|b)*(?:c|d)", id: "test/runaway", useJIT: useJIT)
    let plain = try pattern("x")
    let detector = Detector(lexicon: Lexicon(), patterns: [plain, runaway])
    let text = Array((String(repeating: "a", count: 60) + "x c d").utf8)
    var scratch = DetectionScratch()
    let error = #expect(throws: DetectionError.self) { try detector.detect(text, &scratch) }
    #expect(error == .patternLimit(rule: "test/runaway", limit: "match"))
  }

  @Test func `a text that is no UTF-8 fails the document`() throws {
    let detector = Detector(lexicon: Lexicon(), patterns: [try pattern("x")])
    var scratch = DetectionScratch()
    for bad: [UInt8] in [[0x78, 0xc3, 0x28], [0x78, 0xff], [0x78, 0xed, 0xa0, 0x80]] {
      #expect(throws: DetectionError.patternFailed(rule: "text/utf-8", code: -3)) {
        try detector.detect(bad, &scratch)
      }
    }
    #expect(try detector.detect(Array("x".utf8), &scratch).findings.count == 1)
  }

  @Test func `a view that is no UTF-8 is never searched`() throws {
    let recognizer = PatternRecognizer(patterns: [try pattern("x")], lexicon: Lexicon())
    var scratch = DetectionScratch()
    var candidates: [Candidate] = []
    for _ in 0..<2 {
      let error = #expect(throws: DetectionError.self) {
        try recognizer.find(in: [0x78, 0xff], tokens: [], &scratch.patterns, into: &candidates)
      }
      guard case .patternFailed(rule: "test/rule", code: -23 ... -3) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      try recognizer.find(in: [0x78], tokens: [], &scratch.patterns, into: &candidates)
    }
    #expect(candidates.count == 2)
  }

  @Test func `a document whose time is up is interrupted`() throws {
    let detector = Detector(lexicon: Lexicon(), patterns: [try pattern("x")])
    var scratch = DetectionScratch()
    scratch.isTimeUp = { true }
    #expect(throws: DetectionError.interrupted) { try detector.detect(Array("x".utf8), &scratch) }
  }

  @Test func `matches are found across the strides of a long text`() throws {
    let rule = try pattern("(?<=\\n|^)(?<phi>№?id\\d+)\\b", options: [.utf, .multiline])
    for length in [8190, 8191, 8192, 8193, 16384] {
      let text =
        String(repeating: "ж", count: length / 2) + String(repeating: "-", count: length % 2)
      #expect(try found(rule, in: text + "\r\nid7\r\n" + text + "\nid8") == ["id7", "id8"])
    }
  }
}
