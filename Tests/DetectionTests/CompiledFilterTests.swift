import PCRE2
import Patterns
import Testing

@testable import Detection

/// Filters of places in compiled form: the same findings, and nothing is believed that was damaged.
@Suite struct CompiledFilterTests {
  private static let sources = [
    "\\bDr\\.?\\h(?<phi>[A-Z][a-z]+)", "(?<![\\d-])\\d{3}-\\d{4}(?!\\d)",
    "(?:[A-Z]\\w+\\h){1,3}(?:Hospital|Clinic)\\b", "(?=.*x)(?=.*y)a\\w+", "\\S+@\\S+",
    // Nothing is known of how this one starts.
    "\\bc\\b|\\Xzz",
  ]

  private static let text = Array(
    """
    Dr. Ruben saw her at Mercy General Hospital, call 555-0142 or 1555-01423 or mail a@b. ayx axx c
    """.utf8)

  private static func rules() throws -> [RuleSearch.Rule] {
    try sources.enumerated().map { number, source in
      RuleSearch.Rule(
        id: "t/\(number)", pattern: try CompiledPattern(source, options: [.utf]), groups: [0],
        requirement: Requirement())
    }
  }

  private static func found(_ search: RuleSearch, _ text: [UInt8] = text)
    throws(DetectionError) -> [String]
  {
    var scratch = PatternScratch(limits: MatchLimits())
    var found: [String] = []
    try search.each(in: text.span, &scratch) { found.append("\($0) \($1)") }
    return found.sorted()
  }

  private static func search(_ flat: [UInt8]) throws -> RuleSearch {
    RuleSearch(
      try rules(), filtering: .whenItPays,
      filters: CompiledFilters { () throws(CompiledDefect) in CompiledSection(flat) })
  }

  @Test func `compiled filters are those that the rules make`() throws {
    let made = SkeletonSet(try CompiledFilterTests.rules().map(\.pattern))
    let read = try SkeletonSet(CompiledSection(made.flat), rules: CompiledFilterTests.sources.count)
    #expect(read.flat == made.flat)
    #expect(read.isKnown == [true, true, true, true, true, false])
    #expect(read.classes == made.classes)
    #expect(read.representatives == made.representatives)
  }

  @Test func `what is found is the same with compiled filters and without any`() throws {
    let rules = try CompiledFilterTests.rules()
    let flat = SkeletonSet(rules.map(\.pattern)).flat
    let all = try CompiledFilterTests.found(RuleSearch(rules, filtering: .never))
    #expect(all.count > 6)
    #expect(try CompiledFilterTests.found(CompiledFilterTests.search(flat)) == all)
  }

  @Test func `any regex finds the same with compiled filters and without any`() throws {
    let matches = try RandomRegex.each(of: 600, seed: 17) { pattern, texts in
      let rule = RuleSearch.Rule(
        id: "t/rule", pattern: pattern, groups: [0], requirement: Requirement())
      let flat = SkeletonSet([pattern]).flat
      let filters = CompiledFilters { () throws(CompiledDefect) in CompiledSection(flat) }
      let filtered = RuleSearch([rule], filtering: .always, filters: filters)
      let unfiltered = RuleSearch([rule], filtering: .never)
      return try texts.reduce(0) { matches, text in
        guard let all = try? CompiledFilterTests.found(unfiltered, text) else { return matches }
        let some = try CompiledFilterTests.found(filtered, text)
        #expect(some == all, "\(pattern.source)")
        return matches + all.count
      }
    }
    #expect(matches > 500)
  }

  @Test func `filters that are damaged are made from the rules`() throws {
    let rules = try CompiledFilterTests.rules()
    let whole = SkeletonSet(rules.map(\.pattern)).flat
    let all = try CompiledFilterTests.found(RuleSearch(rules, filtering: .never))
    for count in [0, 7, 8, 200, whole.count - 1] {
      let search = try CompiledFilterTests.search(Array(whole[..<count]))
      #expect(try CompiledFilterTests.found(search) == all)
    }
    let refused = RuleSearch(
      rules, filtering: .always,
      filters: CompiledFilters { () throws(CompiledDefect) in throw .damaged })
    #expect(try CompiledFilterTests.found(refused) == all)
    // Those of other rules are not taken for these.
    let fewer = RuleSearch(
      Array(rules.dropLast()), filtering: .always,
      filters: CompiledFilters { () throws(CompiledDefect) in CompiledSection(whole) })
    #expect(try CompiledFilterTests.found(fewer) == all.filter { !$0.hasPrefix("5") })
  }

  @Test func `filters damaged behind their checksum end no search by a trap`() throws {
    let whole = SkeletonSet(try CompiledFilterTests.rules().map(\.pattern)).flat
    var random = SplitMix(state: 3)
    for _ in 0..<1_500 {
      var flat = whole
      for _ in 0..<3 {
        flat[Int(random.next() % UInt64(flat.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      _ = try CompiledFilterTests.found(CompiledFilterTests.search(flat))
    }
  }

  @Test func `workers who search first at the same time find the same`() async throws {
    let rules = try CompiledFilterTests.rules()
    let flat = SkeletonSet(rules.map(\.pattern)).flat
    let all = try CompiledFilterTests.found(RuleSearch(rules, filtering: .never))
    for _ in 0..<20 {
      let search = try CompiledFilterTests.search(flat)
      try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<6 { group.addTask { try CompiledFilterTests.found(search) } }
        for try await found in group { #expect(found == all) }
      }
    }
  }

  @Test func `a short text meets the literals that a long one does`() {
    var random = SplitMix(state: 8)
    let letters = Array("aAbB1c".utf8)
    func word(_ longest: UInt64) -> [UInt8] {
      (0...random.next() % longest).map { _ in letters[Int(random.next() % 6)] }
    }
    for _ in 0..<300 {
      let words = (0..<12).map { _ in word(5).map(LiteralAutomaton.lowered) }
      let literals = LiteralSet(words)
      let text = word(40)
      var short = [Bool](repeating: false, count: words.count)
      var long = short
      #expect(literals.scanShort(text.span, &short) == literals.scanLong(text.span, &long))
      #expect(short == long)
    }
  }
}
