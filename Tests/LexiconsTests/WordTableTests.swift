import Lexicons
import TestSupport
import Testing

@Suite struct WordTableTests {
  @Test(arguments: WordTable.namesAndMedicine + WordTable.vocabulary)
  func `the lists tell names from medicine`(row: WordTable.Row) throws {
    let facts = try TestLexicon.shared().facts(of: row.word)
    for wordClass in row.has { #expect(facts.has(wordClass), "lacks \(wordClass)") }
    for wordClass in row.hasNot { #expect(!facts.has(wordClass), "has \(wordClass)") }
    for (weight, range) in row.weights {
      #expect(range.contains(facts.weight(weight)), "\(weight) is \(facts.weight(weight))")
    }
  }

  /// Detection never reads a word of these classes as a person's name, so a surname of many must not be one of them.
  @Test func `words that are never names are no common names`() throws {
    let structural: Set<WordClass> = [
      .facilityHead, .organizationHead, .streetSuffix, .personRole, .heading, .title, .credential,
      .relation,
    ]
    // Words that a note uses as words far more often than as names.
    let accepted: Set<String> = [
      "street", "driver", "boy", "girl", "man", "male", "female", "child", "son", "friend", "buddy",
      "unknown", "lord", "major", "justice", "do",
    ]
    let lexicon = try TestLexicon.shared()
    for list in try TestLexicon.lists()
    where ["context.tsv", "titles_credentials.tsv"].contains(list.name) {
      for line in String(decoding: list.bytes, as: UTF8.self).split(separator: "\n") {
        guard !line.hasPrefix("#"), let word = line.split(separator: "\t").first else { continue }
        let facts = lexicon.facts(of: String(word))
        let name = max(facts.weight(.surname), facts.weight(.given))
        guard name >= 8, structural.contains(where: facts.has) else { continue }
        #expect(accepted.contains(word.lowercased()), "\(word) is a name of weight \(name)")
      }
    }
  }
}
