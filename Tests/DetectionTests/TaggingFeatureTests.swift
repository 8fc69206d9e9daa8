import Lexicons
import Patterns
import Tagger
import TestSupport
import Testing

@testable import Detection

/// The numbers that trained models hold. Where a test of this suite fails after a change of features, the shipped model no
/// longer fits: give the features a new number (`Detector.taggerFeatures`), train anew, and only then write down what is new.
@Suite struct TaggingFeatureTests {
  /// Every template with its number. New ones go to the end.
  static let templates: KeyValuePairs<FeatureTemplate, UInt32> = [
    .always: 1, .word: 2, .prefixOf3: 3, .prefixOf4: 4, .suffixOf2: 5, .suffixOf3: 6,
    .suffixOf4: 7, .shape: 8, .shapeAndLength: 9, .lexicon: 10, .shapeAndLexicon: 11,
    .givenAndSurname: 12, .wordClass: 13, .wordClassAndShape: 14, .found: 15, .foundRule: 16,
    .elsewhere: 17, .elsewhereAndLexicon: 18, .layout: 19, .layoutAndShape: 20, .letterCase: 21,
    .wordBefore: 22, .suffixBefore: 23, .shapeBefore: 24, .lexiconBefore: 25, .classBefore: 26,
    .foundBefore: 27, .wordAfter: 28, .suffixAfter: 29, .shapeAfter: 30, .lexiconAfter: 31,
    .classAfter: 32, .foundAfter: 33, .wordBefore2: 34, .shapeBefore2: 35, .lexiconBefore2: 36,
    .classBefore2: 37, .foundBefore2: 38, .wordAfter2: 39, .shapeAfter2: 40, .lexiconAfter2: 41,
    .classAfter2: 42, .foundAfter2: 43, .wordBefore3: 44, .lexiconBefore3: 45, .wordAfter3: 46,
    .lexiconAfter3: 47, .wordBeforeAndShape: 48, .wordAfterAndShape: 49,
    .wordBeforeAndLexicon: 50, .shapesAround: 52, .lexiconsBefore: 53,
    .lexiconsAfter: 54, .wordsBefore: 56, .wordsAfter: 57, .wordsAround: 58,
    .classBeforeAndLexicon: 60, .classAfterAndLexicon: 61,
    .contentBefore: 62, .contentAfter: 63, .lineLabel: 65,
    .lineLabelAndLexicon: 66, .lineStartWord: 67, .linePosition: 68, .lineForm: 69,
    .lineBefore: 70, .lineBeforeAndShape: 71, .tone: 72, .toneAndShape: 73, .toneAndLexicon: 74,
    .foundLeft: 75, .foundRight: 76, .group: 77, .groupAndShape: 78, .familyAndLexicon: 79,
    .groupBefore: 80, .familyBefore: 81, .groupAfter: 82, .familyAfter: 83, .groupBefore2: 84,
    .groupAfter2: 85, .groupBefore3: 86, .groupAfter3: 87, .groupBeforeAndShape: 88,
    .groupAfterAndShape: 89, .familiesAround: 90, .familiesBefore: 91, .familiesAfter: 92,
    .contentGroupBefore: 93, .contentGroupAfter: 94, .surroundings: 95, .registerAndShape: 96,
    .registerAndLexicon: 97,
  ]

  @Test func `every template has the number it always had, and no two share one`() {
    for (template, number) in TaggingFeatureTests.templates {
      #expect(template.rawValue == number)
    }
    #expect(
      FeatureTemplate.allCases.map(\.rawValue) == TaggingFeatureTests.templates.map(\.value))
  }

  @Test(
    arguments: [
      (FeatureTemplate.always, 0, 0, 3_781_427_323), (.word, 0x1234_5678, 0, 50_064_544),
      (.shapesAround, 0xffff_ffff, 0xffff_ffff, 3_514_642_002),
      (.foundRight, 1, 2, 3_542_537_604), (.foundRight, 2, 1, 1_144_294_172),
    ] as [(FeatureTemplate, UInt32, UInt32, UInt32)])
  func `a key is the same number for ever`(
    _ template: FeatureTemplate, _ first: UInt32, _ second: UInt32, _ key: UInt32
  ) {
    #expect(FeatureKey.of(template, first, second) == key)
  }

  @Test func `a key depends on template and answers, and is spread over 32 bits`() {
    var keys: Set<UInt32> = []
    for template in FeatureTemplate.allCases {
      for answer in 0..<UInt32(40) {
        for second in 0..<UInt32(10) { keys.insert(FeatureKey.of(template, answer, second)) }
      }
    }
    // 37,200 keys among 2^32: about a sixth of a collision is to be expected.
    #expect(keys.count >= 37_198)
    #expect(FeatureKey.fold(0x1_0000_0002) == 3)
  }

  @Test func `the kinds of labels a token can be taught stay`() {
    let kinds: KeyValuePairs<FoundMark.Kind, UInt32> = [
      .name: 1, .location: 2, .organization: 3, .date: 4, .id: 5, .contact: 6, .age: 7, .other: 8,
    ]
    for (kind, number) in kinds { #expect(kind.rawValue == number) }
  }

  @Test func `a mark tells kind, strength and place`() {
    #expect(FoundMark.of(.name, confidence: 900, isFirst: true) == 1 | 3 << 4 | 64)
    #expect(FoundMark.of(.date, confidence: 899, isFirst: false) == 4 | 2 << 4)
    #expect(FoundMark.of(.other, confidence: 699, isFirst: false) == 8 | 1 << 4)
    let sure = FoundMark.of(.name, confidence: 700, isFirst: true)
    #expect(FoundMark.isStrong(sure, .name) && !FoundMark.isStrong(sure, .location))
    #expect(!FoundMark.isStrong(FoundMark.of(.name, confidence: 699, isFirst: true), .name))
    #expect(!FoundMark.isStrong(0, .name))
  }

  @Test(arguments: [
    (Category.name, FoundMark.Kind.name), (.address, .location), (.zip, .location),
    (.room, .location), (.organization, .organization), (.date, .date), (.year, .other),
    (.age, .age), (.agePermitted, .other), (.phone, .contact), (.handle, .contact), (.ssn, .id),
    (.device, .id), (.id, .id), (.state, .other), (.country, .other), (.profession, .other),
  ])
  func `categories are told apart as far as the tagger tells them apart`(
    _ category: Category, _ kind: FoundMark.Kind
  ) {
    #expect(FoundMark.Kind(category) == kind)
  }

  /// Tokens and findings that a seeded generator invents: what lexicons and tokenizer say of real words may change, what
  /// becomes of it may not.
  private static func invented() -> (tokens: [Token], bytes: [UInt8], candidates: [Candidate]) {
    var generator = SeededGenerator(seed: 7)
    var tokens: [Token] = []
    var bytes: [UInt8] = []
    let kinds: [Token.Kind] = [
      .word, .word, .word, .word, .number, .mixed, .possessive, .punctuation, .foreign,
    ]
    for _ in 0..<400 {
      let kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
      let length = kind == .punctuation ? 1 : Int.random(in: 1...9, using: &generator)
      let start = bytes.count
      for _ in 0..<length {
        let digit = kind == .number || kind == .mixed && Bool.random(using: &generator)
        let low = kind == .punctuation ? 0x21 : digit ? 0x30 : 0x61
        bytes.append(UInt8(low + Int.random(in: 0..<(digit ? 10 : 14), using: &generator)))
      }
      let isWord = kind == .word || kind == .foreign
      tokens.append(
        Token(
          hash: kind == .punctuation ? 0 : WordHash.of(Array(bytes[start...])),
          facts: WordFacts(
            bits: isWord ? generator.next() & generator.next() & 0x1fff_ffff_ffff_ffff : 0),
          start: Int32(start), end: Int32(bytes.count), kind: kind,
          byte: kind == .punctuation ? bytes[start] : 0,
          shape: Token.Shape(rawValue: UInt16.random(in: 0...0xfff, using: &generator))))
    }
    let categories: [Category] = [.name, .place, .organization, .date, .id, .phone, .age, .state]
    let candidates = (0..<40).map { number in
      let start = Int.random(in: 0..<bytes.count - 12, using: &generator)
      return Candidate(
        range: start..<start + Int.random(in: 1...12, using: &generator),
        category: categories[number % categories.count], rule: "invented/\(number % 7)",
        confidence: Int.random(in: 300...1000, using: &generator))
    }
    return (tokens, bytes, candidates)
  }

  /// Two words in three in groups of an invented kind.
  private static func groups(_ tokens: [Token]) -> WordGroups {
    WordGroups(
      tokens.enumerated().filter { $0.element.kind == .word && $0.offset % 3 != 0 }.map {
        WordGroups.Entry(
          word: FeatureKey.fold($0.element.hash), group: UInt16(1 + $0.offset * 37 % 1000))
      })
  }

  @Test func `the features of a document are the same numbers for ever`() {
    let document = TaggingFeatureTests.invented()
    var input = TaggerInput()
    input.read(
      document.tokens, document.bytes, document.candidates,
      TaggingFeatureTests.groups(document.tokens))
    input.readFeatures()
    var sum: UInt64 = 0
    for key in input.features.keys { sum = (sum ^ UInt64(key)) &* 0x100_0000_01b3 }
    #expect(input.stretches.reduce(0) { $0 + $1.count } == input.features.count)
    #expect(
      [UInt64(input.features.count), UInt64(input.features.keys.count), sum]
        == [396, 40_925, 4_527_497_842_792_142_062])
    #expect(Detector.taggerFeatures == 3)
  }

  @Test func `a token has less features than a sequence takes`() {
    let document = TaggingFeatureTests.invented()
    var input = TaggerInput()
    input.read(
      document.tokens, document.bytes, document.candidates,
      TaggingFeatureTests.groups(document.tokens))
    input.readFeatures()
    let most = (0..<input.features.count).map { input.features.features(of: $0).count }.max()
    #expect((most ?? 0) < TagSequence.mostFeatures)
  }

  @Test func `a kept input reads the next document as a new one would`() throws {
    let document = TaggingFeatureTests.invented()
    let next = try Recognition("Patient: Ana Okonjo, MRN 4471920")
    var kept = TaggerInput()
    kept.read(document.tokens, document.bytes, document.candidates)
    kept.readFeatures()
    kept.read(next.tokens, next.view.bytes, [])
    kept.readFeatures()
    var new = TaggerInput()
    new.read(next.tokens, next.view.bytes, [])
    new.readFeatures()
    #expect(kept.stretches == new.stretches)
    #expect(kept.features.keys == new.features.keys)
    #expect(kept.features.starts == new.features.starts)
  }

  @Test func `the shipped model is made for these features`() throws {
    #expect(try ShippedDetector.model.get().features == Detector.taggerFeatures)
  }
}
