import Patterns
import Testing

@testable import Redaction

@Suite struct ProfileMistakeTests {
  @Test(arguments: [
    ("profile:", "profile: other", 1, "rename the file to other.yaml"),
    ("profile:", "", 2, "this profile has no \"profile\""),
    ("version:", "version: 1.5", 2, "whole number"),
    ("summary:", "summary:", 3, "must be a text"),
    ("suspicion:", "suspicion: 1001", 4, "from 0 to 1000"),
    ("suspicion:", "suspicions: 900", 4, "did you mean \"suspicion\"?"),
    ("suspicion:", "", 1, "this profile has no \"suspicion\""),
    ("keep-clinicians:", "keep-clinicians: no", 5, "true or false"),
    ("  NAME:", "  NAMES: tag", 7, "did you mean \"NAME\"?"),
    ("  NAME:", "  NAME: tagg", 7, "did you mean \"tag\"?"),
    ("  NAME:", "  NAME: zip3", 7, "zip3 means nothing for NAME"),
    ("  NAME:", "  NAME: 90-or-older", 7, "90-or-older means nothing for NAME"),
    ("  PHONE:", "  PHONE: year", 18, "year means nothing for PHONE"),
    ("  AGE_UNDER_90:", "  AGE_UNDER_90: 90-or-older", 17, "means nothing for AGE_UNDER_90"),
    ("  NAME:", "  NAME: [tag]", 7, "must be a text, not a list"),
    ("  NAME:", "", 8, "no operator for NAME; add"),
    ("  NAME:", "  ORG: tag", 7, "\"ORG\" stands more than once"),
    ("suspicion:", "extends: publication", 4, "there is no profile \"publication\""),
    ("suspicion:", "extends: ward", 4, "ward extends ward, in a circle"),
  ])
  func `a mistake is told where it stands`(start: String, line: String, at: Int, message: String) {
    let result = SampleProfile.parse([("ward", SampleProfile.replacing(start, with: line))])
    #expect(result.profiles == nil)
    let told = result.diagnostics.contains {
      $0.file == "profiles/ward.yaml" && $0.line == at && $0.message.contains(message)
    }
    #expect(told, "told instead: \(result.diagnostics.map(\.description))")
  }

  @Test func `profiles that extend each other in a circle are told each`() {
    func profile(_ name: String, _ parent: String) -> (String, String) {
      (name, "profile: \(name)\nversion: 1\nsummary: x\nextends: \(parent)\n")
    }
    let told = SampleProfile.parse([profile("a", "b"), profile("b", "c"), profile("c", "a")])
      .diagnostics
    #expect(
      told.map(\.description) == [
        "profiles/a.yaml:4:10: error: a extends b extends c extends a, in a circle; remove one of them",
        "profiles/b.yaml:4:10: error: b extends c extends a extends b, in a circle; remove one of them",
        "profiles/c.yaml:4:10: error: c extends a extends b extends c, in a circle; remove one of them",
      ])
  }

  @Test func `a mistake is not told again by the profile that extends it`() {
    let told = SampleProfile.parse([
      ("ward", SampleProfile.replacing("  NAME:", with: "  NAME: tagg")),
      ("night", "profile: night\nversion: 1\nsummary: x\nextends: ward\n"),
    ]).diagnostics
    #expect(told.map(\.file) == ["profiles/ward.yaml"])
  }

  @Test func `two files of one name are told`() {
    let bytes = Array(SampleProfile.text.utf8)
    let told = ProfileParser.parse([
      PackSource(file: "a/ward.yaml", bytes: bytes), PackSource(file: "b/ward.yaml", bytes: bytes),
    ]).diagnostics
    #expect(told.map(\.file) == ["b/ward.yaml"])
    #expect(told.first?.message.contains("also at a/ward.yaml:1") == true)
  }

  @Test func `keeping what even a limited data set must not hold is a warning`() {
    let result = SampleProfile.parse([
      ("ward", SampleProfile.replacing("  SSN:", with: "  SSN: keep"))
    ])
    #expect(result.profiles != nil)
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.diagnostics.first?.message.contains("keeps SSN") == true)
  }

  @Test(arguments: Category.allCases, Operator.allCases)
  func `an operator that applies to a category is accepted, and no other`(
    category: Patterns.Category, action: Redaction.Operator
  ) {
    let line = "  \(category.rawValue): \(action.rawValue)"
    let text = SampleProfile.replacing("  \(category.rawValue):", with: line)
    let parsed = SampleProfile.parse([("ward", text)]).profiles?["ward"]
    #expect(parsed?.operators[category] == (action.applies(to: category) ? action : nil))
  }
}
