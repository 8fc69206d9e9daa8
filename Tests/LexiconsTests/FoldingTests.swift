import Lexicons
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("O'Brien", "obrien"), ("O’Brien", "obrien"), ("Winston-Salem", "winston salem"),
    ("St.  Louis", "st louis"), ("Müller", "muller"), ("Strauß", "strauss"), ("Łódź", "lodz"),
    ("Ｓｍｉｔｈ", "smith"), ("zero\u{200b}width", "zerowidth"), ("e\u{301}", "e"), ("  x  ", "x"),
    ("N.Y.", "n y"), ("", ""), ("--", ""), ("Иван", "Иван"), ("Smith & Nephew", "smith nephew"),
  ])
  func `a key is lower-case words with one space between`(text: String, key: String) {
    #expect(String(decoding: Folding.key(text), as: UTF8.self) == key)
  }

  @Test func `the hash of a phrase continues that of its first word`() {
    let whole = WordHash.of("new york city".utf8)
    let stepwise = WordHash.phrase(
      WordHash.phrase(WordHash.of("new".utf8), "york".utf8), "city".utf8)
    #expect(whole == stepwise)
    #expect(WordHash.of("".utf8) == WordHash.seed)
  }
}
