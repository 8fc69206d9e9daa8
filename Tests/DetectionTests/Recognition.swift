import Lexicons
import Patterns
import Testing
import TestSupport

@testable import Detection

/// A text with its identifiers in double brackets, as a reader would mark them: `seen by [[Ann Lee]]`.
struct Marked: Sendable, CustomTestStringConvertible {
  var text: String
  var spans: [String] = []

  init(_ marked: String) {
    text = marked.replacing("[[", with: "").replacing("]]", with: "")
    for part in marked.replacing("]]", with: "[[").split(
      separator: "[[", omittingEmptySubsequences: false
    ).enumerated() where !part.offset.isMultiple(of: 2) {
      spans.append(String(part.element))
    }
  }

  var testDescription: String { text }
}

/// Runs one step of detection on a text with the real word lists.
struct Recognition {
  let lexicon: Lexicon
  let view: TextView
  var tokens: [Token] = []
  var candidates: [Candidate] = []

  init(_ text: String) throws {
    lexicon = try TestLexicon.shared()
    view = TextView(Array(text.utf8))
    Tokenizer(lexicon: lexicon).tokenize(view, into: &tokens)
  }

  /// The text of what was found, in order of position; overlaps joined.
  var found: [String] {
    SpanResolver(bytes: view.bytes).resolve(candidates).map { text($0) }
  }

  func text(_ candidate: Candidate) -> String {
    String(decoding: view.bytes[candidate.range], as: UTF8.self)
  }

  /// What a document's memory learns from the candidates, which are then told whose they are.
  mutating func learn() throws(DetectionError) -> DocumentMemory {
    var text = WindowedText(view.bytes, .whole, Tokenizer(lexicon: lexicon))
    var scratch = DetectionScratch()
    text.open(0, &scratch)
    var learner = MemoryLearner()
    learner.shape(&candidates, tokens: tokens, in: text)
    try learner.learn(&candidates, tokens: tokens, in: text, TimeCheck(isTimeUp: { false }))
    let memory = try learner.finish(
      WritingHabits(of: tokens), TimeCheck(isTimeUp: { false }))
    learner.tellSubjects(&candidates, in: text)
    return memory
  }
}
