import Detection
import Patterns
import Testing

@testable import Redaction

/// What the delivered profiles do with each of the 18 items of 45 CFR 164.514(b)(2)(i).
@Suite struct HIPAAItemTests {
  private static func profile(_ name: String) throws -> Profile {
    let result = ProfileParser.parse(try RedactionSupport.sources("profiles", ".yaml"))
    return try #require(result.profiles?[name])
  }

  /// The text of one finding under the four profiles.
  struct Row: Sendable, CustomTestStringConvertible {
    var marked: String
    var publication: String
    var safeHarbor: String
    var limited: String
    var strict: String

    init(
      _ marked: String, _ publication: String, _ safeHarbor: String, _ limited: String,
      _ strict: String? = nil
    ) {
      self.marked = marked
      self.publication = publication
      self.safeHarbor = safeHarbor
      self.limited = limited
      self.strict = strict ?? publication
    }

    /// An item of which nothing stays in any profile.
    static func out(_ marked: String, _ tag: String) -> Row { Row(marked, tag, tag, tag) }

    var testDescription: String { marked }
  }

  private static let rows: [Row] = [
    // A
    .out("⟨NAME#0|Maria Novak⟩", "[NAME-1]"), .out("Dr. ⟨NAME@clinician|Lee⟩", "Dr. [NAME-1]"),
    // B
    .out("⟨ADDRESS|12 Elm St⟩", "[ADDRESS-1]"), .out("⟨ROOM|Bed 4⟩", "[ROOM-1]"),
    .out("⟨ORG|Fargo Clinic⟩", "[ORG-1]"),
    Row("⟨PLACE|Fargo⟩", "[PLACE-1]", "[PLACE-1]", "Fargo"),
    Row("⟨ZIP|55806⟩", "[ZIP-1]", "558", "55806"), Row("⟨ZIP|03601⟩", "[ZIP-1]", "000", "03601"),
    Row("⟨STATE|Ohio⟩", "[STATE-1]", "Ohio", "Ohio"),
    Row("⟨COUNTRY|Kenya⟩", "Kenya", "Kenya", "Kenya", "[COUNTRY-1]"),
    // C
    Row("⟨DATE|03/14/2023⟩", "[DATE-1]", "2023", "03/14/2023"),
    Row("⟨DATE|3/14⟩", "[DATE-1]", "[DATE-1]", "3/14"),
    Row("in ⟨YEAR|2019⟩", "in 2019", "in 2019", "in 2019", "in [YEAR-1]"),
    Row("⟨AGE|93⟩ y/o", "90 or older", "90 or older", "93 y/o"),
    Row(
      "her ⟨AGE|95th⟩ birthday", "her 90th or later birthday", "her 90th or later birthday",
      "her 95th birthday"),
    Row("⟨AGE_UNDER_90|47⟩ y/o", "47 y/o", "47 y/o", "47 y/o"),
    Row("⟨AGE_UNDER_90|5⟩ weeks old", "5 weeks old", "5 weeks old", "5 weeks old"),
    Row(
      "at 28 weeks' gestation", "at 28 weeks' gestation", "at 28 weeks' gestation",
      "at 28 weeks' gestation"),
    Row(
      "born ⟨YEAR|1929⟩, seen ⟨YEAR|2024⟩", "born [YEAR-1], seen 2024", "born [YEAR-1], seen 2024",
      "born 1929, seen 2024", "born [YEAR-1], seen [YEAR-2]"),
    Row(
      "born ⟨DATE|March 4, 1929⟩, seen ⟨DATE|March 4, 2024⟩", "born [DATE-1], seen [DATE-2]",
      "born [DATE-1], seen 2024", "born March 4, 1929, seen March 4, 2024"),
    Row("born ⟨YEAR|1927⟩", "born [YEAR-1]", "born [YEAR-1]", "born 1927"),
    // D to Q
    .out("⟨PHONE|555-0198⟩", "[PHONE-1]"), .out("⟨FAX|555-0198⟩", "[FAX-1]"),
    .out("⟨EMAIL|a@b.example⟩", "[EMAIL-1]"), .out("⟨SSN|123-45-6789⟩", "[SSN-1]"),
    .out("⟨MRN|4829⟩", "[MRN-1]"), .out("⟨HEALTH_PLAN|A1⟩", "[HEALTH_PLAN-1]"),
    .out("⟨ACCOUNT|A1⟩", "[ACCOUNT-1]"), .out("⟨LICENSE|A1⟩", "[LICENSE-1]"),
    .out("⟨VEHICLE|ABC 123⟩", "[VEHICLE-1]"), .out("⟨DEVICE|SN 1⟩", "[DEVICE-1]"),
    .out("⟨URL|b.example⟩", "[URL-1]"), .out("⟨IP|10.0.0.1⟩", "[IP-1]"),
    .out("⟨BIOMETRIC|iris⟩", "[BIOMETRIC-1]"), .out("⟨PHOTO|photo⟩", "[PHOTO-1]"),
    // R
    .out("⟨HANDLE|@mg⟩", "[HANDLE-1]"), .out("⟨ID|77⟩", "[ID-1]"),
    Row("a ⟨PROFESSION|baker⟩", "a baker", "a baker", "a baker", "a [PROFESSION-1]"),
  ]

  @Test(arguments: rows)
  func `each item goes or stays as the profile says`(row: Row) throws {
    for (name, expected) in [
      ("publication", row.publication), ("safe-harbor", row.safeHarbor),
      ("limited-data-set", row.limited), ("strict", row.strict),
    ] {
      let marked = MarkedText(row.marked)
      var labels = Labels()
      let redacted = Redactor(profile: try HIPAAItemTests.profile(name), restrictedZIP3: ["036"])
        .redact(marked.text, marked.findings, &labels)
      #expect(String(decoding: redacted.text, as: UTF8.self) == expected, "\(name)")
    }
  }

  @Test func `every item has a row in the table of every profile`() throws {
    for name in ["publication", "safe-harbor", "limited-data-set", "strict"] {
      let table = try HIPAAItemTests.profile(name).table
      #expect(table.map(\.item) == HIPAAItem.allCases)
      #expect(Set(table.map(\.identifier)).count == 18)
      for row in table where ![.geography, .dates, .other].contains(row.item) {
        #expect(row.stays == [] && !row.goes.isEmpty, "\(name) \(row.item)")
      }
    }
  }

  @Test func `the table says what stays, and by which operator the rest goes`() throws {
    let table = try HIPAAItemTests.profile("safe-harbor").table
    let places = try #require(table.first { $0.item == .geography })
    #expect(
      places.stays == [
        "the first three digits of ZIP codes of areas with more than 20,000 people", "states",
        "countries",
      ])
    #expect(places.goes.contains(.init(category: .zip, action: .zip3)))
    let dates = try #require(table.first { $0.item == .dates })
    #expect(dates.stays.contains("the year, unless it tells an age over 89"))
    #expect(dates.stays.contains("that an age is 90 or more"))
  }

  @Test func `kept clinicians and facilities are told`() {
    var profile = RedactionSupport.profile([:], keepsFacilities: true)
    profile.keepsClinicians = true
    #expect(profile.table[0].stays == ["names of clinicians"])
    #expect(profile.table[1].stays == ["names of hospitals and clinics"])
  }

  @Test func `publication holds at three indirect identifiers, and at one that is decisive`() throws
  {
    let hold = try HIPAAItemTests.profile("publication").hold
    #expect(hold.limit == 3000)
    #expect(hold.decisive.isSuperset(of: [.publicEvent, .knownPerson, .superlative]))
    #expect(hold.weights[.advice] == 0)
    #expect(Set(hold.weights.keys) == Set(RevealingKind.allCases))
    #expect(hold.weights[.remainingDate] ?? 1000 < hold.weights[.occupation] ?? 0)
  }

  @Test func `the limited data set weighs neither towns nor dates, which its rule lets stay`()
    throws
  {
    let hold = try HIPAAItemTests.profile("limited-data-set").hold
    #expect(hold.weights[.remainingDate] == 0 && hold.weights[.remainingPlace] == 0)
  }

  @Test func `strict is more suspicious than publication`() throws {
    let strict = try HIPAAItemTests.profile("strict")
    #expect(try strict.suspicion > HIPAAItemTests.profile("publication").suspicion)
    #expect(strict.lineage == ["publication"])
  }

  @Test func `a profile derived without a change does what its parent does`() throws {
    for name in ["publication", "safe-harbor", "limited-data-set", "strict"] {
      let parent = try HIPAAItemTests.profile(name)
      let own = PackSource(
        file: "house.yaml",
        bytes: Array(
          "profile: house\nversion: \(parent.version)\nsummary: x\nextends: \(name)\n".utf8))
      let result = ProfileParser.parse(try RedactionSupport.sources("profiles", ".yaml") + [own])
      var house = try #require(result.profiles?["house"])
      house.name = name
      #expect(house.canonical == parent.canonical)
      #expect(house.table == parent.table)
    }
  }
}
