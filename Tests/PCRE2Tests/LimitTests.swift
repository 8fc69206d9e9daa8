import PCRE2
import Testing

@Suite struct LimitTests {
  /// Exponential on a run of `a` without a `c` behind; the optional group keeps PCRE2 from asking for the `c` first.
  private static let runaway = "^(a+|b)*(?:c|d)"
  private static let subject = Array((String(repeating: "a", count: 60) + "x c d").utf8)

  @Test(arguments: [true, false])
  func `a runaway pattern fails at the match limit`(_ useJIT: Bool) throws {
    let pattern = try CompiledPattern(LimitTests.runaway, useJIT: useJIT)
    let error = try #require(failure(pattern, LimitTests.subject))
    #expect(error.kind == .matchLimit)
    #expect(error.isLimit)
    #expect(error.code == -47)
    #expect(error.offset == nil)
  }

  @Test func `deep backtracking fails at the depth limit`() throws {
    let pattern = try CompiledPattern("^(?:(a|b))*c", useJIT: false)
    let text = Array(String(repeating: "a", count: 5_000).utf8)
    let error = try #require(failure(pattern, text, limits: MatchLimits(depth: 100)))
    #expect(error.kind == .depthLimit)
  }

  @Test func `the interpreter fails at the heap limit`() throws {
    let pattern = try CompiledPattern("^(?:(a|b))*c", useJIT: false)
    let text = Array(String(repeating: "a", count: 20_000).utf8)
    let limits = MatchLimits(match: 10_000_000, depth: 10_000_000, heap: 16)
    let error = try #require(failure(pattern, text, limits: limits))
    #expect(error.kind == .heapLimit)
  }

  @Test func `a scratch that met a limit still serves the next search`() throws {
    var scratch = MatchScratch()
    let runaway = try CompiledPattern(LimitTests.runaway)
    let plain = try CompiledPattern("x")
    #expect(throws: MatchError.self) {
      try scratch.firstMatch(of: runaway, in: LimitTests.subject.span, from: 0)
    }
    #expect(scratch.range(ofGroup: 0) == nil)
    #expect(try scratch.firstMatch(of: plain, in: LimitTests.subject.span, from: 0))
    #expect(scratch.range(ofGroup: 0) == 60..<61)
  }

  @Test func `an error speaks of itself and not of the text`() throws {
    let error = try #require(failure(CompiledPattern(LimitTests.runaway), LimitTests.subject))
    #expect(error.description == "match limit exceeded")
  }
}
