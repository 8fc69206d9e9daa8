import Lexicons
import Testing

@Suite struct LexiconTests {
  private static func facts(_ weight: WordFacts.Weight, _ value: Int) -> WordFacts {
    var facts = WordFacts()
    facts.set(weight, to: value)
    return facts
  }

  @Test func `a lexicon without entries knows nothing`() {
    let lexicon = Lexicon()
    #expect(lexicon.count == 0)
    #expect(lexicon.facts(of: "zzorn") == .unknown)
    #expect(lexicon.facts(of: UInt64(0)) == .unknown)
  }

  @Test func `entries of one key are joined`() {
    let lexicon = Lexicon(entries: [
      ("Zzorn", Self.facts(.surname, 9)), ("zzorn", Self.facts(.surname, 3)),
      ("ZZORN", Self.facts(.given, 5)), ("", Self.facts(.given, 5)),
    ])
    #expect(lexicon.count == 1)
    #expect(lexicon.facts(of: "zzorn").weight(.surname) == 9)
    #expect(lexicon.facts(of: "zzorn").weight(.given) == 5)
  }

  @Test(arguments: [1, 7, 8, 9, 100, 5000])
  func `whatever goes in is found, and nothing else`(count: Int) {
    var random = SplitMix(state: UInt64(count))
    let words = Set((0..<count).map { _ in "w" + String(random.next(), radix: 36) })
    let lexicon = Lexicon(
      entries: words.map { ($0, WordFacts(bits: WordHash.of($0.utf8) | 1)) })
    #expect(lexicon.count == words.count)
    for word in words {
      #expect(lexicon.facts(of: word).bits == WordHash.of(word.utf8) | 1)
      #expect(lexicon.facts(of: word + "x") == .unknown)
    }
  }

  @Test(arguments: WordFacts.Weight.allCases)
  func `a weight keeps to its four bits`(weight: WordFacts.Weight) {
    var facts = WordFacts(bits: .max)
    facts.set(weight, to: 6)
    #expect(facts.weight(weight) == 6)
    for other in WordFacts.Weight.allCases where other != weight {
      #expect(facts.weight(other) == 15)
    }
    #expect(WordClass.allCases.allSatisfy(facts.has))
    facts.set(weight, to: 99)
    #expect(facts.weight(weight) == 15)
    facts.set(weight, to: -1)
    #expect(facts.weight(weight) == 0)
  }
}
