import Lexicons
import Testing

@testable import Detection

/// Tokenises with an empty lexicon.
func tokens(_ text: String) -> (tokens: [Token], view: TextView) {
  let view = TextView(Array(text.utf8))
  var tokens: [Token] = []
  Tokenizer(lexicon: Lexicon()).tokenize(view, into: &tokens)
  return (tokens, view)
}

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("O'Brien's pt", ["O'Brien", "'s", "pt"]),
    ("Adaeze Okonkwo-Bright", ["Adaeze", "Okonkwo", "-", "Bright"]),
    ("T2DM 5mg 120/80", ["T2DM", "5mg", "120", "/", "80"]),
    ("the boys' room", ["the", "boys", "'", "room"]),
    ("don't", ["don't"]),
    ("", []),
    ("J.R. 王伟", ["J", ".", "R", ".", "王伟"]),
  ])
  func `text is cut into words, numbers and marks`(_ text: String, _ expected: [String]) {
    let (tokens, view) = tokens(text)
    let cut = tokens.map { String(decoding: view.bytes[$0.range], as: UTF8.self) }
    #expect(cut == expected)
  }

  @Test func `apostrophes and case do not change a word's hash`() {
    let (one, _) = tokens("O'Brien")
    #expect(one.map(\.hash) == [WordHash.of(Array("obrien".utf8))])
  }

  @Test func `a capitals line is told from a line with some capitals`() {
    let (all, _) = tokens("THE PATIENT DENIES PAIN\nThe MRI of the CNS was normal")
    #expect(all.prefix(4).allSatisfy { $0.shape.contains(.capsLine) })
    #expect(all.dropFirst(4).allSatisfy { !$0.shape.contains(.capsLine) })
  }

  @Test func `line, paragraph and column starts are marked`() {
    let (all, _) = tokens("Name  Ann\r\nAge 5\n\nPlan")
    #expect(all[0].shape.isSuperset(of: [.lineStart, .paragraphStart]))
    #expect(all[1].shape.contains(.gapBefore))
    #expect(all[2].shape.contains(.lineStart) && !all[2].shape.contains(.paragraphStart))
    #expect(all[4].shape.contains(.paragraphStart))
  }

  @Test func `a full stop behind an initial ends no sentence`() {
    let (all, _) = tokens("Seen by J. Doe today. Next visit")
    let starts = all.filter { $0.shape.contains(.sentenceStart) }.map(\.start)
    #expect(starts == [0, 22])
  }

  @Test func `a full stop behind a long title ends a sentence`() throws {
    let recognition = try Recognition("He saw his father. Will he come? Dr. Will came.")
    let starts = recognition.tokens.filter { $0.shape.contains(.sentenceStart) }.map(\.start)
    #expect(starts == [0, 19, 33])
  }
}
