import PCRE2
import Patterns
import Testing

@Suite struct PackParserTests {
  private func sample() throws -> PackSet {
    let result = SamplePack.parse(SamplePack.text)
    #expect(result.diagnostics == [])
    return try #require(result.packs)
  }

  @Test func `a pack becomes its patterns and guards in the order of the file`() throws {
    let packs = try sample()
    #expect(packs.packs.map(\.name) == ["contact"])
    #expect(packs.packs.map(\.version) == [1])
    #expect(packs.packs.map(\.finds) == ["Ways to reach a person."])
    #expect(packs.patterns.map(\.id) == ["contact/phone", "contact/mail"])
    #expect(packs.guards.map(\.id) == ["contact/not-a-ratio"])
  }

  @Test func `every key of a pattern arrives`() throws {
    let pattern = try #require(try sample().patterns.first)
    #expect(pattern.category == .phone)
    #expect(pattern.finds == "Telephone numbers.")
    #expect(pattern.identifierGroups == [1])
    #expect(pattern.requirement == Requirement(literals: ["CALL", "@"], digits: 10))
    #expect(pattern.validators == [.nanp])
    #expect(pattern.confirmations == [])
    #expect(pattern.confidence == 900)
    #expect(pattern.role == .clinician)
    #expect(pattern.evidence == ["context:call"])
    #expect(pattern.compiled.options == [.extended, .multiline, .utf])
  }

  @Test func `a pattern says by default that the whole match is the identifier of nobody known`()
    throws
  {
    let pattern = try #require(try sample().patterns.last)
    #expect(pattern.identifierGroups == [0])
    #expect(pattern.role == .unknown)
    #expect(pattern.requirement == Requirement())
    #expect(pattern.confidence == 1000)
    #expect(pattern.compiled.options.contains(.caseless))
  }

  @Test func `every key of a guard arrives`() throws {
    let rule = try #require(try sample().guards.first)
    #expect(rule.group == 1)
    #expect(rule.against == [.phone, .date])
    #expect(rule.confidence == 950)
    #expect(rule.examples.match.map(\.text) == ["titre 1:160"])
    #expect(rule.examples.noMatch.map(\.line) == [39])
  }

  @Test func `examples keep their line and lose their marks`() throws {
    let examples = try #require(try sample().patterns.first).examples
    #expect(examples.match.map(\.text) == ["call 217-555-0198 now", "Call 217-555-0141"])
    #expect(examples.match.map(\.marked) == [[5..<17], []])
    #expect(examples.match.map(\.line) == [21, 21])
    #expect(examples.noMatch.map(\.text) == ["Hgb 10.9-11.2"])
  }

  @Test func `fragments are filled in, in each other too`() throws {
    let pattern = try #require(try sample().patterns.first)
    #expect(pattern.compiled.source.contains(#"(?<phi> [2-9]\d\d-[2-9]\d\d-\d{4} )"#))
  }

  @Test func `fragments of the shared file serve every pack`() throws {
    let shared = PackSource(
      file: "patterns/definitions.yaml", bytes: Array(#"definitions: {day: '[0-3]?\d'}"#.utf8))
    let pack = SamplePack.text.replacingFirst("{{area}}-{{number}}", with: "{{day}}-{{number}}")
    let result = PackParser.parse([
      PackSource(file: "patterns/contact.yaml", bytes: Array(pack.utf8)), shared,
    ])
    #expect(result.diagnostics == [])
    #expect(result.packs?.patterns.first?.compiled.source.contains(#"[0-3]?\d-"#) == true)
  }

  @Test func `groups named by phi are the identifier, in ascending order`() throws {
    let packs = SamplePack.parse(
      replacing: #"regex: '\w+@\w+'"#,
      with: #"regex: '(?<user>\w+)(?<at>@)(?<host>\w+)'\#n    phi: [host, user]"#)
    #expect(packs.packs?.patterns.last?.identifierGroups == [1, 3])
  }

  @Test func `the file and line of a rule can be asked for`() throws {
    let packs = try sample()
    #expect(packs.file(of: "contact/mail") == "contact.yaml")
    #expect(packs.position(of: "contact/mail") == Position(line: 23, column: 5))
    #expect(packs.file(of: "contact/none") == nil)
    #expect(
      packs.diagnostic(of: "contact/mail", line: 30, "the example is not found").description
        == "contact.yaml:30:1: error: contact/mail: the example is not found")
  }

  @Test func `the order of the files changes nothing`() throws {
    let other = """
      pack: aaa
      version: 1
      finds: x
      patterns: [{id: aaa/b, category: ID, hipaa: R, finds: x, regex: q, confidence: 1, match: [q]}]
      """
    let sources = [
      PackSource(file: "z.yaml", bytes: Array(other.utf8)),
      PackSource(file: "contact.yaml", bytes: Array(SamplePack.text.utf8)),
    ]
    let forward = try #require(PackParser.parse(sources).packs)
    let backward = try #require(PackParser.parse(sources.reversed()).packs)
    #expect(forward.patterns.map(\.id) == ["aaa/b", "contact/phone", "contact/mail"])
    #expect(forward.patterns.map(\.id) == backward.patterns.map(\.id))
    #expect(forward.canonical == backward.canonical)
  }

  @Test(arguments: [
    ("version: 1\n", "# a comment\nversion:   1\n", false),
    ("finds: E-mail addresses.", "finds: E-mail.", false),
    ("write to ann@example", "write to bob@example", false),
    ("area: '", "area: \"[2-9]\\\\d\\\\d\" # '", false),
    ("area: '[2-9]", "area: '[3-9]", true),
    ("validate: [nanp]", "confirm: [nanp]", true),
    ("digits: 10", "digits: 9", true),
    ("caseless: true", "caseless: false", true),
    ("against: [PHONE, DATE]", "against: [DATE, PHONE]", false),
    ("against: [PHONE, DATE]", "against: [DATE]", true),
    ("confidence: 0.95", "confidence: 0.951", true),
  ])
  func `the canonical bytes change when what is found changes`(
    old: String, new: String, changes: Bool
  ) throws {
    let before = try sample().canonical
    let after = try #require(SamplePack.parse(replacing: old, with: new).packs).canonical
    #expect((before != after) == changes)
  }
}
