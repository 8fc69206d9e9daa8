import Lexicons
import Patterns
import Tagger
import Testing

@testable import Detection

/// A whole document as the tagger's features see it.
@Suite struct TaggingReadingTests {
  /// Reads a text in which the pieces in `rules` were found.
  private static func read(_ text: String, _ rules: [(String, Category, Int)] = []) throws
    -> (reading: TokenReading, recognition: Recognition)
  {
    let recognition = try Recognition(text)
    let candidates = rules.enumerated().map { number, rule in
      Candidate(
        range: recognition.range(of: rule.0), category: rule.1, rule: "test/rule-\(number)",
        confidence: rule.2)
    }
    var reading = TokenReading()
    reading.read(recognition.tokens, recognition.view.bytes, candidates)
    return (reading, recognition)
  }

  private static func word(_ word: String) -> UInt32 {
    FeatureKey.fold(WordHash.of(Array(word.utf8)))
  }

  @Test func `a label is the word before the last colon on the line`() throws {
    let (reading, recognition) = try TaggingReadingTests.read(
      "Patient: Ana Okonjo MRN: 4471 here\nslept well : no")
    func label(_ word: String) throws -> UInt32 {
      reading.labels[try #require(recognition.index(of: word))]
    }
    #expect(try label("Patient") == 0)
    #expect(try label("Okonjo") == TaggingReadingTests.word("patient"))
    #expect(try label("MRN") == TaggingReadingTests.word("patient"))
    #expect(try label("here") == TaggingReadingTests.word("mrn"))
    #expect(try label("slept") == 0)
    #expect(try label("no") == TaggingReadingTests.word("well"))
  }

  @Test func `a colon at the start of a line labels nothing`() throws {
    let (reading, _) = try TaggingReadingTests.read(": well")
    #expect(reading.labels == [0, 0])
  }

  @Test func `small words are found over capitals and punctuation, six tokens far`() throws {
    let (reading, recognition) = try TaggingReadingTests.read(
      "seen BY Dr. Ana OKONJO, Ada Beth Cleo Dora Edna Fay was")
    func before(_ word: String) throws -> UInt32 {
      reading.smallBefore[try #require(recognition.index(of: word))]
    }
    func after(_ word: String) throws -> UInt32 {
      reading.smallAfter[try #require(recognition.index(of: word))]
    }
    let seen = TaggingReadingTests.word("seen")
    #expect(try before("BY") == seen && before("Ana") == seen && before(",") == seen)
    #expect(try before("Ada") == 0)
    let was = TaggingReadingTests.word("was")
    #expect(try after("Fay") == was && after("Ada") == was)
    #expect(try after(",") == 0)
    #expect(reading.smallBefore[0] == 0 && reading.smallAfter.last == 0)
  }

  @Test func `the nearest finding is seen along the line and not beyond it`() throws {
    let (reading, recognition) = try TaggingReadingTests.read(
      "Ana a b c d e f g 4471 z\nnext line", [("Ana", .name, 950), ("4471", .record, 950)])
    func left(_ word: String) throws -> UInt8 {
      reading.foundLeft[try #require(recognition.index(of: word))]
    }
    func right(_ word: String) throws -> UInt8 {
      reading.foundRight[try #require(recognition.index(of: word))]
    }
    let name = UInt8(FoundMark.Kind.name.rawValue)
    let id = UInt8(FoundMark.Kind.id.rawValue)
    #expect(try left("Ana") == 0)
    #expect(try left("a") == name | 16)
    #expect(try left("f") == name | 16)
    #expect(try left("g") == name)
    #expect(try left("z") == id | 16)
    #expect(try left("next") == 0)
    #expect(try right("Ana") == id)
    #expect(try right("c") == id | 16)
    #expect(try right("z") == 0)
    #expect(try right("line") == 0)
  }

  @Test(arguments: [
    (0, 950, 0), (1, 690, 0), (1, 700, 1), (2, 950, 2), (8, 950, 3), (24, 950, 4), (24, 690, 0),
  ])
  func `the tone is the share of tokens that rules are sure of`(
    _ found: Int, _ confidence: Int, _ tone: UInt32
  ) throws {
    let words = (0..<150).map { "w\($0)" }
    let rules = words.prefix(found).map { ($0, Category.name, confidence) }
    let (reading, _) = try TaggingReadingTests.read(words.joined(separator: " "), rules)
    #expect(reading.tone == tone)
  }

  @Test func `what a profile keeps anyway sets no tone`() throws {
    let (reading, _) = try TaggingReadingTests.read(
      "in Ohio in 2019", [("Ohio", .state, 950), ("2019", .year, 950)])
    #expect(reading.tone == 0)
  }

  @Test(arguments: [
    ("Seen by Ana in the clinic of the town.", 0),
    ("seen by ana okonjo in the clinic of the town, she was well", 1),
    ("SEEN BY ANA OKONJO IN THE CLINIC OF THE TOWN", 2),
    ("", 1),
  ])
  func `a document has a letter case`(_ text: String, _ letterCase: UInt32) throws {
    #expect(try TaggingReadingTests.read(text).reading.letterCase == letterCase)
  }

  @Test func `the strongest finding marks a token, whatever the order`() throws {
    let rules: [(String, Category, Int)] = [
      ("Ana Okonjo", .name, 950), ("Okonjo", .place, 690), ("Ana", .organization, 800),
    ]
    let (reading, _) = try TaggingReadingTests.read("Ana Okonjo", rules)
    let (again, _) = try TaggingReadingTests.read("Ana Okonjo", rules.reversed())
    let marks = reading.traits.map(\.found)
    #expect(marks == again.traits.map(\.found))
    #expect(marks[0] == FoundMark.of(.name, confidence: 950, isFirst: true))
    #expect(marks[1] == FoundMark.of(.name, confidence: 950, isFirst: false))
    #expect(reading.traits[0].rule == reading.traits[1].rule && reading.traits[0].rule != 0)
  }

  @Test func `a line is its first word, its form and the form of the line before`() throws {
    let (reading, _) = try TaggingReadingTests.read("Patient Name:\nAna Okonjo\n\nshe slept well.")
    #expect(reading.lines.count == 3)
    #expect(
      reading.lines.map(\.start)
        == ["patient", "ana", "she"].map(TaggingReadingTests.word))
    // Two or three tokens, all words capitalised, a colon at the end.
    #expect(reading.lines[0].form == 2 | 5 << 3 | 64)
    #expect(reading.lines[1].form == 2 | 5 << 3)
    #expect(reading.lines[2].form == 3 | 1 << 3 | 128)
    #expect(reading.lines[0].before == 0)
    #expect(reading.lines[2].before == reading.lines[1].form)
    #expect(reading.lineOf == [0, 0, 0, 1, 1, 2, 2, 2, 2])
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (15, 4), (16, 5), (40, 5)])
  func `the length of a line is binned`(_ count: Int, _ bin: UInt32) throws {
    let text = [String](repeating: "4", count: count).joined(separator: " ")
    #expect(try TaggingReadingTests.read(text).reading.lines.first?.form == bin)
  }

  @Test func `a word's other uses are counted and its own is not`() throws {
    let (reading, recognition) = try TaggingReadingTests.read(
      "saw Rose and her rose by another rose, and Rose again, and rose",
      [("Rose", .name, 950)])
    let first = try #require(recognition.index(of: "Rose"))
    let small = try #require(recognition.index(of: "rose"))
    let last = try #require(recognition.tokens.indices.last)
    // Small letters more than once, one other capital, no other name.
    #expect(reading.traits[first].elsewhere == 2 | 1 << 2)
    // Small letters twice elsewhere, capitals twice, once a name.
    #expect(reading.traits[small].elsewhere == 2 | 2 << 2 | 1 << 4)
    #expect(reading.traits[last].elsewhere == reading.traits[small].elsewhere)
    let alone = try #require(recognition.index(of: "another"))
    #expect(reading.traits[alone].elsewhere == 0)
  }

  @Test func `uses are forgotten with the document, and a word may come 300 times`() throws {
    let many = try Recognition([String](repeating: "rose", count: 300).joined(separator: " "))
    let one = try Recognition("rose Rose")
    var reading = TokenReading()
    reading.read(many.tokens, many.view.bytes, [])
    #expect(reading.traits.allSatisfy { $0.elsewhere == 2 })
    reading.read(one.tokens, one.view.bytes, [])
    var fresh = TokenReading()
    fresh.read(one.tokens, one.view.bytes, [])
    #expect(reading.traits.map(\.elsewhere) == fresh.traits.map(\.elsewhere))
    #expect(reading.traits[0].elsewhere == 1 << 2)
  }

  @Test func `a document without tokens has nothing to read`() throws {
    let (reading, _) = try TaggingReadingTests.read(" \n\n ")
    #expect(reading.stretches.isEmpty && reading.lines.isEmpty && reading.tone == 0)
  }

  @Test func `a word has the group it is in, and so has the nearest word in small letters`() throws
  {
    let recognition = try Recognition("She rang Ana at dawn, Ole")
    var reading = TokenReading()
    reading.read(
      recognition.tokens, recognition.view.bytes, [],
      WordGroups([Detector.groupEntry("rang".utf8, 4), Detector.groupEntry("dawn".utf8, 261)]))
    let rang = try #require(recognition.index(of: "rang"))
    let ana = try #require(recognition.index(of: "Ana"))
    let dawn = try #require(recognition.index(of: "dawn"))
    #expect(reading.traits[rang].group == 4 && reading.traits[ana].group == 0)
    #expect(reading.traits[dawn].group == 261 && reading.traits[dawn].family == 5)
    #expect(reading.smallGroupBefore[ana] == 4 && reading.smallGroupAfter[ana] == 0)
    #expect(reading.smallGroupAfter[ana + 1] == 261)
  }

  @Test func `kinds of words are told eight tokens far, at the ends of the text as well`() throws {
    let (reading, recognition) = try TaggingReadingTests.read(
      "she " + String(repeating: "zq ", count: 12) + "zz")
    let kinds = reading.near.kinds
    #expect(kinds.count == recognition.tokens.count)
    let own = kinds[0]
    #expect(own != 0 && kinds[8] == own && kinds[9] == 0)
    let (turned, _) = try TaggingReadingTests.read(
      "zz " + String(repeating: "zq ", count: 12) + "she")
    #expect(turned.near.kinds.reversed().prefix(8).allSatisfy { $0 == own })
    #expect(turned.near.kinds[0] == 0)
  }

  @Test(arguments: [
    ("the drug was given", 0), ("she slept", 3),
    ("he slept " + String(repeating: "and the ward was still ", count: 10), 2),
  ])
  func `a document speaks of persons more or less`(_ text: String, _ persons: UInt32) throws {
    #expect(try TaggingReadingTests.read(text).reading.register & 3 == persons)
  }
}
