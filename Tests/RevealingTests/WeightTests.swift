import Detection
import Patterns
import Testing

@testable import Redaction
@testable import Revealing

@Suite struct WeightTests {
  private static let rule = HoldRule(
    limit: 3000,
    weights: [
      .occupation: 1000, .ethnicity: 500, .quotation: 1000, .rareDisease: 1000,
      .remainingPlace: 500, .remainingDate: 500, .bodyMark: 1000, .smallNumber: 1500,
    ], decisive: [.publicEvent])

  private static func references(_ kinds: [RevealingKind]) -> [Reference] {
    kinds.enumerated().map { index, kind in
      Reference(
        range: index * 2..<index * 2 + 1, kind: kind, rule: "test/rule", reason: "It tells.",
        suggestion: "Leave it out.")
    }
  }

  private static func entry(_ category: Patterns.Category, _ action: Operator) -> RedactionEntry {
    RedactionEntry(
      finding: Finding(range: 0..<4, category: category, rule: "test/rule", confidence: 900),
      action: action, label: "", replacement: 0..<4)
  }

  private static func weigh(_ kinds: [RevealingKind], _ entries: [RedactionEntry] = []) -> Residue {
    RevealingWeight.weigh(
      references(kinds), Redacted(text: Array("text".utf8), entries: entries), rule: rule)
  }

  @Test(
    arguments: [
      ([], 0, false), ([.occupation], 1000, false), ([.occupation, .occupation], 1000, false),
      ([.occupation, .quotation, .bodyMark], 3000, true),
      ([.occupation, .quotation, .ethnicity], 2500, false),
      ([.occupation, .smallNumber, .ethnicity], 3000, true),
      ([.household, .posting, .mention], 0, false), ([.publicEvent], 0, true),
      ([.advice, .advice], 0, false), ([.rareDisease], 0, false),
      ([.rareDisease, .quotation], 1000, false), ([.rareDisease, .occupation], 2000, false),
      ([.rareDisease, .occupation, .quotation], 3000, true),
    ] as [([RevealingKind], Int, Bool)])
  func `distinct kinds add up`(kinds: [RevealingKind], sum: Int, holds: Bool) {
    let residue = Self.weigh(kinds)
    #expect(residue.sum == sum)
    #expect(residue.holds == holds)
  }

  @Test(arguments: [
    (Patterns.Category.state, Operator.keep, RevealingKind.remainingPlace),
    (.country, .keep, .remainingPlace), (.zip, .zip3, .remainingPlace),
    (.year, .keep, .remainingDate),
    (.date, .year, .remainingDate), (.date, .keep, .remainingDate),
    (.profession, .keep, .occupation),
  ])
  func `what the profile keeps counts`(
    category: Patterns.Category, action: Operator, kind: RevealingKind
  ) {
    #expect(Self.weigh([], [Self.entry(category, action)]).kinds == [kind])
  }

  @Test(arguments: [
    (Patterns.Category.agePermitted, Operator.keep), (.name, .tag), (.state, .tag),
    (.date, .remove),
    (.age, .ninetyOrOlder), (.name, .keep),
  ])
  func `ages, names and what is gone count nothing`(category: Patterns.Category, action: Operator) {
    #expect(Self.weigh([], [Self.entry(category, action)]).counts.isEmpty)
  }

  @Test func `a rare disease counts beside a place that remains`() {
    #expect(Self.weigh([.rareDisease], [Self.entry(.state, .keep)]).sum == 1500)
  }

  @Test func `what is decisive is named`() {
    let residue = Self.weigh([.occupation, .publicEvent, .publicEvent])
    #expect(residue.decisive == [.publicEvent])
    #expect(residue.counts == [.occupation: 1, .publicEvent: 2])
    #expect(residue.limit == 3000)
  }
}
