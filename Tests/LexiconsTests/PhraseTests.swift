import Lexicons
import TestSupport
import Testing

/// Phrases of several words in the shipped lists.
@Suite struct PhraseTests {
  static let places: [(String, Int)] = [
    ("St. Louis", 10), ("Saint Louis", 10), ("SAINT LOUIS", 10), ("New York City", 15),
    ("Coeur d’Alene", 7), ("São Paulo", 15), ("Winston-Salem", 9), ("Cook County", 5),
    ("Fort Worth", 11), ("Ft. Worth", 11), ("Isle of Wight", 9),
  ]

  static let classes: [(String, WordClass)] = [
    ("Mayo Clinic", .hospitalSystem), ("Brigham and Women's Hospital", .hospitalSystem),
    ("United States", .country), ("New Hampshire", .state), ("van der", .nameParticle),
    ("licensed practical nurse", .profession), ("Boxing Day", .holiday),
    ("mother-in-law", .relation), ("medical center", .facilityHead),
  ]

  @Test(arguments: places)
  func `a place of several words is found`(phrase: String, weight: Int) throws {
    let facts = try TestLexicon.shared().facts(of: phrase)
    #expect(facts.weight(.place) == weight)
    try check(phrase, facts)
  }

  @Test(arguments: classes)
  func `a listed phrase is found`(phrase: String, wordClass: WordClass) throws {
    let facts = try TestLexicon.shared().facts(of: phrase)
    #expect(facts.has(wordClass))
    try check(phrase, facts)
  }

  /// The first word announces the phrase, and hashing word by word comes to the same entry.
  private func check(_ phrase: String, _ facts: WordFacts) throws {
    let lexicon = try TestLexicon.shared()
    let words = Folding.key(phrase).split(separator: 0x20)
    let first = WordHash.of(try #require(words.first))
    #expect(lexicon.facts(of: first).has(.phraseStart))
    #expect(lexicon.facts(of: words.dropFirst().reduce(first, WordHash.phrase)) == facts)
  }
}
