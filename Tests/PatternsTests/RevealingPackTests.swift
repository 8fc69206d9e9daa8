import PCRE2
import Patterns
import Testing

@Suite struct RevealingPackTests {
  private static let text = #"""
    pack: lives
    version: 2
    finds: Lives.
    kind: household
    reason: Neighbours know it.
    suggestion: Leave it out.
    define:
      many: '(?:nine|ten)'
    patterns:
      - id: lives/children
        finds: Many children.
        regex: |
          \b has \h (?<phi> {{many}} \h children ) \b | \b (?<phi2> {{many}} \h siblings )
        requires: {literals: ['children', 'siblings']}
        match: ['he has [[nine children]]']
        nomatch: ['two children']
      - id: lives/job
        kind: occupation
        reason: Jobs tell.
        suggestion: Name the field.
        finds: Jobs.
        regex: '\b works \h as \h a \h \w+'
        caseless: false
        check: [listed-occupation]
        match: ['works as a baker']
    """#

  private static func parse(_ text: String, file: String = "lives.yaml")
    -> RevealingPackParser.Result
  {
    RevealingPackParser.parse([PackSource(file: file, bytes: Array(text.utf8))])
  }

  @Test func `a pattern says what its pack does not`() throws {
    let packs = try #require(Self.parse(Self.text).packs)
    #expect(packs.packs.map(\.name) == ["lives"])
    #expect(packs.patterns.map(\.kind) == [.household, .occupation])
    #expect(packs.patterns.map(\.reason) == ["Neighbours know it.", "Jobs tell."])
    #expect(packs.patterns.map(\.suggestion) == ["Leave it out.", "Name the field."])
    #expect(packs.patterns[1].checks == [.listedOccupation])
    #expect(packs.file(of: "lives/job") == "lives.yaml")
  }

  @Test func `groups named phi are the reference, else the whole match`() throws {
    let packs = try #require(Self.parse(Self.text).packs)
    #expect(packs.patterns[0].groups == [1, 2])
    #expect(packs.patterns[1].groups == [0])
  }

  @Test func `letters match in either case unless a pattern says no`() throws {
    let packs = try #require(Self.parse(Self.text).packs)
    #expect(packs.patterns.map { $0.compiled.options.contains(.caseless) } == [true, false])
  }

  @Test(arguments: [
    Mistake("kind: household\n", "", 9, "neither this pattern nor its pack has a \"kind\""),
    Mistake("reason: Neighbours know it.\n", "", 9, "has a \"reason\""),
    Mistake("kind: occupation", "kind: ocupation", 18, "did you mean \"occupation\"?"),
    Mistake("check: [listed-occupation]", "check: [listed]", 24, "there is no check"),
    Mistake("id: lives/job", "id: lives/children", 17, "also at lives.yaml:10"),
    Mistake("id: lives/job", "id: other/job", 17, "write lives/job"),
    Mistake(
      "    finds: Jobs.\n", "    finds: Jobs.\n    confidence: 0.9\n", 22, "no key \"confidence\""),
    Mistake("\\b works", "\\G works", 22, "\\G steers the search"),
    Mistake("patterns:", "guards:", 1, "this pack has no \"patterns\""),
    Mistake("(?:nine|ten)", "(?:nine|ten", 13, "PCRE2 refuses this regex"),
  ])
  func `a mistake is told with its line`(mistake: Mistake) {
    let result = Self.parse(Self.text.replacingFirst(mistake.old, with: mistake.new))
    #expect(result.packs == nil)
    #expect(
      result.diagnostics.contains { $0.message.contains(mistake.message) },
      "\(result.diagnostics.map(\.description))")
  }

  @Test func `fragments of a file of definitions are shared`() throws {
    let definitions = PackSource(
      file: "definitions.yaml", bytes: Array("definitions:\n  few: 'two|three'\n".utf8))
    let pack = PackSource(
      file: "lives.yaml",
      bytes: Array(Self.text.replacingFirst("'(?:nine|ten)'", with: "'(?:{{few}}|nine)'").utf8))
    #expect(RevealingPackParser.parse([pack]).packs == nil)
    #expect(RevealingPackParser.parse([pack, definitions]).packs != nil)
  }

  @Test func `a pack of the same name is refused`() {
    let result = RevealingPackParser.parse(
      ["a.yaml", "b.yaml"].map { PackSource(file: $0, bytes: Array(Self.text.utf8)) })
    #expect(result.packs == nil)
    #expect(result.diagnostics.contains { $0.message.contains("is also at a.yaml") })
  }

  @Test(arguments: [
    ("he has [[nine children]]", "she has [[ten children]]", true),
    ("finds: Jobs.", "finds: Work.", true),
    ("Jobs tell.", "Work tells.", false),
    ("Leave it out.", "Take it out.", false),
    ("kind: occupation", "kind: workplace", false),
    ("version: 2", "version: 3", false),
    ("\\w+'", "\\w{2,}'", false),
  ])
  func `the digest covers what a pack finds and says`(old: String, new: String, isSame: Bool) throws
  {
    let before = try #require(Self.parse(Self.text).packs)
    let after = try #require(Self.parse(Self.text.replacingFirst(old, with: new)).packs)
    #expect((before.canonical == after.canonical) == isSame)
  }

  @Test func `a kind that no pattern finds is told with its remedy`() throws {
    let packs = try #require(Self.parse(Self.text).packs)
    let unsought = packs.unsoughtKinds(in: "patterns/revealing")
    #expect(unsought.count == RevealingKind.allCases.filter(\.isSoughtByPatterns).count - 2)
    #expect(unsought.allSatisfy { $0.severity == .error && $0.file == "patterns/revealing" })
    let handle = try #require(unsought.first { $0.message.contains("the kind handle;") })
    #expect(handle.message.contains("write one with \"kind: handle\""))
  }

  @Test func `kinds told from what a profile let stay need no pattern`() throws {
    let packs = try #require(Self.parse(Self.text).packs)
    let messages = packs.unsoughtKinds(in: "revealing").map(\.message)
    #expect(!messages.contains { $0.contains("remaining-") || $0.contains("the kind household") })
  }
}
