import Patterns
import Testing

@testable import Revealing

@Suite struct PackTests {
  @Test func `every example of the packs holds`() throws {
    let shared = try Revelations.shared()
    let failures = RevealingExampleRunner(lexicon: shared.lexicon).failures(
      of: shared.packs.patterns)
    for failure in failures {
      Issue.record("\(failure.rule), line \(failure.line): \(failure.problem)")
    }
  }

  @Test func `every kind that packs can find has a pattern`() throws {
    #expect(try Revelations.shared().packs.unsoughtKinds(in: "revealing") == [])
  }

  @Test func `reasons and suggestions are sentences for a person`() throws {
    for pattern in try Revelations.shared().packs.patterns {
      #expect(pattern.reason.hasSuffix("."), "\(pattern.id)")
      #expect(pattern.suggestion.hasSuffix("."), "\(pattern.id)")
      #expect(pattern.reason.first?.isUppercase == true, "\(pattern.id)")
    }
  }

  @Test func `every pattern has texts that it must not find`() throws {
    for pattern in try Revelations.shared().packs.patterns {
      #expect(!pattern.examples.noMatch.isEmpty, "\(pattern.id)")
    }
  }

  @Test func `an example that does not hold is told with its line`() throws {
    var pattern = try revealingPattern("any")
    pattern.examples = Examples(
      match: [.init(text: "none", line: 3), .init(text: "many", marked: [0..<4], line: 4)],
      noMatch: [.init(text: "any", line: 5)])
    let failures = RevealingExampleRunner(lexicon: try Revelations.shared().lexicon)
      .failures(of: [pattern])
    #expect(failures.map(\.line) == [3, 4, 5])
    #expect(failures.first?.problem == "Found nothing in \"none\".")
  }
}
