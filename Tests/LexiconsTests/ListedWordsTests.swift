import Lexicons
import TestSupport
import Testing

/// Properties of the lexicon of the shipped lists as a whole.
@Suite struct ListedWordsTests {
  /// The lists' names, and the weight or class their first field must have; nil where the rules may take it away.
  static let lists: [(name: String, weight: WordFacts.Weight?, wordClass: WordClass?)] = [
    ("surnames.tsv", .surname, nil), ("given_names.tsv", .given, nil),
    ("us_places.tsv", .place, nil), ("world_cities.tsv", .place, nil),
    ("local_places.tsv", .place, nil), ("eponyms.tsv", nil, .eponym),
    ("abbreviations.tsv", nil, .abbreviation), ("professions.tsv", nil, .profession),
    ("hospital_systems.tsv", nil, .hospitalSystem), ("countries.tsv", nil, .country),
    ("organizations.tsv", nil, .knownOrganization),
  ]

  @Test(arguments: lists.indices)
  func `every listed word is found with what its list says`(index: Int) throws {
    let expected = Self.lists[index]
    let list = try #require(try TestLexicon.lists().first { $0.name == expected.name })
    let lexicon = try TestLexicon.shared()
    var missing = 0
    var words = 0
    for line in list.bytes.split(separator: 0x0a) where line.first != 0x23 {
      let field = line.prefix { $0 != 0x09 }
      let facts = lexicon.facts(of: String(decoding: field, as: UTF8.self))
      let hasWeight = expected.weight.map { facts.weight($0) > 0 } ?? true
      let hasClass = expected.wordClass.map(facts.has) ?? true
      words += 1
      if !hasWeight || !hasClass { missing += 1 }
    }
    #expect(words > 0)
    #expect(missing == 0)
  }

  @Test func `random hashes are not found`() throws {
    let lexicon = try TestLexicon.shared()
    var random = SplitMix(state: 20_240_611)
    let found = (0..<100_000).count { _ in lexicon.facts(of: random.next()) != .unknown }
    #expect(found == 0)
    #expect(lexicon.facts(of: UInt64(0)) == .unknown)
  }

  @Test func `the shipped lists compile without a warning`() throws {
    let lists = try TestLexicon.lists()
    let lexicon = try TestLexicon.shared()
    #expect(lexicon.count > 400_000)
    #expect(lexicon.sourceDigest == LexiconCompiler.digest(of: lists))
    try lexicon.verifyChecksum()
  }
}

/// A small generator with a seed, so that a failure can be had again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
