import Patterns
import Tagger
import Testing

@testable import Detection

/// How sure the tagger must be, by the profile's suspicion, the kind and how the token is written.
@Suite struct TaggingThresholdTests {
  @Test(arguments: [
    // Names and places in capitals: the profile's own threshold.
    (900, TagKind.name, "Okonjo", 100), (900, .location, "Okonjo", 100),
    (1000, .name, "Okonjo", 1), (500, .name, "Okonjo", 500), (0, .name, "Okonjo", 1000),
    // In small letters, and of the other kinds, surer.
    (900, .name, "okonjo", 100), (900, .organization, "Okonjo", 100),
    (900, .organization, "okonjo", 137), (900, .contact, "Okonjo", 119),
    // Numbers.
    (900, .date, "14", 166), (900, .id, "4471920", 166), (900, .age, "93", 166),
    (900, .location, "77", 100), (1000, .date, "14", 1),
    // A day of the week is nobody, and a word that no list knows as a place is none.
    (900, .name, "Monday", 140), (900, .name, "Triage", 140), (900, .location, "Triage", 140),
    // No factor leads above 0.6, and none below the profile's threshold.
    (600, .id, "4471920", 600), (500, .organization, "okonjo", 600), (300, .id, "4471920", 700),
  ])
  func `the threshold rises with what rules know better`(
    _ suspicion: Int, _ kind: TagKind, _ text: String, _ expected: Int
  ) throws {
    let token = try #require(try Recognition(text).tokens.first)
    #expect(TagThreshold(suspicion: suspicion).least(for: kind, token) == expected)
  }

  @Test(arguments: TagKind.allCases) func `less suspicion never lowers a threshold`(_ kind: TagKind)
    throws
  {
    for text in ["Okonjo", "okonjo", "14", "T2DM"] {
      let token = try #require(try Recognition(text).tokens.first)
      var last = 0
      for suspicion in (0...1000).reversed() {
        let threshold = TagThreshold(suspicion: suspicion)
        let least = threshold.least(for: kind, token)
        #expect(least >= last && least >= threshold.least && least >= 1)
        last = least
      }
    }
  }

  @Test func `what is under its kind's threshold confirms no rule and is no finding of its own`()
    throws
  {
    // A probability of 0.111 where dates need 0.119 and names 0.1.
    let model = try HandMadeModel(["easter": .dateBegin, "okonjo": .nameBegin], odds: -3).model
    let tagged = try Tagged(
      "on Easter with Okonjo", model, rules: [("Easter", .date, 400)], least: 100)
    #expect(tagged.found == ["Okonjo NAME tagger/context"])
  }
}
