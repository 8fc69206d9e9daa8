import Patterns
import Testing

@testable import Redaction

/// A profile without a mistake, and ways to put one in.
enum SampleProfile {
  static let text =
    """
    profile: ward
    version: 3
    summary: For the ward.
    suspicion: 900
    keep-clinicians: true
    operators:

    """
    + Category.allCases.map { "  \($0.rawValue): \(action(for: $0))\n" }.joined()

  private static func action(for category: Category) -> String {
    switch category {
    case .zip: "zip3"
    case .date: "year"
    case .age: "90-or-older"
    case .country: "keep"
    default: "tag"
    }
  }

  static func parse(_ files: [(name: String, text: String)]) -> ProfileParser.Result {
    ProfileParser.parse(
      files.map { PackSource(file: "profiles/\($0.name).yaml", bytes: Array($0.text.utf8)) })
  }

  /// Replaces the line that begins with `start`.
  static func replacing(_ start: String, with line: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(start) ? line[...] : $0 }.joined(separator: "\n")
  }
}

@Suite struct ProfileParserTests {
  @Test func `a profile arrives with every key`() throws {
    let result = SampleProfile.parse([("ward", SampleProfile.text)])
    #expect(result.diagnostics == [])
    let profile = try #require(result.profiles?["ward"])
    #expect(profile.version == 3)
    #expect(profile.summary == "For the ward.")
    #expect(profile.suspicion == 900)
    #expect(profile.keepsClinicians)
    #expect(profile.action(for: .zip) == .zip3)
    #expect(profile.action(for: .date) == .year)
    #expect(profile.action(for: .age) == .ninetyOrOlder)
    #expect(profile.action(for: .country) == .keep)
    #expect(profile.operators.count == Category.allCases.count)
  }

  @Test func `a profile takes what it leaves out from the one it extends`() throws {
    let night = """
      profile: night
      version: 1
      summary: As ward, and masks numbers.
      extends: ward
      operators: {MRN: mask}
      """
    let late = """
      profile: late
      version: 2
      summary: As night, and more suspicious.
      extends: night
      suspicion: 950
      keep-clinicians: false
      """
    let files = [("late", late), ("night", night), ("ward", SampleProfile.text)]
    let profiles = try #require(SampleProfile.parse(files).profiles)
    #expect(profiles["night"]?.suspicion == 900)
    #expect(profiles["night"]?.keepsClinicians == true)
    #expect(profiles["night"]?.action(for: .record) == .mask)
    #expect(profiles["night"]?.action(for: .zip) == .zip3)
    #expect(profiles["late"]?.suspicion == 950)
    #expect(profiles["late"]?.keepsClinicians == false)
    #expect(profiles["late"]?.action(for: .record) == .mask)
    #expect(profiles["ward"]?.action(for: .record) == .tag)
  }

  @Test(arguments: [
    ("summary:", "summary: Another sentence.", false),
    ("keep-clinicians:", "keep-clinicians: true # as ever", false),
    ("version:", "version: 4", true),
    ("suspicion:", "suspicion: 901", true),
    ("keep-clinicians:", "keep-clinicians: false", true),
    ("  ORG:", "  ORG: keep", true),
  ])
  func `the canonical bytes change when what the profile does changes`(
    start: String, line: String, changes: Bool
  ) throws {
    let before = try #require(
      SampleProfile.parse([("ward", SampleProfile.text)]).profiles?["ward"])
    let text = SampleProfile.replacing(start, with: line)
    let after = try #require(SampleProfile.parse([("ward", text)]).profiles?["ward"])
    #expect((before.canonical != after.canonical) == changes)
  }

  @Test func `a profile that extends another has the bytes of one that says it all`() throws {
    let short = "profile: w\nversion: 3\nsummary: x\nextends: ward\n"
    let long = SampleProfile.replacing("profile:", with: "profile: w")
    let first = SampleProfile.parse([("w", short), ("ward", SampleProfile.text)])
    let second = SampleProfile.parse([("w", long)])
    let derived = try #require(first.profiles?["w"])
    #expect(derived.canonical == second.profiles?["w"]?.canonical)
  }
}
