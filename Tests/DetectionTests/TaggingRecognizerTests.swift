import Patterns
import Tagger
import Testing

@testable import Detection

/// What becomes of the tagger's probabilities. The models are made by hand, so that the probabilities are known.
@Suite struct TaggingRecognizerTests {
  /// Odds of 3 bits are a probability of 0.889, even odds of 0.501, of -3 bits 0.111.
  @Test(arguments: [
    ("ana\nHOME: 12", ["ana", "HOME"]), ("ana\nHOME|12", ["ana", "HOME"]),
    ("ana\nHOME 12", ["ana\nHOME"]), ("ana HOME: 12", ["ana HOME"]),
  ])
  func `the label that begins a line continues nothing of the line before`(
    _ text: String, _ found: [String]
  ) throws {
    let model = try HandMadeModel(["ana": .nameBegin, "home": .nameInside]).model
    #expect(try Tagged(text, model).tagged == found)
  }

  @Test(arguments: [
    (3, 889, true), (3, 890, false), (0, 501, true), (0, 502, false), (-3, 111, true),
    (-3, 112, false), (-3, 100, true), (12, 999, true), (12, 1000, false),
  ])
  func `a token counts from the threshold on`(_ odds: Int, _ least: Int, _ isFound: Bool) throws {
    let model = try HandMadeModel(["okonjo": .nameBegin], odds: odds).model
    let tagged = try Tagged("seen by Okonjo today", model, least: least)
    #expect(tagged.tagged == (isFound ? ["Okonjo"] : []))
  }

  @Test func `the confidence of a span is the highest of its tokens`() throws {
    let certain = try HandMadeModel(["ana": .nameBegin], odds: 12).model
    let found = try Tagged("seen by Ana", certain).recognition.candidates
    #expect(found.map(\.confidence) == [999])
    let doubtful = try HandMadeModel(["ana": .nameBegin], odds: 2).model
    #expect(try Tagged("seen by Ana", doubtful).recognition.candidates.map(\.confidence) == [800])
    let mixed = try HandMadeModel(["ana": .nameInside], odds: 2).model
    let span = try Tagged("seen by Ana Ana", mixed).recognition.candidates
    #expect(span.map(\.confidence) == [800])
  }

  /// What each word's label makes of `Ana Okonjo`.
  @Test(arguments: [
    (TagLabel.nameBegin, TagLabel.nameInside, ["Ana Okonjo NAME"]),
    (.nameInside, .nameInside, ["Ana Okonjo NAME"]),
    (.nameBegin, .nameBegin, ["Ana NAME", "Okonjo NAME"]),
    (.nameBegin, .locationInside, ["Ana NAME", "Okonjo PLACE"]),
    (.organizationBegin, .organizationInside, ["Ana Okonjo ORG"]),
    (.organizationBegin, .nameBegin, ["Ana ORG", "Okonjo NAME"]),
    (.nameBegin, .outside, ["Ana NAME"]),
    (.outside, .nameInside, ["Okonjo NAME"]),
    (.profession, .region, []),
  ])
  func `spans are split where the kind changes and where one begins`(
    _ first: TagLabel, _ second: TagLabel, _ spans: [String]
  ) throws {
    let model = try HandMadeModel(["ana": first, "okonjo": second]).model
    let tagged = try Tagged("seen by Ana Okonjo today", model)
    #expect(tagged.found == spans.map { "\($0) tagger/context" })
  }

  /// `[[ ]]` marks the tokens the model takes for one name.
  @Test(arguments: [
    ("(Ana)", ["(", "ana", ")"], ["Ana"]),
    ("\"Ana\", she", ["\"", "ana", ","], ["Ana"]),
    ("Ana's arm", ["ana"], ["Ana"]),
    ("Okonjo, Ana.", ["okonjo", ",", "ana", "."], ["Okonjo, Ana"]),
    ("Ana, , he", [","], []),
    ("--- Ana", ["-"], []),
  ])
  func `punctuation at the ends of a span stays`(
    _ text: String, _ words: [String], _ spans: [String]
  ) throws {
    let labels = Dictionary(uniqueKeysWithValues: words.map { ($0, TagLabel.nameInside) })
    #expect(try Tagged(text, try HandMadeModel(labels).model).tagged == spans)
  }

  @Test(arguments: [
    ("Elm", ["elm": TagLabel.locationBegin], "Elm PLACE"),
    ("77 Elm", ["77": .locationBegin, "elm": .locationInside], "77 Elm ADDRESS"),
    ("77", ["77": .locationBegin], "77 PLACE"),
    (
      "ana@okonjo", ["ana": .contactBegin, "@": .contactInside, "okonjo": .contactInside],
      "ana@okonjo EMAIL"
    ),
    ("Elm 5550119", ["elm": .contactBegin, "5550119": .contactInside], "Elm 5550119 PHONE"),
    ("Okonjo", ["okonjo": .contactBegin], "Okonjo HANDLE"),
    ("Easter", ["easter": .dateBegin], "Easter DATE"),
    ("4471920", ["4471920": .idBegin], "4471920 ID"),
    ("93", ["93": .age], "93 AGE"),
  ])
  func `the category follows from the kind and the tokens`(
    _ text: String, _ labels: [String: TagLabel], _ found: String
  ) throws {
    let model = try HandMadeModel(labels).model
    #expect(try Tagged("seen \(text)", model).found.contains("\(found) tagger/context"))
  }

  @Test(arguments: [(699, false), (700, true), (701, true), (1000, true), (1, false)])
  func `rules of 0.7 and more stand, weaker ones fall without the tagger's consent`(
    _ confidence: Int, _ stands: Bool
  ) throws {
    let tagged = try Tagged(
      "seen by Okonjo today", try HandMadeModel().model, rules: [("Okonjo", .name, confidence)])
    #expect(tagged.found == (stands ? ["Okonjo NAME test/rule"] : []))
  }

  @Test func `a weak finding stands when the tagger sees an identifier in any of its tokens`()
    throws
  {
    let model = try HandMadeModel(["okonjo": .nameBegin], odds: 0).model
    let rules: [(String, Category, Int)] = [("Ana Okonjo", .name, 400), ("today", .date, 400)]
    let tagged = try Tagged("seen by Ana Okonjo today", model, rules: rules)
    #expect(tagged.found == ["Ana Okonjo NAME test/rule", "Okonjo NAME tagger/context"])
    let stricter = try Tagged("seen by Ana Okonjo today", model, rules: rules, least: 502)
    #expect(stricter.found == [])
  }

  /// The kinds need not agree: what a rule takes for a place and the tagger for a name is an identifier.
  @Test func `consent is about identifiers, whatever the kind`() throws {
    let model = try HandMadeModel(["okonjo": .nameBegin]).model
    let tagged = try Tagged("seen by Okonjo", model, rules: [("Okonjo", .place, 400)])
    #expect(tagged.found.contains("Okonjo PLACE test/rule"))
  }

  @Test func `probabilities of tokens that were not read are zero, also in a kept scratch`() throws
  {
    let model = try HandMadeModel(["okonjo": .nameBegin, "the": .nameBegin]).model
    var tagged = try Tagged("seen by Okonjo, and he was seen again and again after the day", model)
    let okonjo = try #require(tagged.recognition.index(of: "Okonjo"))
    let the = try #require(tagged.recognition.index(of: "the"))
    #expect(tagged.scratch.probability[okonjo] == 999)
    #expect(tagged.scratch.probability[the] == 0)
    let next = try Recognition("the patient slept")
    var found: [Candidate] = []
    TaggerRecognizer(
      model: model, tokens: next.tokens, bytes: next.view.bytes,
      threshold: TagThreshold(suspicion: 500)
    ).findInWhole(&tagged.scratch, into: &found)
    #expect(tagged.scratch.probability == [0, 0, 0] && found.isEmpty)
  }

  @Test(arguments: ["", " ", "\n\n", ".", "\u{200b}", "👩‍⚕️", "王"])
  func `a text with nothing to read is no trouble`(_ text: String) throws {
    let model = try HandMadeModel(["okonjo": .nameBegin]).model
    #expect(try Tagged(text, model).tagged == [])
  }
}
