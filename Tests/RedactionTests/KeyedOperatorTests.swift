import Patterns
import Testing

@testable import Redaction

@Suite struct KeyedOperatorTests {
  private static func parse(_ lines: String, extending parent: String) throws
    -> ProfileParser.Result
  {
    let own = PackSource(
      file: "own/house.yaml",
      bytes: Array("profile: house\nversion: 1\nsummary: x\nextends: \(parent)\n\(lines)\n".utf8))
    return ProfileParser.parse(try RedactionSupport.sources("profiles", ".yaml") + [own])
  }

  @Test(arguments: [
    ("operators: {DATE: date-shift}", "date-shift", "use year, relative-day or tag"),
    ("operators: {NAME: surrogate}", "surrogate", "use tag"),
    ("operators: {MRN: surrogate}", "surrogate", "use tag"),
  ])
  func `Safe Harbor refuses a code that is drawn from the value`(
    lines: String, action: String, remedy: String
  ) throws {
    let result = try KeyedOperatorTests.parse(lines, extending: "safe-harbor")
    #expect(result.profiles == nil)
    let told = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(told.file == "own/house.yaml" && told.line == 5 && told.severity == .error)
    #expect(told.message.contains("45 CFR 164.514(c)"))
    #expect(told.message.hasPrefix(action) && told.message.contains(remedy))
  }

  @Test func `a profile two steps from safe-harbor is bound as well`() throws {
    let sources =
      try RedactionSupport.sources("profiles", ".yaml") + [
        PackSource(
          file: "a.yaml",
          bytes: Array("profile: a\nversion: 1\nsummary: x\nextends: safe-harbor\n".utf8)),
        PackSource(
          file: "b.yaml",
          bytes: Array(
            "profile: b\nversion: 1\nsummary: x\nextends: a\noperators: {DATE: date-shift}\n".utf8)),
      ]
    let result = ProfileParser.parse(sources)
    #expect(result.profiles == nil && result.diagnostics.map(\.file) == ["b.yaml"])
  }

  @Test(arguments: ["publication", "limited-data-set", "strict"])
  func `other profiles may use them`(parent: String) throws {
    let result = try KeyedOperatorTests.parse(
      "operators: {DATE: date-shift, NAME: surrogate}", extending: parent)
    #expect(result.diagnostics == [])
    #expect(result.profiles?["house"]?.action(for: .date) == .dateShift)
  }

  @Test(arguments: [
    ("PLACE: keep", "(45 CFR 164.514(b)(2)(i)(B))"), ("DATE: keep", "(45 CFR 164.514(b)(2)(i)(C))"),
    ("NAME: keep", "(45 CFR 164.514(e)(2))"),
  ])
  func `keeping under safe-harbor what it forbids is a warning`(line: String, rule: String) throws {
    let result = try KeyedOperatorTests.parse(
      "operators: {\(line)}", extending: "safe-harbor")
    #expect(result.profiles != nil)
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.diagnostics.first?.message.contains(rule) == true)
  }

  @Test func `a missing key is told with file, line and remedy`() throws {
    let profile = try #require(
      try KeyedOperatorTests.parse(
        "operators:\n  DATE: date-shift\n  NAME: surrogate", extending: "publication"
      )
      .profiles?["house"])
    let error = #expect(throws: RedactorError.self) {
      try Redactor(profile: profile, restrictedZIP3: [], key: nil, surrogates: nil)
    }
    let told = try #require(error?.diagnostics)
    #expect(told.map(\.line) == [6, 7, 7])
    #expect(told.allSatisfy { $0.file == "own/house.yaml" && $0.severity == .error })
    #expect(told[0].message.contains("needs the service's key"))
    #expect(told[0].message.contains("scrubd keys"))
    #expect(error?.description.hasPrefix("own/house.yaml:6:9: error: DATE: date-shift") == true)
  }

  @Test func `with all it needs, and without needing anything, a redactor is made`() throws {
    let profiles = try #require(
      try KeyedOperatorTests.parse("operators: {NAME: surrogate}", extending: "publication")
        .profiles)
    let house = try #require(profiles["house"])
    let publication = try #require(profiles["publication"])
    _ = try RedactionSupport.redactor(house)
    _ = try Redactor(profile: publication, restrictedZIP3: [], key: nil, surrogates: nil)
    let error = #expect(throws: RedactorError.self) {
      try Redactor(
        profile: house, restrictedZIP3: [], key: RedactionSupport.key(), surrogates: nil)
    }
    #expect(error?.diagnostics.first?.message.contains("word lists in surrogates/") == true)
  }
}
