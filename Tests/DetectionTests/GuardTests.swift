import Lexicons
import PCRE2
import Patterns
import Testing

@testable import Detection

@Suite struct GuardTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var confidence = 800
    var category = Category.date
    var stays: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "inside a guarded span: dropped", text: "BP 12/8 on 12/8", stays: ["12/8"]),
    Case(name: "no guard near: stays", text: "seen 12/8", stays: ["12/8"]),
    Case(name: "as sure as the guard: stays", text: "BP 12/8", confidence: 900, stays: ["12/8"]),
    Case(name: "less sure by one: dropped", text: "BP 12/8", confidence: 899, stays: []),
    Case(
      name: "a category not guarded against: stays", text: "BP 12/8", category: .id,
      stays: ["12/8"]),
    Case(name: "only partly inside: stays", text: "BP 12/83", stays: ["12/83"]),
    Case(name: "several guarded spans: all dropped", text: "BP 12/8 BP 13/9, 1/2", stays: ["1/2"]),
  ]

  @Test(arguments: cases)
  func `a guard drops what lies inside and is less sure`(_ example: Case) throws {
    let date = try pattern(
      "\\d+/\\d+", category: example.category, confidence: example.confidence)
    let pressure = Guard(
      id: "test/pressure", finds: "Blood pressures.",
      compiled: try CompiledPattern("BP (\\d+/\\d)"),
      group: 1, against: [.date, .age], confidence: 900)
    let detector = Detector(lexicon: Lexicon(), patterns: [date], guards: [pressure])
    var scratch = DetectionScratch()
    let text = Array(example.text.utf8)
    let findings = try detector.detect(text, &scratch).findings
    #expect(findings.map { String(decoding: text[$0.range], as: UTF8.self) } == example.stays)
  }

  @Test func `a guard at its limit fails the document`() throws {
    let date = try pattern("x", category: .date)
    let runaway = Guard(
      id: "test/runaway", finds: "", compiled: try CompiledPattern("^(a+|b)*(?:c|d)"),
      against: [.date], confidence: 900)
    let detector = Detector(lexicon: Lexicon(), patterns: [date], guards: [runaway])
    var scratch = DetectionScratch()
    let text = Array((String(repeating: "a", count: 60) + "x c d").utf8)
    #expect(throws: DetectionError.patternLimit(rule: "test/runaway", limit: "match")) {
      try detector.detect(text, &scratch)
    }
  }
}
