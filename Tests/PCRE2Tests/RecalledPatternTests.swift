import Testing

@testable import PCRE2

/// Patterns of which all is known before their code is made.
@Suite struct RecalledPatternTests {
  private static let source = "(?<phi>[A-Z]{2})(?<rest>\\d+)\\R?|é+"

  private static func recalled(useJIT: Bool = true) throws -> CompiledPattern {
    let facts = try CompiledPattern(source, useJIT: false).facts
    return CompiledPattern(recalling: facts, source, options: .utf, useJIT: useJIT)
  }

  /// The first match and its groups.
  private static func match(_ pattern: CompiledPattern) throws(MatchError) -> [Range<Int>?] {
    var scratch = MatchScratch()
    let text = Array("ab AB12 CD".utf8)
    guard try scratch.firstMatch(of: pattern, in: text.span, from: 0) else { return [] }
    return (0...pattern.captureCount).map { scratch.range(ofGroup: $0) }
  }

  @Test(arguments: [true, false])
  func `a recalled pattern matches as the compiled one does`(_ useJIT: Bool) throws {
    let pattern = try RecalledPatternTests.recalled(useJIT: useJIT)
    #expect(!pattern.usesJIT)
    let compiled = try CompiledPattern(RecalledPatternTests.source)
    #expect(try RecalledPatternTests.match(pattern) == RecalledPatternTests.match(compiled))
    #expect(try RecalledPatternTests.match(pattern) == [3..<7, 3..<5, 5..<7])
    #expect(pattern.usesJIT == (useJIT && PCRE2Library.isJITAvailable))
    #expect(pattern.groupNames == ["phi": [1], "rest": [2]])
    #expect(pattern.facts == compiled.facts)
  }

  @Test func `a pattern made ready has its machine code before it is searched for`() throws {
    let pattern = try RecalledPatternTests.recalled()
    try pattern.prepare()
    #expect(pattern.usesJIT == PCRE2Library.isJITAvailable)
  }

  @Test func `all who ask first at the same time get the same answer`() async throws {
    for _ in 0..<50 {
      let pattern = try RecalledPatternTests.recalled()
      let answers = try await withThrowingTaskGroup(of: [Range<Int>?].self) { group in
        for _ in 0..<8 { group.addTask { try RecalledPatternTests.match(pattern) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers == Array(repeating: [3..<7, 3..<5, 5..<7], count: 8))
    }
  }

  @Test func `a source that PCRE2 refuses fails the search and is never no match`() throws {
    let facts = try CompiledPattern("a").facts
    let broken = CompiledPattern(recalling: facts, "a(", options: .utf, useJIT: true)
    for _ in 0..<2 {
      #expect(throws: MatchError.self) { try RecalledPatternTests.match(broken) }
      #expect(throws: MatchError.self) { try broken.prepare() }
    }
  }
}
