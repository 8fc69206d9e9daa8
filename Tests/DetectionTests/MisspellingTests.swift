import Testing

@testable import Detection

@Suite struct MisspellingTests {
  @Test(arguments: [
    ("gonzalez", "gonzales", true), ("gonzalez", "gonzalz", true), ("gonzalez", "gonzaelz", true),
    ("gonzalez", "gonzallez", true), ("gonzalez", "gonzalez", false),
    ("gonzalez", "bonzalez", false), ("gonzalez", "gomzales", false), ("", "a", false),
  ])
  func `one slip of the pen is told from two`(_ one: String, _ other: String, _ isOne: Bool) {
    #expect(Misspelling.isOneEdit(Array(one.utf8), Array(other.utf8)) == isOne)
    #expect(Misspelling.isOneEdit(Array(other.utf8), Array(one.utf8)) == isOne)
  }

  @Test func `the search for misspellings finds what a comparison with each would`() {
    var random = SplitMix(state: 11)
    let word = { (random: inout SplitMix) in
      (0..<(4 + Int(random.next() % 4))).map { _ in UInt8(ascii: "a") + UInt8(random.next() % 3) }
    }
    let words = (0..<200).map { _ in word(&random) }
    var spellings = Spellings()
    for (number, letters) in words.enumerated() { spellings.learn(letters, subject: number) }
    spellings.index()
    for _ in 0..<500 {
      let sought = word(&random)
      let first = words.firstIndex { Misspelling.isOneEdit(sought, $0) }
      #expect(spellings.subject(oneEditFrom: sought) == first)
    }
  }
}
