import PCRE2
import Patterns
import Testing

@testable import Detection

/// A rule that can start nearly everywhere is found out before it slows a hospital down.
@Suite struct StartMeasureTests {
  @Test(arguments: [
    ("^\\h*\\d[\\s\\S]{1,400}?zz", true), ("\\b\\w+\\h[\\s\\S]*?!", true),
    ("\\bDr\\.?\\h[A-Z][a-z]+", false), ("\\bMRN:?\\h\\d{6,8}\\b", false),
    ("\\b\\d{2}/\\d{2}/\\d{4}\\b", false),
  ])
  func `a regex that is tried at many places is slow`(_ source: String, _ isSlow: Bool) throws {
    let pattern = try CompiledPattern(source, options: [.utf, .multiline], useJIT: false)
    let tries = try #require(StartMeasure.vainTries(of: pattern))
    #expect((tries > StartMeasure.most) == isSlow, "\(tries)")
  }

  @Test func `where nothing tells how a match starts there is no measure`() throws {
    let pattern = try CompiledPattern("x*", options: [.utf], useJIT: false)
    #expect(StartMeasure.vainTries(of: pattern) == nil)
  }

  @Test func `a pack with a slow rule is warned of at its line`() throws {
    let pack = """
      pack: t
      version: 1
      finds: Rules of a test.
      patterns:
        - id: t/slow
          category: ID
          hipaa: R
          finds: Anything behind a number that begins a line.
          regex: '^\\h*\\d[\\s\\S]{1,400}?zz'
          confidence: 0.5
          match: ["[[1 zz]]"]
          nomatch: ['zz']
      """
    let result = PackParser.parse([PackSource(file: "t.yaml", bytes: Array(pack.utf8))])
    let packs = try #require(result.packs, "\(result.diagnostics)")
    let advice = packs.startAdvice
    #expect(advice.map(\.severity) == [.warning])
    #expect(advice.map(\.line) == [5])
  }
}
