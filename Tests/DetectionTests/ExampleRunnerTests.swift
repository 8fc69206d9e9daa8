import Lexicons
import PCRE2
import Patterns
import Testing

@testable import Detection

@Suite struct ExampleRunnerTests {
  private static let runner = ExampleRunner(lexicon: Lexicon())

  private static func examples(_ match: [(String, [Range<Int>])], no: [String] = []) -> Examples {
    Examples(
      match: match.enumerated().map { .init(text: $1.0, marked: $1.1, line: 10 + $0) },
      noMatch: no.enumerated().map { .init(text: $1, line: 20 + $0) })
  }

  @Test func `examples that hold are no failures`() throws {
    let rule = try pattern(
      "MRN\\s(?<phi>\\d{3})\\b", requires: .init(literals: ["MRN"], digits: 3),
      examples: ExampleRunnerTests.examples(
        [("MRN 123, MRN 456", [4..<7, 13..<16]), ("mére MRN 123", [10..<13]), ("MRN 123", [])],
        no: ["MRN 12", "123"]))
    #expect(ExampleRunnerTests.runner.failures(patterns: [rule]).isEmpty)
  }

  @Test(arguments: [
    (ExampleRunnerTests.examples([("MRN 12", [])]), 10, "Found nothing in \"MRN 12\"."),
    (
      ExampleRunnerTests.examples([("MRN 123", [0..<7])]), 10,
      "Found \"123\" in \"MRN 123\" instead of \"MRN 123\"."
    ),
    (
      ExampleRunnerTests.examples([("MRN 123 MRN 456", [4..<7])]), 10,
      "Found \"123\", \"456\" in \"MRN 123 MRN 456\" instead of \"123\"."
    ),
    (
      ExampleRunnerTests.examples([], no: ["none", "MRN 123"]), 21,
      "Found \"123\" in \"MRN 123\", where nothing should be found."
    ),
  ])
  func `an example that does not hold is told with line and reason`(
    _ examples: Examples, _ line: Int, _ problem: String
  ) throws {
    let rule = try pattern("MRN\\s(?<phi>\\d{3})\\b", id: "test/mrn", examples: examples)
    let failures = ExampleRunnerTests.runner.failures(patterns: [rule])
    #expect(
      failures == [
        .init(rule: "test/mrn", line: line, kind: line < 20 ? .match : .noMatch, problem: problem)
      ])
  }

  @Test func `validators and the prefilter count`() throws {
    let examples = ExampleRunnerTests.examples([("219-09-9999", [])])
    let refused = try pattern("\\d+-\\d+-\\d+", validators: [.npi], examples: examples)
    let unmet = try pattern("\\d+-\\d+-\\d+", requires: .init(digits: 10), examples: examples)
    let limited = try pattern("\\d+-\\d+-\\d+", validators: [.ssn], examples: examples)
    let failures = ExampleRunnerTests.runner.failures(patterns: [refused, unmet, limited])
    #expect(failures.count == 2)
  }

  @Test func `a search that fails is a failure even where nothing should be found`() throws {
    let text = String(repeating: "a", count: 60) + "x c d"
    let rule = try pattern(
      "^(a+|b)*(?:c|d)", examples: ExampleRunnerTests.examples([], no: [text]))
    let failure = try #require(ExampleRunnerTests.runner.failures(patterns: [rule]).first)
    #expect(failure.problem.hasPrefix("The search failed"))
  }

  @Test func `guards are run by their guarded spans`() throws {
    func rule(_ examples: Examples) throws -> Guard {
      Guard(
        id: "test/guard", finds: "", compiled: try CompiledPattern("BP (\\d+/\\d+)"), group: 1,
        requirement: .init(literals: ["bp"]), against: [.date], confidence: 900, examples: examples)
    }
    let good = try rule(ExampleRunnerTests.examples([("BP 12/8", [3..<7])], no: ["12/8"]))
    let bad = try rule(ExampleRunnerTests.examples([("BP 12/8", [0..<7])], no: ["BP 1/2"]))
    #expect(ExampleRunnerTests.runner.failures(patterns: [], guards: [good]).isEmpty)
    #expect(
      ExampleRunnerTests.runner.failures(patterns: [], guards: [bad]).map(\.line) == [10, 20])
  }
}
