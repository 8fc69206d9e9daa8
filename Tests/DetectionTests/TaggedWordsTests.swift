import Patterns
import Tagger
import Testing

@testable import Detection

/// What the word lists refuse of the tagger's own findings. The models are made by hand and sure of themselves.
@Suite struct TaggedWordsTests {
  /// A word in small letters is read only beside one that can be a name, so all stand before one.
  @Test(arguments: [
    // Small letters: a word of the language is nobody's, whatever kind the tagger sees.
    ("sent to city Bolitho now", "city", TagLabel.locationBegin, false),
    ("back to room Bolitho now", "room", .nameBegin, false),
    ("at the terminal Bolitho now", "terminal", .organizationBegin, false),
    ("told tamzin Bolitho now", "tamzin", .nameBegin, true),
    // Ages and dates are made of words.
    ("for years Bolitho had", "years", .age, true),
    ("last weekend Bolitho had", "weekend", .dateBegin, true),
    // Too short to tell from initials.
    ("told bed Bolitho now", "bed", .nameBegin, true),
    // With a capital only drugs and words of medicine, and only as names.
    ("given Pradaxa yesterday", "pradaxa", .nameBegin, false),
    ("given Versed yesterday", "versed", .nameBegin, false),
    ("given Versed yesterday", "versed", .organizationBegin, true),
    ("told Toots yesterday", "toots", .nameBegin, true),
    ("told Bolitho yesterday", "bolitho", .nameBegin, true),
  ])
  func `a word that is only a word is no finding of the tagger alone`(
    _ text: String, _ word: String, _ label: TagLabel, _ isFound: Bool
  ) throws {
    let tagged = try Tagged(text, try HandMadeModel([word: label]).model)
    #expect(!tagged.tagged.isEmpty == isFound)
  }

  @Test func `two words are not refused`() throws {
    let model = try HandMadeModel(["city": .locationBegin, "bolitho": .locationInside]).model
    #expect(try Tagged("at city Bolitho now", model).tagged == ["city Bolitho"])
  }

  @Test func `what a rule found stands`() throws {
    let model = try HandMadeModel(["city": .locationBegin]).model
    let tagged = try Tagged("to city Bolitho now", model, rules: [("city", .place, 650)])
    #expect(tagged.found == ["city PLACE test/rule"])
  }

  @Test(arguments: [
    ("seen by H. The history was", ["h", ".", "the"], "H"),
    ("seen by Okonjo. She was", ["okonjo", ".", "she"], "Okonjo"),
    ("seen by H. Will today", ["h", ".", "will"], "H. Will"),
    ("seen by H. Okonjo today", ["h", ".", "okonjo"], "H. Okonjo"),
  ])
  func `a name ends before the next sentence`(
    _ text: String, _ words: [String], _ span: String
  ) throws {
    let labels = Dictionary(uniqueKeysWithValues: words.map { ($0, TagLabel.nameInside) })
    #expect(try Tagged(text, try HandMadeModel(labels).model).tagged == [span])
  }

  /// The word in the text, what the tagger takes it for and how sure it is, in thousandths; whether it is refused.
  @Test(arguments: [
    // Abbreviations in capitals, of three letters or more.
    ("reported to OSHA today", "OSHA", TagKind.organization, 300, true),
    ("reported to OSHA today", "OSHA", .organization, 450, false),
    ("told Osha today", "Osha", .name, 300, false),
    ("seen by SL today", "SL", .name, 300, false),
    // Everyday words that open a sentence.
    ("It is open. Just ask them", "Just", .name, 300, true),
    ("It is open. Just ask them", "Just", .name, 450, false),
    ("we met Just ask them", "Just", .name, 300, false),
    ("Condition: Good. Diet: Low", "Good", .name, 300, true),
    ("It is open. White got a count", "White", .name, 300, false),
    // A weekday is no house, and may be somebody's name.
    ("reviewed at Thursday conference", "Thursday", .organization, 300, true),
    ("a baby called Sunday came", "Sunday", .name, 300, false),
    // Words of medicine, whatever the tagger takes them for.
    ("from Pneumocystis, day two", "Pneumocystis", .organization, 300, true),
    ("from Pneumocystis, day two", "Pneumocystis", .organization, 450, false),
    ("the Kinesio tape on it", "Kinesio", .name, 900, true),
  ])
  func `where the tagger is unsure more words are none`(
    _ text: String, _ word: String, _ kind: TagKind, _ confidence: Int, _ isRefused: Bool
  ) throws {
    let recognition = try Recognition(text)
    let index = try #require(
      recognition.tokens.firstIndex { token in
        recognition.view.bytes[token.range].elementsEqual(word.utf8)
      })
    let words = TaggedWords(tokens: recognition.tokens)
    #expect(words.isVocabulary(kind, index..<(index + 1), confidence) == isRefused)
  }
}
