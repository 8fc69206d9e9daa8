import Testing

@testable import Detection

@Suite struct LoneNameTests {
  private static func find(_ text: String) throws -> [String] {
    var recognition = try Recognition(text)
    LoneNames().find(in: recognition.tokens, into: &recognition.candidates)
    SuspectPairs().find(in: recognition.tokens, into: &recognition.candidates)
    return recognition.found
  }

  @Test(
    arguments: [
      "later [[Rosalind]] took the bus", "we gave [[Miriam T.]] a lift",
      "seen by [[Katarzyna]] at noon",
      "the notice to [[Brendan J]] went out", "then [[ROSALIND]] CALLED THE WARD BACK TODAY",
      "the twins [[Rosalind]], [[Tavish]] and [[Brendan]]", "as [[Tamzin Bolithoe]] told us",
    ].map(Marked.init))
  func `a given name alone is found`(_ example: Marked) throws {
    #expect(try LoneNameTests.find(example.text) == example.spans)
  }

  @Test func `a given name that nothing vouches for is evidence and no finding`() throws {
    for (text, isCertain) in [("then Rosalind, Tavish and I", false), ("aunt Rosalind", true)] {
      var recognition = try Recognition(text)
      LoneNames().find(in: recognition.tokens, into: &recognition.candidates)
      let first = try #require(recognition.candidates.first)
      #expect((first.confidence >= 700) == isCertain)
    }
  }

  @Test(arguments: [
    "a Foley was placed", "positive Babinski on the left", "more PVCs seen", "the Parkinson clinic",
    "given Lasix and Coumadin", "a Steri-Strip was put on", "use the Jamar-type grip",
    "Will you come in May", "THE PATIENT DENIES CHEST PAIN",
  ])
  func `a word that is anything else is left`(_ text: String) throws {
    #expect(try LoneNameTests.find(text).isEmpty)
  }
}

@Suite struct LowerCaseTests {
  private static func find(_ text: String) throws -> [String] {
    var recognition = try Recognition(text)
    LowerCaseNames(isTypedLower: WritingHabits(of: recognition.tokens).isTypedLower)
      .find(in: recognition.tokens, into: &recognition.candidates)
    LowerCasePlaces().find(in: recognition.tokens, into: &recognition.candidates)
    return recognition.found
  }

  @Test(
    arguments: [
      "pt: mrs. [[eudora pettigrew]], 97", "asks for father [[kowalczyk]] again",
      "lives with granddaughter [[roxanne]]", "next visit fri. n. [[n. castellanos]] rn",
      "pt [[deshawn tillery]] 34yo", "at home in [[dunmore pa]] [[18512]]",
      "family came from [[erie]] last night", "she lives in [[boston]] now",
      "called [[rosalind]] today\nno answer\nwill retry",
    ].map { Marked($0.replacing("n. [[n. ", with: "[[n. ")) })
  func `names and towns in small letters are found`(_ example: Marked) throws {
    #expect(try LowerCaseTests.find(example.text) == example.spans)
  }

  @Test(arguments: [
    "comfortable, pain 2/10, will see in may", "his mother has chronic cough",
    "the nurse called back",
    "a price was paid", "Stable. We called rosalind later. All well. No change.",
  ])
  func `ordinary words in small letters are left`(_ text: String) throws {
    #expect(try LowerCaseTests.find(text).isEmpty)
  }
}
