import Lexicons
import Patterns
import Tagger
import TestSupport
import Testing

@testable import Detection

/// What is summed from memory must be what all features of a token sum up to.
@Suite struct StretchScorerTests {
  /// Compares the sums of all stretches of a text with those of the whole lists of features.
  private static func compare(
    _ text: [UInt8], _ lexicon: Lexicon, _ model: TaggerModel, _ scorer: inout StretchScorer
  ) throws -> Int {
    let view = TextView(text)
    var tokens: [Token] = []
    Tokenizer(lexicon: lexicon).tokenize(view, into: &tokens)
    var input = TaggerInput()
    let candidates = [
      Candidate(range: 0..<min(6, text.count), category: .name, rule: "t/name", confidence: 900)
    ]
    input.read(tokens, view.bytes, candidates)
    input.readFeatures()
    var chain = TaggerScratch()
    var token = 0
    let features = TaggerFeatures(reading: input.reading)
    scorer.begin(model)
    for stretch in input.stretches {
      scorer.score(stretch, features, model, &chain)
      for scores in scorer.scores {
        let keys = Array(input.features.features(of: token))
        #expect(scores == model.scores(of: keys.span, &chain))
        token += 1
      }
    }
    #expect(token == input.features.count)
    return token
  }

  @Test(arguments: UInt64(1)...4) func `sums from memory are those of all features`(_ seed: UInt64)
    throws
  {
    let model = try ShippedDetector.model.get()
    let lexicon = try TestLexicon.shared()
    var generator = SeededGenerator(seed: seed)
    var scorer = StretchScorer()
    var tokens = 0
    for _ in 0..<20 {
      let text = TaggingPropertyTests.text(&generator)
      tokens += try StretchScorerTests.compare(text, lexicon, model, &scorer)
    }
    #expect(tokens > 100)
  }

  @Test func `a token of more features than a sequence takes is summed as far as they go`() throws {
    // Every class at once: more questions than a token may have.
    let facts = WordFacts(bits: .max)
    let lexicon = Lexicon(entries: [("Ana", facts), ("Bo", facts), ("Cy", facts), ("Di", facts)])
    var scorer = StretchScorer()
    let text = Array("Ana Bo Cy Di Ana Bo Cy Di".utf8)
    let tokens = try StretchScorerTests.compare(
      text, lexicon, try ShippedDetector.model.get(), &scorer)
    #expect(tokens == 8)
  }

  @Test func `another model's sums are not remembered`() throws {
    let lexicon = try TestLexicon.shared()
    let text = Array("Seen with Ana Okonjo, MRN 4471920.".utf8)
    var scorer = StretchScorer()
    _ = try StretchScorerTests.compare(text, lexicon, try ShippedDetector.model.get(), &scorer)
    let other = try HandMadeModel(["Okonjo": .nameBegin]).model
    #expect(try StretchScorerTests.compare(text, lexicon, other, &scorer) > 0)
  }
}
