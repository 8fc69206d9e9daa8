import PCRE2
import Testing

@testable import Patterns

@Suite struct RegexCheckTests {
  @Test(arguments: [
    (#"(?<=a(?<!b))"#, 5),
    (#"(?<!(?:a|(?<=b)))"#, 9),
    (#"(?<=a(?=(?<!b)))"#, 8),
    (#"(*plb:a(*negative_lookbehind:b))"#, 7),
    (#"(?<=[(?<!)](?<=b))"#, 11),
  ])
  func `a lookbehind inside a lookbehind is seen`(source: String, offset: Int) {
    #expect(RegexChecks.nestedLookbehind(in: source) == offset)
  }

  @Test(arguments: [
    #"(?<=a)(?<!b)"#, #"(?<name>(?<=a))"#, #"(?<=\(?<!b)"#, #"(?<=[(?<=]b)"#, #"(?<=[](?<=]b)"#,
    #"(?<=[[:alpha:](?<=]b)"#, "(?<=a # (?<=\n)", #"(?<=a(?#(?<=)b)"#, #"(?<=\Q(?<=\E)"#,
    #"(?<=a)b(?=(?<!c))"#,
  ])
  func `a lookbehind beside another, escaped, in a class or a comment is none`(source: String) {
    #expect(RegexChecks.nestedLookbehind(in: source) == nil)
  }

  @Test(arguments: [
    (#"a\G"#, 1, #"\G"#), ("a(*SKIP)b", 1, "(*SKIP)"), ("(*COMMIT)", 0, "(*COMMIT)"),
    ("a|(*MARK:x)b", 2, "(*MARK:x)"), ("(*:x)", 0, "(*:x)"), ("(*UTF)a", 0, "(*UTF)"),
  ])
  func `what steers a search as a whole is seen`(source: String, offset: Int, text: String) {
    let control = RegexChecks.searchControl(in: source)
    #expect(control?.offset == offset)
    #expect(control?.text == text)
  }

  @Test(arguments: [
    "(*FAIL)|a", "(*F)", "(*atomic:a)", "(*plb:a)b", #"\\G"#, "[(*SKIP)]", "# (*SKIP)\na", "(?:*)",
    #"\(*SKIP"#, #"\g{-1}"#,
  ])
  func `assertions, failures, classes and comments do not steer a search`(source: String) {
    #expect(RegexChecks.searchControl(in: source) == nil)
  }

  @Test(arguments: [
    (#"(?&n)(?(DEFINE)(?<n>\p{Lu}+))"#, true), (#"(?=[A-Z])(?&n)(?(DEFINE)(?<n>\p{Lu}+))"#, false),
    (#"(?&n)(?(DEFINE)(?<n>[A-Z]+))"#, false),
  ])
  func `a regex that must be tried everywhere is warned of`(source: String, isWarned: Bool) throws {
    let result = SamplePack.parse(replacing: #"'\w+@\w+'"#, with: "'\(source)'")
    let advice = try #require(result.packs).advice
    #expect(advice.map(\.line) == (isWarned ? [23] : []))
    #expect(advice.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    ("New York", 3), (#"\bNew  York"#, 5), ("a|New York", 5), ("(?:call to )", 7),
    ("x New a York town", 12), ("New York # a comment", 3), (#"\x41bc de"#, 6),
  ])
  func `a space between two words is seen`(source: String, offset: Int) {
    #expect(RegexChecks.droppedSpace(in: source) == offset)
  }

  @Test(arguments: [
    #"New\ York"#, "New[ ]York", #"New \s York"#, "jan | feb", "(?<phi> call )", "# New York\nx",
    "New\n  York", "a b", "New Y", #"\p{Lu} \p{Ll}"#, #"\d\d ab"#, #"(?-x)New York"#,
    "{{month}} of",
    #"\Qnew york\E"#, "[a b] cd", #"\xAB cd"#, "(?#new york)",
  ])
  func `a space for reading is none`(source: String) {
    #expect(RegexChecks.droppedSpace(in: source) == nil)
  }

  @Test(arguments: [
    ("x*", true), ("(?=@)", true), (#"\b"#, true), ("^", true), ("(?<=a)b?", true), ("a|", true),
    ("x", false), ("x+ # end", false), ("(?=@).", false), ("(a)?b", false), (#"^\w{2}$"#, false),
    ("(?&a)(?(DEFINE)(?<a>x))", false), ("(?&a)(?(DEFINE)(?<a>x?))", true),
    ("(?&a)(?(DEFINE)(?<a>(?=@)))", true),
  ])
  func `a regex that can match the empty text is seen`(source: String, empty: Bool) throws {
    let compiled = try CompiledPattern(source, options: RegexReader.options)
    #expect(EmptyMatch.isPossible(for: compiled) == empty)
  }
}
