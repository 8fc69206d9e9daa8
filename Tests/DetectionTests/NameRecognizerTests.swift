import Lexicons
import Testing

@testable import Detection

@Suite struct NameRecognizerTests {
  private static func find(_ text: String) throws -> [String] {
    var recognition = try Recognition(text)
    NameRecognizer(lexicon: recognition.lexicon, bytes: recognition.view.bytes).find(
      in: recognition.tokens, into: &recognition.candidates)
    return recognition.found
  }

  @Test(
    arguments: [
      "we saw [[Maria Gonzalez]] today", "told [[John Q. Thornberry]] so",
      "with [[Maria de la Cruz]] present", "from [[Anna Kowalczyk-Meyer]] by phone",
      "a note by [[P. Wasilewski]] was read", "a note by [[J.R. Okafor]] was read",
      "as [[Kowalczyk, Maria]] was told", "her daughter, [[Nneka]], drove",
      "SON [[OLUMIDE]] AT THE BEDSIDE IN TEARS", "then [[Rosalind]] says no",
      "her son, [[Will]], drove", "[[Rocky]] is a 44-year-old man",
      "for [[Summer Kowalczyk]] again",
      "[[An Suanne]] is a 28 year-old woman",
      "with [[Grace Kowalczyk]] and [[Peter Novak]]", "told [[April Kowalczyk]] so",
    ].map(Marked.init))
  func `a name is told by its neighbours`(_ example: Marked) throws {
    #expect(try NameRecognizerTests.find(example.text) == example.spans)
  }

  @Test(arguments: [
    "no Cheyne-Stokes breathing", "Li-Fraumeni was ruled out", "a Miller Fisher variant",
    "moved to San Diego", "a West African population", "a 19-French Blake drain",
    "sent to the Hunter Street clinic", "the patient will price it", "Jackson Hospital was full",
    "given T. Nikoran 5 daily", "Anne Arundel County", "He is a 68-year-old man",
    "felt 2/10 R, 3/10 L. Wagner 3", "Where to? A. Countertops", "An Icteric sclera",
    "sang it To Ramirez again",
  ])
  func `things named after people and places are no people`(_ text: String) throws {
    #expect(try NameRecognizerTests.find(text).isEmpty)
  }

  @Test func `a list of people is not read as surname and given name`() throws {
    let found = try NameRecognizerTests.find("by Ingrid Halvorsen, Rafael Quintana, Maria Novak")
    #expect(found == ["Ingrid Halvorsen", "Rafael Quintana", "Maria Novak"])
  }
}

@Suite struct NameRunTests {
  @Test(arguments: [
    ("Maria Gonzalez went", "Maria Gonzalez"), ("Maria G. Lopez went", "Maria G. Lopez"),
    ("Maria de la Cruz went", "Maria de la Cruz"),
    ("Maria Lopez-Garcia went", "Maria Lopez-Garcia"),
    ("Maria\nGonzalez", "Maria"), ("Maria, Lopez", "Maria"),
    ("Peter Novak Jr. went", "Peter Novak Jr"),
  ])
  func `a run ends where the name ends`(_ text: String, _ expected: String) throws {
    let recognition = try Recognition(text)
    let run = NameRun(recognition.tokens, from: 0)
    let end = Int(recognition.tokens[run.end - 1].end)
    #expect(String(decoding: recognition.view.bytes[..<end], as: UTF8.self) == expected)
  }

  @Test func `words joined by hyphens alone are no full name`() throws {
    let recognition = try Recognition("Anna-Maria went")
    #expect(!NameRun(recognition.tokens, from: 0).isNameLike)
  }
}
