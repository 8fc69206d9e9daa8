import Patterns
import Tagger
import TestSupport
import Testing

@testable import Detection

/// Mentions that the document's memory proposes and the tagger's reading refutes.
@Suite struct TaggingSparedTests {
  /// Pass 1 found `mention`, and two sweeps propose it; the tagger gives each of its tokens this probability. What is left,
  /// and how many words were spared.
  private static func spared(
    _ text: String, _ mention: String, probability: Int16
  ) throws -> (left: [String], words: Int) {
    var recognition = try Recognition(text)
    var scratch = TaggingScratch()
    scratch.begin(recognition.tokens.count)
    for index in recognition.tokens.indices { scratch.probability[index] = probability }
    recognition.candidates = ["test/first", "document/alias", "document/alias"].map {
      Candidate(
        range: recognition.range(of: mention), category: .name, rule: $0, confidence: 950)
    }
    let words = SparedMentions(tokens: recognition.tokens)
      .spare(in: &recognition.candidates, from: 1, scratch)
    return (recognition.candidates.map(\.rule), words.count)
  }

  @Test(arguments: [
    // Words that medicine or the map have as well.
    ("that Parkinson was out", "Parkinson", 1, true),
    ("that Parkinson was out", "Parkinson", 249, true),
    ("that Parkinson was out", "Parkinson", 250, false),
    ("wears a Boston brace", "Boston", 1, true),
    // An everyday word goes with the person: the second scan must go on looking for it.
    ("a Rose by any name", "Rose", 1, false),
    // What the tagger did not read.
    ("that Parkinson was out", "Parkinson", 0, false),
    // Where the words leave no doubt, they decide.
    ("Parkinson's was excluded", "Parkinson", 900, true),
    ("and Parkinson's wife was told", "Parkinson", 1, false),
    // A word that is nobody's but the person's.
    ("told that Okonjo was out", "Okonjo", 1, false),
    ("told that Zzyrqua was out", "Zzyrqua", 1, false),
    // One such word keeps all of them.
    ("told that Rose Okonjo was out", "Rose Okonjo", 1, false),
    // No word at all.
    ("told of 4471920 again", "4471920", 1, false),
  ])
  func `only doubtful words that the tagger takes for nothing are spared`(
    _ text: String, _ mention: String, _ probability: Int16, _ isSpared: Bool
  ) throws {
    let (left, words) = try TaggingSparedTests.spared(text, mention, probability: probability)
    #expect(
      left
        == (isSpared
          ? ["test/first"] : ["test/first", "document/alias", "document/alias"]))
    #expect((words > 0) == isSpared)
  }

  @Test(arguments: [(1, true), (599, true), (600, false), (0, false)] as [(Int16, Bool)])
  func `a mention in a phrase a guard is sure of is spared unless the tagger sees a name`(
    _ probability: Int16, _ isSpared: Bool
  ) throws {
    var recognition = try Recognition("with Okonjo waves only")
    var scratch = TaggingScratch()
    scratch.begin(recognition.tokens.count)
    for index in recognition.tokens.indices { scratch.probability[index] = probability }
    let range = recognition.range(of: "Okonjo")
    recognition.candidates = [
      Candidate(range: range, category: .name, rule: "document/alias", confidence: 950)
    ]
    var spared = SparedMentions(tokens: recognition.tokens)
    spared.guarded = [range]
    let words = spared.spare(in: &recognition.candidates, from: 0, scratch)
    #expect(recognition.candidates.isEmpty == isSpared)
    #expect(words.count == (isSpared ? 1 : 0))
  }

  /// A detector with one rule, for what stands behind `Patient:`, and a tagger that takes the words given for names and all
  /// others for nothing.
  private static func detector(_ names: [String: TagLabel] = [:]) throws -> Detector {
    let rule = try pattern(
      #"Patient: [ ] (?<phi> \w+ [ ] \w+ )"#, id: "test/label", category: .name, confidence: 950,
      useJIT: false)
    return Detector(
      lexicon: try TestLexicon.shared(), patterns: [rule],
      tagger: try HandMadeModel(names).model)
  }

  private static func found(
    _ text: String, _ detector: Detector, _ finders: DetectionSettings.Finders = .all
  ) throws -> (texts: [String], memory: DocumentMemory) {
    var scratch = DetectionScratch()
    let bytes = Array(text.utf8)
    let detection = try detector.detect(
      bytes, &scratch, settings: DetectionSettings(finders: finders))
    return (
      detection.findings.map { String(decoding: bytes[$0.range], as: UTF8.self) },
      detection.memory
    )
  }

  private static let eponym =
    "Patient: Walter Parkinson\nThe tremor was seen, but Parkinson's was excluded."
  private static let rare =
    "Patient: Walter Okonjo\nThe tremor was seen, but Okonjo was not excluded."

  @Test func `a name spelt out letter by letter is never spared`() throws {
    let detector = try TaggingSparedTests.detector()
    let text = "Patient: Walter Parkinson\nThe p-a-r-k-i-n-s-o-n file is empty."
    #expect(
      try TaggingSparedTests.found(text, detector).texts == [
        "Walter Parkinson", "p-a-r-k-i-n-s-o-n",
      ])
  }

  @Test func `an eponym's mention stays in a note on somebody of that name`() throws {
    let detector = try TaggingSparedTests.detector()
    #expect(
      try TaggingSparedTests.found(TaggingSparedTests.eponym, detector).texts == [
        "Walter Parkinson"
      ])
    // Without the tagger the memory has its way.
    #expect(
      try TaggingSparedTests.found(TaggingSparedTests.eponym, detector, [.rules, .memory]).texts
        == ["Walter Parkinson", "Parkinson"])
  }

  @Test func `a mention the tagger takes for a name goes, eponym or not`() throws {
    let detector = try TaggingSparedTests.detector(["parkinson": .nameInside])
    let text = "Patient: Walter Parkinson\nThe tremor was seen, but Parkinson felt well."
    #expect(
      try TaggingSparedTests.found(text, detector).texts == ["Walter Parkinson", "Parkinson"])
  }

  @Test func `a person's own rare surname is never spared`() throws {
    let detector = try TaggingSparedTests.detector()
    #expect(
      try TaggingSparedTests.found(TaggingSparedTests.rare, detector).texts
        == ["Walter Okonjo", "Okonjo"])
  }

  @Test func `the second scan does not hold a document for what was spared`() throws {
    let detector = try TaggingSparedTests.detector()
    let written = Array(
      TaggingSparedTests.eponym.replacing("Walter Parkinson", with: "[NAME-1]").utf8)
    var scratch = DetectionScratch()
    let (_, spared) = try TaggingSparedTests.found(TaggingSparedTests.eponym, detector)
    #expect(try detector.rescan(written, spared, &scratch) == [])
    let (_, strict) = try TaggingSparedTests.found(
      TaggingSparedTests.eponym, detector, [.rules, .memory])
    #expect(try !detector.rescan(written, strict, &scratch).isEmpty)
  }

  @Test func `the second scan finds a name that stayed beside a spared one`() throws {
    let detector = try TaggingSparedTests.detector()
    let (_, memory) = try TaggingSparedTests.found(TaggingSparedTests.eponym, detector)
    var scratch = DetectionScratch()
    for left in ["Walter's Parkinson's was excluded", "Patient: Walter Parkinson"] {
      #expect(try !detector.rescan(Array(left.utf8), memory, &scratch).isEmpty, "\(left)")
    }
  }

  @Test func `the second scan finds a rare surname that stayed`() throws {
    let detector = try TaggingSparedTests.detector()
    let (_, memory) = try TaggingSparedTests.found(TaggingSparedTests.rare, detector)
    var scratch = DetectionScratch()
    let left = Array("but Okonjo was not excluded".utf8)
    #expect(try detector.rescan(left, memory, &scratch).count == 1)
  }
}
