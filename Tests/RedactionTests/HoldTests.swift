import Patterns
import Testing

@testable import Redaction

@Suite struct HoldTests {
  private static func parse(_ files: (name: String, text: String)...) -> ProfileParser.Result {
    SampleProfile.parse(files)
  }

  private static let held =
    SampleProfile.text
      + """
      hold:
        limit: 2.5
        decisive: [public-event, superlative]
        weights: {occupation: 1, ethnicity: 0.29, advice: 0}

      """

  @Test func `the hold rule arrives in thousandths`() throws {
    let profile = try #require(HoldTests.parse(("ward", HoldTests.held)).profiles?["ward"])
    #expect(
      profile.hold
        == HoldRule(
          limit: 2500, weights: [.occupation: 1000, .ethnicity: 290, .advice: 0],
          decisive: [.publicEvent, .superlative]))
  }

  @Test func `a profile that says nothing of it holds at three of any`() throws {
    let profile = try #require(HoldTests.parse(("ward", SampleProfile.text)).profiles?["ward"])
    #expect(profile.hold.limit == 3000)
    #expect(profile.hold.weights[.occupation] == 1000 && profile.hold.weights[.advice] == nil)
  }

  @Test func `a derived profile changes a weight and keeps the others`() throws {
    let night = """
      profile: night
      version: 1
      summary: Stricter.
      extends: ward
      hold: {limit: 1, weights: {ethnicity: 1}}
      """
    let profiles = try #require(
      HoldTests.parse(("ward", HoldTests.held), ("night", night)).profiles)
    let hold = try #require(profiles["night"]?.hold)
    #expect(hold.limit == 1000)
    #expect(hold.weights == [.occupation: 1000, .ethnicity: 1000, .advice: 0])
    #expect(hold.decisive == [.publicEvent, .superlative])
  }

  @Test(arguments: [
    ("  limit: 2.5", "  limit: much", "\"limit\" must be a number from 0 to 100"),
    ("  limit: 2.5", "  limit: 0", "holds every document"),
    ("  limit: 2.5", "  limits: 2", "did you mean \"limit\"?"),
    ("  decisive:", "  decisive: [public-events]", "did you mean \"public-event\"?"),
    ("  decisive:", "  decisive: public-event", "must be a list"),
    ("  weights:", "  weights: {occupations: 1}", "did you mean \"occupation\"?"),
    ("  weights:", "  weights: {occupation: 0.1234}", "at most three decimals"),
    ("  weights:", "  weights: {occupation: 101}", "from 0 to 100"),
    ("  weights:", "  weights: {occupation: -1}", "from 0 to 100"),
    ("  weights:", "  weights: [occupation]", "must be a mapping"),
  ])
  func `a mistake in the hold rule is told`(start: String, line: String, message: String) {
    let text = HoldTests.held.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(start) ? line[...] : $0 }.joined(separator: "\n")
    let result = HoldTests.parse(("ward", text))
    #expect(result.profiles == nil)
    #expect(result.diagnostics.contains { $0.message.contains(message) && $0.line > 30 })
  }

  @Test(arguments: [
    ("  limit: 2.5", "  limit: 2.6"), ("  decisive:", "  decisive: [superlative]"),
    ("  weights:", "  weights: {occupation: 1, ethnicity: 0.3, advice: 0}"),
  ])
  func `the canonical bytes change with the hold rule`(start: String, line: String) throws {
    let text = HoldTests.held.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(start) ? line[...] : $0 }.joined(separator: "\n")
    let before = try #require(HoldTests.parse(("ward", HoldTests.held)).profiles?["ward"])
    let after = try #require(HoldTests.parse(("ward", text)).profiles?["ward"])
    #expect(before.canonical != after.canonical)
  }
}
