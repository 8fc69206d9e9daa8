import PCRE2
import Patterns
import Testing

@testable import Detection

/// The filters of places must not change what is found, whatever the regex.
@Suite struct RuleFilterTests {
  private static func search(_ pattern: CompiledPattern, _ filtering: RuleFiltering) -> RuleSearch {
    let rule = RuleSearch.Rule(
      id: "t/rule", pattern: pattern, groups: [0], requirement: Requirement())
    return RuleSearch([rule], filtering: filtering)
  }

  private static func found(_ search: RuleSearch, _ text: [UInt8], _ scratch: inout PatternScratch)
    throws(DetectionError) -> [Range<Int>]
  {
    var ranges: [Range<Int>] = []
    try search.each(in: text.span, &scratch) { ranges.append($1) }
    return ranges
  }

  /// Regexes and texts that hold a match and places which look like one.
  @Test(arguments: [
    ("\\bDr\\.?\\h[A-Z]", "Dr A, Dr. B, xDr C, dr D"),
    ("(?i)\\bdr\\.?\\h[a-z]", "DR A dR. b"),
    ("(?i:k|s)1", "\u{212a}1 \u{17f}1 k1 S1"),
    ("[^a]1", "é1 a1 \n1"),
    ("(?<![\\w-])\\d{2,3}(?![\\w%])", "12 x12 -12 123 1234 12% 12"),
    ("(?<=[a-z]\\h|^)[A-Z]{2}", "AB a CD - EF\nGH"),
    ("^\\h*+x(?=\\h*$)", "x\n  x \nax\nx b\nx"),
    ("(?<w>[A-Z][a-z]+)\\h(?&w)", "Ann Bo ann Bo Ann bo"),
    ("(?(DEFINE)(?<w>[A-Z][a-z]+))(?&w),\\h(?&w)", "Ann, Bo Ann Bo"),
    ("(?=[A-Z])(?>[\\w-]+)\\h(?=x|y)", "Ab-c x AB z Ab y"),
    ("\\R\\h*a", "b\r\n a\r\na\na"),
    ("\\(\\p{Han}{2,4}\\)", "Chen (陈道明) and (ab) 陈道明"),
    ("x(?!\\p{L})\\h?\\d(?<!\\p{Han})", "x1 xa x 2 x陈 x3"), ("\\pL\\P{Lu}\\.", "Ab. AB. é1. ab."),
    ("(a)\\1|b\\g{-1}", "aa ab ba"),
    ("(?x) a b # c\n c | [ ] d", "abc  d"),
    ("[[:upper:]][[:alpha:]]+\\x2d\\x{31}", "Ab-1 ab-1"),
    ("\\Qa.b\\E|c", "a.b axb c"),
    ("a{2}b{0,9}c{1,}", "aac aabbbc aab ac"),
    ("é+x|ж?y", "ééx жy y éy"),
    ("(?i)éa", "ÉA éa ea"),
    ("\\d+\\s\\S+\\b", "12 ab, 3\n4"),
    ("(?:a|b|)c", "ac c bc"),
    ("(?<=\\n)b|\\s+c", "a\r\nb \r\nc"),
    ("[^\\w\\r]x", "\r\nx \nx"),
  ])
  func `a regex finds the same with the filters and without`(_ source: String, _ text: String)
    throws
  {
    let pattern = try CompiledPattern(source, options: [.utf, .multiline])
    var scratch = PatternScratch(limits: MatchLimits())
    let bytes = Array(text.utf8)
    let all = try RuleFilterTests.found(RuleFilterTests.search(pattern, .never), bytes, &scratch)
    let some = try RuleFilterTests.found(RuleFilterTests.search(pattern, .always), bytes, &scratch)
    #expect(all == some)
    #expect(!all.isEmpty)
  }

  @Test func `any regex finds the same with the filters and without`() throws {
    var scratch = PatternScratch(limits: MatchLimits())
    let matches = try RandomRegex.each(of: 3_000, seed: 5) { pattern, texts in
      let unfiltered = RuleFilterTests.search(pattern, .never)
      let filtered = RuleFilterTests.search(pattern, .always)
      return try texts.reduce(0) { matches, text in
        guard let all = try? RuleFilterTests.found(unfiltered, text, &scratch) else {
          return matches
        }
        let some = try RuleFilterTests.found(filtered, text, &scratch)
        #expect(all == some, "\(pattern.source) in \(String(decoding: text, as: UTF8.self))")
        return matches + all.count
      }
    }
    #expect(matches > 3_000)
  }

  /// The places where the first of some rules may match, as an automaton says that reads the text twice.
  private static func starts(_ sources: [String], _ text: String) throws -> [Int] {
    let rules = try sources.map { MatchSkeleton(try CompiledPattern($0, options: [.utf])) }
    var automaton = RuleAutomaton(SkeletonSet(rules, landmarks: rules.map { _ in nil }))
    let bytes = Array(text.utf8)
    func read() -> [UInt64] {
      var list = StartList()
      automaton.mark(
        bytes.span, 0..<bytes.count, wanted: rules.indices.map { $0 == 0 }, &list)
      list.sort()
      return list.starts
    }
    let learning = read()
    #expect(read() == learning)
    #expect(learning.allSatisfy { StartList.rule($0) == 0 })
    return learning.map(StartList.place)
  }

  @Test(arguments: [
    ("\\bDr\\.?\\h[A-Z][a-z]+", "Dry Dr who xDr. Who Dr. Who", [20]),
    (
      "[A-Z]\\w+\\h(?:\\w+\\h){0,3}Hospital\\b", "Mercy General Hospital, Mercy General hospice",
      [0, 6]
    ),
    ("(?<=[a-z])[A-Z]\\d", "aB1 B2 incorrigibleC3 counterrevolutionaryD4", [1, 19, 42]),
    ("\\d{4}-\\d\\d(?!\\d)", "2020-11, 12345-67 1234-567", [0, 10]),
    ("x(?=$)", "x xx", [3]),
    ("(?=[a-z]*\\d)[a-z]+\\d?-", "ab- ab1- abc", [4, 5]),
    ("(?:no|and)(?=\\h[A-Z]\\d)\\h\\w+\\.", "and on. and A1b. no B2", [8]),
    ("(?=.*x)(?=.*y)a\\w+", "axx ayyx ayz", [0, 4]),
    ("[a-z]+(?<=x)\\d", "ax1 ab1", [0, 1]),
    ("[a-z]+\\b-\\d", "ab-1 ab--1 ab1-1", [0, 1]),
    ("[a-z](?![a-z])[a-z0-9]2", "ab2 a12 aa2", [4]),
    ("a$\\na", "a\na a-\na", [0]),
  ])
  func `places where a rule cannot match are not tried`(
    _ source: String, _ text: String, _ places: [Int]
  ) throws {
    #expect(try RuleFilterTests.starts([source], text) == places)
    // Whatever other rules there are, and whether they are wanted.
    let more = ["\\w+@\\w+", "[A-Z][a-z]*\\h[A-Z][a-z]*\\b", "\\d+[-.]\\d+", "(?:[a-z]+\\h)+!"]
    #expect(try RuleFilterTests.starts([source] + more, text) == places)
  }

  @Test func `a place without a decision in sight is left to the matcher`() throws {
    let far = String(repeating: "a ", count: 200)
    #expect(try RuleFilterTests.starts(["\\bx\\h[a ]*!"], "x \(far)!") == [0])
    #expect(try RuleFilterTests.starts(["\\bx\\h[a ]*!"], "x \(far)?") == [0])
    #expect(try RuleFilterTests.starts(["\\bx\\h[a ]*!"], "x a a?").isEmpty)
  }

  @Test func `long runs of one byte are read through at once and nothing in them is missed`() throws
  {
    let space = String(repeating: " ", count: 3_000)
    let sources = ["\\h{2,}\\d", "(?<=\\h)\\h*x", "\\n\\s*y", "-+z"]
    let dashes = String(repeating: "-", count: 700)
    var scratch = PatternScratch(limits: MatchLimits())
    for source in sources {
      let pattern = try CompiledPattern(source, options: [.utf, .multiline])
      let search = (
        all: RuleFilterTests.search(pattern, .never), some: RuleFilterTests.search(pattern, .always)
      )
      for text in [
        "a\(space)1", "\(space)x \(space)", "\n\(space)y\n\(space)", "\(dashes)z\(dashes)",
      ] {
        let bytes = Array(text.utf8)
        let all = try RuleFilterTests.found(search.all, bytes, &scratch)
        #expect(try RuleFilterTests.found(search.some, bytes, &scratch) == all)
      }
    }
    #expect(try RuleFilterTests.starts(["\\h+\\d"], "\(space)x").isEmpty)
  }

  @Test func `a regex of which nothing is known is tried everywhere`() throws {
    for source in ["(?<a>x)|(?(<a>)y|z)", "(*COMMIT)a", "x*", "\\p{Lu}a", "(?|(a)|(b))(?1)"] {
      let skeleton = MatchSkeleton(try CompiledPattern(source, options: [.utf]))
      #expect(skeleton.flatMap { StartShape($0) } == nil, "\(source)")
    }
  }

  @Test func `many rules and long texts find the same with the filters and without`() throws {
    let sources = (0..<600).map { "\\b[A-Z]\($0 % 10)\\h?[a-z]{\(1 + $0 / 100)}\\b" }
    let rules = try sources.enumerated().map {
      RuleSearch.Rule(
        id: "t/r\($0)", pattern: try CompiledPattern($1, options: [.utf], useJIT: false),
        groups: [0], requirement: Requirement())
    }
    var random = SplitMix(state: 9)
    let text = (0..<4_000).flatMap { _ -> [UInt8] in
      let pieces = ["A1 b", "B2cd ", "é", "\r\n", "C3 efg ", "x", "Z9abcdef "]
      return Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8)
    }
    var scratch = PatternScratch(limits: MatchLimits())
    func found(_ filtering: RuleFiltering) throws -> [[Range<Int>]] {
      var result = [[Range<Int>]](repeating: [], count: rules.count)
      try RuleSearch(rules, filtering: filtering).each(in: text.span, &scratch) {
        result[$0].append($1)
      }
      return result
    }
    let all = try found(.never)
    #expect(try found(.always) == all)
    #expect(try found(.whenItPays) == all)
    #expect(all.joined().count > 5_000)
  }
}

/// Regexes made at random of what packs use, over few letters.
struct RandomRegex {
  /// Makes so many regexes, and six texts for each that PCRE2 accepts; one in three counts no case.
  ///
  /// - Parameter body: returns how many matches it looked at.
  /// - Returns: how many all calls looked at.
  static func each(
    of count: Int, seed: UInt64, _ body: (CompiledPattern, [[UInt8]]) throws -> Int
  ) rethrows -> Int {
    var random = SplitMix(state: seed)
    var matches = 0
    for _ in 0..<count {
      var source = RandomRegex(random: random)
      let text = source.alternatives(3) + source.definitions
      random = source.random
      var options: CompileOptions = [.utf, .multiline, .extended]
      if random.next() % 3 == 0 { options.insert(.caseless) }
      guard let pattern = try? CompiledPattern(text, options: options, useJIT: false) else {
        continue
      }
      matches += try body(pattern, (0..<6).map { _ in subject(&random) })
    }
    return matches
  }

  var random: SplitMix
  /// The rules that `(?&a)` and `(?&b)` call.
  private(set) var definitions = ""

  init(random: SplitMix) {
    self.random = random
    let rules = "(?(DEFINE) (?<a> \(alternatives(1)) ) (?<b> \(alternatives(1)) ) )"
    definitions = rules
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int(random.next() % UInt64(choices.count))]
  }

  mutating func alternatives(_ depth: Int) -> String {
    (0..<(1 + random.next() % 3)).map { _ in sequence(depth) }.joined(separator: " | ")
  }

  private mutating func sequence(_ depth: Int) -> String {
    (0..<(1 + random.next() % 4)).map { _ in
      item(depth)
        + (random.next() % 3 == 0
          ? pick(["?", "*", "+", "{1,3}", "{2}", "{0,9}", "?+", "*?", "++"]) : "")
    }.joined(separator: " ")
  }

  private mutating func item(_ depth: Int) -> String {
    if depth > 0, random.next() % 3 == 0 {
      let body = alternatives(depth - 1)
      return pick(["(?:", "(?i:", "(?-i:", "(?>", "(?=", "(?!", "(", "(?=", "(?<="]) + " \(body) )"
    }
    return pick([
      "a", "b", "A", "k", "s", "é", "ж", "1", "[ab]", "[^a]", "[a-zé]", "[^\\w]", "[\\h-]", "\\d",
      "\\w",
      "\\s", "\\h", "\\b", "^", "$", ".", "[ ]", "-", "\\R", "\\S", "(?&a)", "(?&b)", "(?<!a)",
      "(?<![\\w-])",
      "(?<=[ab]|1\\h)", "(?![a1]|bb)", "\\x20", "\\.", "[A-Z]", "[[:alpha:]]", "(?<=^|\\h)", "(?i)",
      "\\n",
    ])
  }

  static func subject(_ random: inout SplitMix) -> [UInt8] {
    let pieces = [
      "a", "b", "A", "B", "k", "K", "\u{212a}", "s", "\u{17f}", "é", "É", "ж", "1", " ", " ", "-",
      "_", "\n", "\r\n",
      ".", "ab", "a b", "1 a", "\u{a0}", "bbbbbbbbbbbbbbbb", "----------------",
    ]
    return (0..<(random.next() % 24)).flatMap { _ in
      Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8)
    }
  }
}
