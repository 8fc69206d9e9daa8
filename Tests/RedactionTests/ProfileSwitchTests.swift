import Detection
import Patterns
import Testing

@testable import Redaction

@Suite struct ProfileSwitchTests {
  private static func derived(_ lines: String) -> ProfileParser.Result {
    SampleProfile.parse([
      ("ward", SampleProfile.text),
      ("night", "profile: night\nversion: 1\nsummary: x\nextends: ward\n" + lines),
    ])
  }

  @Test(arguments: [
    ("keep-states: true", Patterns.Category.state, Redaction.Operator.keep),
    ("keep-states: false", .state, .tag), ("keep-countries: false", .country, .tag),
    ("keep-countries: true", .country, .keep), ("keep-years: true", .year, .keep),
    ("keep-professions: true", .profession, .keep),
    // An operator that takes it out otherwise still does.
    ("operators: {STATE: mask}\nkeep-states: false", .state, .mask),
    ("operators: {COUNTRY: remove}", .country, .remove),
  ])
  func `a switch says whether a category counts`(
    lines: String, category: Patterns.Category, action: Redaction.Operator
  ) throws {
    let profile = try #require(ProfileSwitchTests.derived(lines).profiles?["night"])
    #expect(profile.action(for: category) == action)
  }

  @Test func `the nearest word about a category stands, switch or operator`() throws {
    let profiles = try #require(
      SampleProfile.parse([
        ("ward", SampleProfile.text),
        ("a", "profile: a\nversion: 1\nsummary: x\nextends: ward\nkeep-states: true\n"),
        ("b", "profile: b\nversion: 1\nsummary: x\nextends: a\noperators: {STATE: mask}\n"),
        ("c", "profile: c\nversion: 1\nsummary: x\nextends: b\nkeep-states: true\n"),
      ]).profiles)
    #expect(profiles["a"]?.action(for: .state) == .keep)
    #expect(profiles["b"]?.action(for: .state) == .mask)
    #expect(profiles["c"]?.action(for: .state) == .keep)
    #expect(profiles["c"]?.lineage == ["b", "a", "ward"])
  }

  @Test(arguments: [
    ("operators: {STATE: tag}\nkeep-states: true", "contradict each other"),
    ("operators: {YEAR: keep}\nkeep-years: false", "contradict each other"),
    ("keep-towns: true", "a profile has no key \"keep-towns\""),
    ("keep-states: maybe", "true or false"),
    ("present-year: soon", "whole number"),
  ])
  func `a switch that cannot be meant is told with its line`(lines: String, message: String) {
    let result = ProfileSwitchTests.derived(lines)
    #expect(result.profiles == nil)
    let told = result.diagnostics.contains {
      $0.file == "profiles/night.yaml" && $0.line >= 5 && $0.message.contains(message)
    }
    #expect(told, "\(result.diagnostics)")
  }

  @Test func `a facility stays where the profile says so, an employer never`() throws {
    let marked = MarkedText(
      "at ⟨ORG|Fargo Eye Clinic⟩ after work at ⟨ORG|Acme Mill⟩, once ⟨ORG|Hôpital Nord⟩")
    let redactor = Redactor(
      profile: RedactionSupport.profile([:], keepsFacilities: true), restrictedZIP3: [])
    var labels = Labels()
    let redacted = redactor.redact(marked.text, marked.findings, &labels)
    #expect(
      String(decoding: redacted.text, as: UTF8.self)
        == "at Fargo Eye Clinic after work at [ORG-1], once Hôpital Nord")
  }

  @Test(arguments: ["keep-facilities: true", "keep-states: true", "present-year: 2031"])
  func `the canonical bytes change with a switch`(line: String) throws {
    let one = try #require(ProfileSwitchTests.derived("").profiles?["night"])
    let other = try #require(ProfileSwitchTests.derived(line).profiles?["night"])
    #expect(one.canonical != other.canonical)
  }
}
