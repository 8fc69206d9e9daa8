import Patterns
import Testing

@Suite struct DiagnosticTests {
  @Test func `a diagnostic reads as editors expect it`() {
    let diagnostic = Diagnostic(
      file: "patterns/a.yaml", position: Position(line: 3, column: 7), message: "x; do y")
    #expect(diagnostic.description == "patterns/a.yaml:3:7: error: x; do y")
  }

  @Test func `warnings do not make files unusable`() {
    var log = DiagnosticLog()
    log.warning("a.yaml", Position(line: 1), "x")
    #expect(!log.hasErrors)
    #expect(log.sorted.first?.description == "a.yaml:1:1: warning: x")
    log.error("a.yaml", Position(line: 1), "y")
    #expect(log.hasErrors)
  }

  @Test func `diagnostics are told once each, by file and place`() {
    var log = DiagnosticLog()
    log.error("b.yaml", Position(line: 1), "x")
    log.error("a.yaml", Position(line: 10), "x")
    log.error("a.yaml", Position(line: 9, column: 4), "x")
    log.error("a.yaml", Position(line: 10), "x")
    #expect(log.sorted.map { "\($0.file):\($0.line)" } == ["a.yaml:9", "a.yaml:10", "b.yaml:1"])
  }

  @Test(arguments: [
    ("regexp", "regex"), ("REGEX", "regex"), ("rgeex", "regex"), ("valid", nil),
    ("validat", "validate"),
    ("x", nil), ("", nil),
  ])
  func `the nearest known word is suggested`(word: String, suggestion: String?) {
    #expect(NearestWord.of(word, in: ["regex", "validate", "match"]) == suggestion)
  }

  @Test func `every mistake of all files is told at once`() {
    let broken = SamplePack.text
      .replacingFirst("hipaa: D", with: "hipaa: E")
      .replacingFirst("validate: [nanp]", with: "validate: [x]")
      .replacingFirst(#"regex: '\w+@\w+'"#, with: "regex: '('")
    let result = PackParser.parse([
      PackSource(file: "b.yaml", bytes: Array(broken.utf8)),
      PackSource(file: "a.yaml", bytes: Array("pack: ]".utf8)),
      PackSource(file: "c.yaml", bytes: []),
    ])
    #expect(result.packs == nil)
    let places = result.diagnostics.map { "\($0.file):\($0.line)" }
    #expect(places == ["a.yaml:1", "b.yaml:10", "b.yaml:17", "b.yaml:27", "c.yaml:1"])
  }

  @Test func `two packs of one name are told`() {
    let text = Array(SamplePack.text.utf8)
    let told = PackParser.parse([
      PackSource(file: "a.yaml", bytes: text), PackSource(file: "b.yaml", bytes: text),
    ]).diagnostics
    #expect(
      told.first?.description.contains(
        "b.yaml:1:7: error: the pack \"contact\" is also at a.yaml:1") == true)
    #expect(told.dropFirst().map(\.line) == [8, 23, 33])
  }

  @Test func `a fragment of a pack must not be named as a shared one`() {
    let told = PackParser.parse([
      PackSource(file: "definitions.yaml", bytes: Array("definitions:\n  area: x".utf8)),
      PackSource(file: "contact.yaml", bytes: Array(SamplePack.text.utf8)),
    ]).diagnostics
    #expect(told.map(\.line) == [5])
    #expect(told.first?.message.contains("already defined at definitions.yaml:2") == true)
  }

  @Test func `fragments that double each other end in an error`() {
    let doubling = (1...30).map { "  f\($0): '{{f\($0 - 1)}}{{f\($0 - 1)}}'" }
    let text = "definitions:\n  f0: 'xxxxxxxx'\n" + doubling.joined(separator: "\n")
    let told = PackParser.parse([PackSource(file: "definitions.yaml", bytes: Array(text.utf8))])
      .diagnostics
    #expect(told.count == 1)
    #expect(told.first?.message.contains("shorten it") == true)
  }
}
