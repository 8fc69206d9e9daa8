import Lexicons
import Testing

@testable import Detection

/// What the tagger's features read of one token.
@Suite struct TaggingTraitsTests {
  /// The traits of the tokens of a text, in order.
  private static func traits(_ text: String) throws -> [TokenTraits] {
    let recognition = try Recognition(text)
    return recognition.tokens.map { TokenTraits($0, recognition.view.bytes) }
  }

  private static func packed(_ letters: String) -> UInt32 {
    letters.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  @Test(arguments: [
    ("Okonjo", "oko", "okon", "jo", "njo", "onjo", 6),
    ("OKONJO", "oko", "okon", "jo", "njo", "onjo", 6),
    ("Ana", "ana", "ana", "na", "ana", "ana", 3),
    ("Internationalization", "int", "inte", "on", "ion", "tion", 15),
  ])
  func `affixes are the first and last letters in lower case`(
    _ word: String, _ prefixOf3: String, _ prefixOf4: String, _ suffixOf2: String,
    _ suffixOf3: String, _ suffixOf4: String, _ count: UInt8
  ) throws {
    let affixes = try #require(try TaggingTraitsTests.traits(word).first).affixes
    #expect(affixes.prefixOf3 == TaggingTraitsTests.packed(prefixOf3))
    #expect(affixes.prefixOf4 == TaggingTraitsTests.packed(prefixOf4))
    #expect(affixes.suffixOf2 == TaggingTraitsTests.packed(suffixOf2))
    #expect(affixes.suffixOf3 == TaggingTraitsTests.packed(suffixOf3))
    #expect(affixes.suffixOf4 == TaggingTraitsTests.packed(suffixOf4))
    #expect(affixes.count == count)
  }

  @Test(arguments: ["4711", "T2DM", ",", "王"]) func `what is no word has no affixes`(_ text: String)
    throws
  {
    let affixes = try #require(try TaggingTraitsTests.traits(text).first).affixes
    #expect(affixes.count == 0 && affixes.prefixOf4 == 0 && affixes.suffixOf4 == 0)
  }

  /// The numbers are part of every model.
  @Test(arguments: [
    ("Okonjo", 1), ("MD", 2), ("NASA", 3), ("OKONJO", 4), ("of", 5), ("patient", 6), ("J", 7),
    ("McDonald", 8), ("T2DM", 10), ("王", 12), (",", 0x12c), ("(", 0x128),
  ])
  func `a shape is the kind and the capitals`(_ text: String, _ shape: UInt32) throws {
    #expect(try TaggingTraitsTests.traits(text).first?.shape == shape)
  }

  /// Length, and what a short number could count: a month, a day, minutes, an age, a great age, a year, more.
  @Test(arguments: [
    ("7", 1, 1), ("12", 2, 1), ("31", 2, 2), ("59", 2, 3), ("89", 2, 4), ("90", 2, 5),
    ("119", 3, 5), ("120", 3, 7), ("1899", 4, 7), ("1900", 4, 6), ("2035", 4, 6), ("2036", 4, 7),
    ("62704", 5, 0), ("12345678901234567890", 15, 0),
  ])
  func `a number is its length and its range`(_ text: String, _ length: UInt32, _ range: UInt32)
    throws
  {
    let traits = try #require(try TaggingTraitsTests.traits(text).first)
    #expect(traits.word == 0x200 | length | range << 4)
    #expect(traits.shape == 16 | length | range << 5)
  }

  @Test(arguments: [
    ("MRN00417", "XYZ99", true), ("T2DM", "B7QQQQ", true), ("12th", "3rd", false),
    ("12th", "45xyz", true), ("4B", "B4", false), ("A1B2", "C9D8", true),
  ])
  func `a mixed run is its form, runs cut to two`(_ first: String, _ second: String, _ same: Bool)
    throws
  {
    let words = try [first, second].map { try TaggingTraitsTests.traits($0).first?.word }
    #expect((words[0] == words[1]) == same)
  }

  @Test func `words of any case are one word, and punctuation is its byte`() throws {
    let words = try TaggingTraitsTests.traits("Okonjo okonjo OKONJO O'Brien obrien ,").map(\.word)
    #expect(words[0] == words[1] && words[1] == words[2] && words[0] != words[3])
    #expect(words[3] == words[4])
    #expect(words[5] == 0x2c)
    #expect(try TaggingTraitsTests.traits("Ana's")[1].word == 0x100)
  }

  /// The numbers are part of every model.
  @Test func `lexicon weights are binned`() {
    func traits(_ weights: [WordFacts.Weight: Int], _ classes: [WordClass] = []) -> TokenTraits {
      var facts = WordFacts()
      for (weight, value) in weights { facts.set(weight, to: value) }
      for wordClass in classes { facts.insert(wordClass) }
      let token = Token(
        hash: 1, facts: facts, start: 0, end: 4, kind: .word, byte: 0, shape: .capitalised)
      return TokenTraits(token, Array("word".utf8))
    }
    #expect(traits([:]).lexicon == 0 && traits([:]).coarse == 0)
    #expect(traits([.given: 5]).lexicon == 1)
    #expect(traits([.given: 9]).lexicon == 2)
    #expect(traits([.given: 10]).lexicon == 3)
    #expect(traits([.surname: 10]).lexicon == 3 << 2)
    #expect(traits([.english: 3]).lexicon == 1 << 4)
    #expect(traits([.dictionary: 6]).lexicon == 2 << 4)
    #expect(traits([.dictionary: 7, .english: 9]).lexicon == 3 << 4)
    #expect(traits([.titleShare: 13]).lexicon == 3 << 6)
    #expect(traits([.place: 5]).lexicon == 1 << 8)
    #expect(traits([:], [.anatomy]).lexicon == 1 << 10)
    #expect(traits([:], [.eponym, .medical]).lexicon == 2 << 10)
    #expect(traits([:], [.drug, .eponym]).lexicon == 3 << 10)
    #expect(traits([.given: 6, .surname: 5]).coarse == 3)
    #expect(traits([.given: 5, .surname: 4]).coarse == 0)
    #expect(traits([.dictionary: 7, .titleShare: 8, .place: 4], [.drug]).coarse == 124)
    #expect(traits([:], [.medical]).classes == 1)
    #expect(traits([:], [.knownOrganization]).classes == 1 << 36)
  }

  @Test func `layout tells where a token stands`() throws {
    let traits = try TaggingTraitsTests.traits(
      "Seen by Ana. She left\n\n  then\tcame\nALL CAPS LINE HERE")
    func layout(_ index: Int) -> UInt32 { traits[index].layout }
    #expect(layout(0) == 1 | 2 | 4)
    #expect(layout(1) == 0)
    #expect(layout(3) == 16)
    #expect(layout(4) == 2)
    #expect(layout(6) & (1 | 4) == 1 | 4)
    #expect(layout(7) & 8 == 8)
    #expect(layout(8) & (1 | 4 | 32) == 1 | 32)
  }

  /// The classes' bits are features of every model: an entry may be added at the end, none may move.
  @Test func `the classes of words keep their bits`() {
    let classes: [WordClass] = [
      .medical, .drug, .gene, .eponym, .abbreviation, .device, .profession, .title, .credential,
      .nameSuffix, .nameParticle, .relation, .month, .weekday, .holiday, .state,
      .stateAbbreviation, .country, .demonym, .hospitalSystem, .phraseStart, .facilityHead,
      .organizationHead, .streetSuffix, .placeHead, .personRole, .personVerb, .personObjectVerb,
      .placePreposition, .eponymHead, .heading, .numberWord, .unit, .anatomy, .nickname,
      .greeting, .knownOrganization,
    ]
    #expect(classes.map(\.rawValue) == Array(0..<37))
    #expect(WordClass.allCases.count == 37)
  }
}
