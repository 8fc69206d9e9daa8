import Lexicons
import Testing

@testable import Detection

@Suite struct FactsCacheTests {
  private static func facts(_ text: String, _ lexicon: Lexicon, _ cache: inout FactsCache)
    -> [WordFacts]
  {
    var tokens: [Token] = []
    Tokenizer(lexicon: lexicon).tokenize(TextView(Array(text.utf8)), into: &tokens, &cache)
    return tokens.map(\.facts)
  }

  @Test func `a word met before is known as the lists know it`() {
    var words: [(String, WordFacts)] = []
    for number in 0..<20_000 {
      words.append(("w\(letters(number))", WordFacts(bits: UInt64(number) << 24)))
    }
    let lexicon = Lexicon(entries: words)
    let text = words.map(\.0).joined(separator: " ")
    var cache = FactsCache()
    for _ in 0..<2 {
      #expect(FactsCacheTests.facts(text, lexicon, &cache) == words.map(\.1))
    }
  }

  @Test func `what other lists know is forgotten`() {
    var cache = FactsCache()
    let one = Lexicon(entries: [("okonjo", WordFacts(bits: 5))])
    #expect(FactsCacheTests.facts("Okonjo", one, &cache) == [WordFacts(bits: 5)])
    #expect(FactsCacheTests.facts("Okonjo", Lexicon(), &cache) == [.unknown])
  }

  /// A number in letters, so that the word is one token.
  private func letters(_ number: Int) -> String {
    String(decoding: String(number).utf8.map { $0 + 49 }, as: UTF8.self)
  }
}
