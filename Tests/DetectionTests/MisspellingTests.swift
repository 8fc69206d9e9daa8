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
}
