import Lexicons
import PCRE2
import Patterns
import Tagger
import TestSupport
import Testing

@testable import Detection

/// Promise 6 for one who asks: why a place goes or stays.
@Suite struct ExplanationTests {
  /// A text and what is explained of a part of it.
  private struct Asked {
    let text: String
    let explanation: Explanation
    let place: PlaceExplanation

    init(
      _ text: String, about part: String, _ detector: Detector, suspicion: Int = 900
    ) throws {
      let bytes = Array(text.utf8)
      let needle = Array(part.utf8)
      let start = try #require(bytes.indices.first { bytes[$0...].starts(with: needle) })
      self.text = text
      explanation = try detector.explain(
        bytes, at: [start..<start + needle.count],
        settings: DetectionSettings(suspicion: suspicion))
      place = try #require(explanation.places.first)
    }

    func proposal(_ rule: String) -> ProposalExplanation? {
      place.proposals.first { $0.rule == rule }
    }
  }

  @Test func `a name found by a rule names the rule and whom it beat`() throws {
    let asked = try Asked(
      "Seen by Dr. Halvorsen today.", about: "Halvorsen", try ShippedDetector.shared())
    let finding = try #require(asked.place.findings.first)
    #expect(finding.category == .name)
    let winner = try #require(asked.proposal(finding.rule))
    #expect(winner.fate == .stands)
    #expect(winner.evidence.contains("context:title"))
    for other in asked.place.proposals where other.rule != finding.rule {
      #expect(other.fate == .covered(by: finding.rule))
    }
  }

  @Test func `a word is told with its writing and what the lists know`() throws {
    let asked = try Asked("Rose is here. Zxqv too.", about: "Rose", try ShippedDetector.shared())
    let word = try #require(asked.place.words.first)
    #expect(word.range == 0..<4)
    #expect(word.writing.contains("capitalised") && word.writing.contains("first of its line"))
    #expect(word.lists.contains { $0.hasPrefix("given name of ") })
    let other = try Asked("Rose is here. Zxqv too.", about: "Zxqv", try ShippedDetector.shared())
    #expect(other.place.words.map(\.lists) == [[]])
  }

  @Test func `the tagger tells its reasons with the words around`() throws {
    let asked = try Asked(
      "It was Yevtushok who called.", about: "Yevtushok", try ShippedDetector.shared())
    let reading = try #require(asked.place.words.first?.reading)
    #expect(reading.gate == .candidate)
    #expect(reading.nothing <= reading.mostNothing && reading.mostNothing == 900)
    #expect(reading.kinds.first?.kind == "name" && reading.kind == "name")
    #expect(!reading.reasonsFor.isEmpty)
    #expect(reading.reasonsFor.allSatisfy { $0.bits > 0 })
    #expect(reading.reasonsAgainst.allSatisfy { $0.bits < 0 })
    let found = try #require(asked.proposal(TaggerRecognizer.rule))
    #expect(found.evidence.first == "tagger")
    #expect(found.evidence.contains("shape:unknown-capitalised"))
  }

  @Test func `a feature is told as a question and its answer`() throws {
    let model = try HandMadeModel(["guest": .nameBegin]).model
    let detector = Detector(lexicon: try TestLexicon.shared(), tagger: model)
    let asked = try Asked("a Guest came", about: "Guest", detector)
    let reading = try #require(asked.place.words.first?.reading)
    let reason = try #require(reading.reasonsFor.first)
    #expect(reason.template == "word" && reason.question == "word" && reason.answer == "\"guest\"")
    #expect(reason.bits == 24)
    #expect(reading.reasonsAgainst.map(\.template) == ["always"])
  }

  @Test func `what is under the threshold is told with its probability`() throws {
    let model = try HandMadeModel(["guest": .nameBegin], odds: -3).model
    let detector = Detector(lexicon: try TestLexicon.shared(), tagger: model)
    let strict = try Asked("a Guest came", about: "Guest", detector, suspicion: 400)
    let nothing = try #require(strict.place.words.first?.reading.nothing)
    #expect(nothing > 400 && nothing < 1000)
    #expect(strict.place.words.first?.reading.mostNothing == 400)
    #expect(strict.place.findings.isEmpty && strict.place.proposals.isEmpty)
    let lenient = try Asked("a Guest came", about: "Guest", detector, suspicion: 990)
    #expect(lenient.place.findings.map(\.rule) == [TaggerRecognizer.rule])
  }

  @Test func `a word the gate keeps away is told as unread`() throws {
    let asked = try Asked(
      "The wound was clean and dry and healed without any trouble at all.", about: "healed",
      try ShippedDetector.shared())
    let reading = try #require(asked.place.words.first?.reading)
    #expect(reading.gate == .unread)
    #expect(reading.nothing == 1000 && reading.kinds.isEmpty)
    #expect(asked.place.findings.isEmpty)
  }

  @Test func `without a tagger there is no reading`() throws {
    let detector = Detector(lexicon: Lexicon())
    let asked = try Asked("a Guest came", about: "Guest", detector)
    #expect(asked.place.words.map(\.reading.gate) == [.absent])
  }

  @Test func `a guard that drops a proposal is named`() throws {
    let date = try pattern("\\d+/\\d+", category: .date)
    let guards = try ["test/pressure", "test/second"].map {
      Guard(
        id: $0, finds: "Blood pressures.", compiled: try CompiledPattern("BP (\\d+/\\d)"),
        group: 1, against: [.date], confidence: 900)
    }
    let detector = Detector(lexicon: Lexicon(), patterns: [date], guards: guards)
    let asked = try Asked("BP 12/8 on 12/9", about: "12/8", detector)
    #expect(asked.place.proposals.map(\.fate) == [.guarded(by: "test/pressure")])
    #expect(asked.place.findings.isEmpty)
    let other = try Asked("BP 12/8 on 12/9", about: "12/9", detector)
    #expect(other.place.proposals.map(\.fate) == [.stands])
  }

  @Test func `a name that is medicine is told as such`() throws {
    let name = try pattern("Jackson-Pratt", category: .name)
    let detector = Detector(lexicon: try TestLexicon.shared(), patterns: [name])
    let asked = try Asked("with a Jackson-Pratt drain", about: "Jackson", detector)
    #expect(asked.proposal("test/rule")?.fate == .medicine)
  }

  @Test func `a rule the tagger does not confirm is told as unconfirmed`() throws {
    let name = try pattern("Guest", category: .name, confidence: 600)
    let detector = Detector(
      lexicon: try TestLexicon.shared(), patterns: [name], tagger: try HandMadeModel().model)
    let asked = try Asked("a Guest came", about: "Guest", detector)
    #expect(asked.proposal("test/rule")?.fate == .unconfirmed)
    #expect(asked.place.findings.isEmpty)
  }

  @Test func `what the memory added is told, and what it kept off`() throws {
    let name = try pattern("(?<=Mr\\.[ ])[A-Z]\\w+", category: .name, confidence: 950)
    let lexicon = try TestLexicon.shared()
    let plain = Detector(lexicon: lexicon, patterns: [name])
    let asked = try Asked("Mr. Halvorsen came. Later halvorsen left.", about: "halvorsen", plain)
    #expect(asked.proposal("document/alias")?.evidence == ["document:alias"])
    let eponym = "Mr. Parkinson came. Later the Parkinson was excluded."
    let tagged = Detector(lexicon: lexicon, patterns: [name], tagger: try HandMadeModel().model)
    let spared = try Asked(eponym, about: "Parkinson was", tagged)
    #expect(spared.proposal("document/alias")?.fate == .spared)
    #expect(spared.place.words.first?.isSpared == true)
  }

  @Test func `a place without words says nothing and breaks nothing`() throws {
    let detector = try ShippedDetector.shared()
    let empty = try detector.explain([], at: [0..<1])
    #expect(empty.places.map(\.words.count) == [0])
    let gap = try Asked("well   done", about: "   ", detector)
    #expect(gap.place.words.isEmpty && gap.place.proposals.isEmpty)
  }

  @Test func `offsets are those of the text, not of the folded view`() throws {
    let asked = try Asked(
      "Café… Dr. Müller", about: "Müller", try ShippedDetector.shared())
    #expect(asked.place.words.map(\.range) == [asked.place.range])
    #expect(asked.place.findings.map(\.range) == [asked.place.range])
  }

  @Test(arguments: try Sample.all())
  func `explaining finds what detecting finds`(_ sample: Sample) throws {
    guard String(validating: sample.bytes, as: UTF8.self) != nil else { return }
    let detector = try ShippedDetector.shared()
    var scratch = DetectionScratch()
    let found = try detector.detect(sample.bytes, &scratch).findings
    let explanation = try detector.explain(sample.bytes)
    #expect(explanation.findings == found)
    #expect(explanation.places.map(\.range) == found.map(\.range))
    for place in explanation.places {
      #expect(!place.words.isEmpty)
      #expect(place.proposals.contains { $0.fate == .stands })
    }
  }

  @Test func `every question of the tagger has words`() {
    for template in FeatureTemplate.allCases {
      #expect(!template.parts.isEmpty, "\(template)")
    }
  }
}
