import PCRE2
import Testing

@Suite struct CompilingTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    var source: String
    var offset: Int
    var says: String
    var testDescription: String { source }
  }

  @Test(arguments: [
    Refused(source: "ab(cd", offset: 5, says: "missing closing parenthesis"),
    Refused(source: "a[z-b]", offset: 4, says: "range out of order"),
    Refused(source: "é(?<n>a)(?<n>b)", offset: 14, says: "two named subpatterns"),
    Refused(source: #"a\Cb"#, offset: 3, says: #"using \C is disabled"#),
    Refused(source: "*a", offset: 0, says: "quantifier does not follow"),
  ])
  func `a bad pattern is refused with reason and place`(_ refused: Refused) throws {
    let error = try #require(throws: CompileError.self) { try CompiledPattern(refused.source) }
    #expect(error.offset == refused.offset)
    #expect(error.message.contains(refused.says), "\(error.message)")
    #expect(error.code > 0)
  }

  @Test func `named groups are listed with their numbers`() throws {
    let pattern = try CompiledPattern("(?<year>\\d{4})-(x)?(?<day>\\d\\d)")
    #expect(pattern.captureCount == 3)
    #expect(pattern.groupNames == ["year": [1], "day": [3]])
    #expect(pattern.groupNumber(named: "day") == 3)
    #expect(pattern.groupNumber(named: "month") == nil)
  }

  @Test func `one name for several groups is allowed when asked for`() throws {
    let pattern = try CompiledPattern(
      "(?<phi>a+)b|(?<phi>c+)d", options: [.utf, .duplicateNames])
    #expect(pattern.groupNames == ["phi": [1, 2]])
    #expect(
      try matches(pattern, Array("aab ccd".utf8)) == [[0..<3, 0..<2, nil], [4..<7, nil, 4..<6]])
  }

  @Test func `the library's knowledge of a pattern is passed on`() throws {
    let pattern = try CompiledPattern("(?<=abc)MRN\\d{3,}")
    #expect(pattern.minimumLength == 6)
    #expect(pattern.maximumLookbehind == 3)
    #expect(pattern.firstCodeUnit == UInt8(ascii: "M"))
    #expect(try CompiledPattern("[ab]").firstCodeUnit == nil)
  }

  @Test(arguments: [
    ("MRN\\d", false), ("[A-Z]\\d", false), ("(?<=x)\\b(?:Dr|Mr)", false), ("^a", false),
    ("(?&name)(?(DEFINE)(?<name>[A-Z]\\w+))", true), ("\\w*", true),
    ("(?=[A-Z])(?&name)(?(DEFINE)(?<name>[A-Z]\\w+))", false),
  ])
  func `a pattern that PCRE2 must try everywhere is told`(_ source: String, _ isSo: Bool) throws {
    #expect(try CompiledPattern(source, options: [.utf, .multiline]).startsAnywhere == isSo)
  }

  @Test func `options change what a pattern means`() throws {
    func finds(_ source: String, _ options: CompileOptions, _ text: String) throws -> Bool {
      try !matches(CompiledPattern(source, options: options), Array(text.utf8)).isEmpty
    }
    #expect(try finds("a b # c", [.utf, .extended], "ab"))
    #expect(try !finds("a b", [.utf], "ab"))
    #expect(try finds("^b", [.utf, .multiline], "a\r\nb"))
    #expect(try finds("^b", [.utf, .multiline], "a\rb"))
    #expect(try !finds("^b", [.utf, .multiline], "a\u{2028}b"))
    #expect(try finds("É", [.utf, .caseless], "é"))
    #expect(try finds("^\\w$", [.utf, .ucp], "é"))
    #expect(try !finds("^\\w$", [.utf], "é"))
    #expect(try finds("a.b", [.utf, .dotAll], "a\nb"))
    #expect(try !finds("a.b", [.utf], "a\nb"))
  }

  @Test func `the library tells its version`() {
    #expect(PCRE2Library.version.hasPrefix("10."))
  }
}
