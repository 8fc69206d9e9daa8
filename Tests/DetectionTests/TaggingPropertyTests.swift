import Lexicons
import Patterns
import Tagger
import TestSupport
import Testing

@testable import Detection

/// What holds of every text, with what is shipped.
@Suite struct TaggingPropertyTests {
  /// Sorted, apart, not empty, and no character is cut.
  private static func check(_ findings: [Finding], _ text: [UInt8], _ name: String) {
    var end = 0
    for finding in findings {
      let range = finding.range
      #expect(
        range.lowerBound >= end && !range.isEmpty && range.upperBound <= text.count, "\(name)")
      for border in [range.lowerBound, range.upperBound] where border < text.count {
        #expect(text[border] & 0xc0 != 0x80, "\(name) at \(border)")
      }
      #expect((1...1000).contains(finding.confidence), "\(name)")
      end = range.upperBound
    }
  }

  @Test func `findings in write-ups are in order, apart and of whole characters`() throws {
    let detector = try ShippedDetector.shared()
    let texts = try ShippedDetector.texts(
      in: "\(SourceTree.root)/corpora/writeups_dev/docs", ".txt")
    #expect(texts.count == 60)
    var kept = DetectionScratch()
    var isTagged = false
    for (number, text) in texts.enumerated() {
      let findings = try detector.detect(text.bytes, &kept).findings
      TaggingPropertyTests.check(findings, text.bytes, text.name)
      isTagged = isTagged || findings.contains { $0.rule == TaggerRecognizer.rule }
      // A new scratch costs all tables of the patterns anew: one text in twelve must do.
      guard number.isMultiple(of: 12) else { continue }
      var new = DetectionScratch()
      #expect(try detector.detect(text.bytes, &new).findings == findings, "\(text.name)")
    }
    #expect(isTagged, "the tagger found nothing in \(texts.count) write-ups")
  }

  /// Pieces of all that makes a text difficult.
  private static let pieces: [String] = [
    "Dr. ", "Okonjo", "okonjo ", "Ana", "’s ", "'s", "O'", "MRN: ", "4471920", "3/14/24 ", "93",
    " mg ", "%", "9.3 ", "\n", "\n\n", "\r\n", "\t", "  ", ": ", ", ", ".", "(", ")", "@", "#",
    "王小明",
    "Ωmega", "Żółć", "é", "e\u{301}", "\u{200b}", "\u{202e}", "\u{feff}", "…", "ß", "ﬁ", "４７１", "👩‍⚕️",
    "🇩🇪", "\u{0}", "\u{7f}", "\u{10ffff}", "А", "Parkinson", " disease ", "Boston ", "the ",
  ]

  static func text(_ generator: inout SeededGenerator) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...120, using: &generator) {
      if Int.random(in: 0..<8, using: &generator) == 0,
        let scalar = UnicodeScalar(UInt32.random(in: 0...0x10ffff, using: &generator))
      {
        text += Array(String(scalar).utf8)
      } else {
        text += Array(pieces[Int.random(in: pieces.indices, using: &generator)].utf8)
      }
    }
    return text
  }

  @Test(arguments: UInt64(1)...8)
  func `any text is read, with the same findings in a used and in a new scratch`(_ seed: UInt64)
    throws
  {
    let detector = Detector(
      lexicon: try TestLexicon.shared(), tagger: try ShippedDetector.model.get())
    var generator = SeededGenerator(seed: seed)
    var kept = DetectionScratch()
    for round in 0..<40 {
      let text = TaggingPropertyTests.text(&generator)
      let settings = DetectionSettings(suspicion: [900, 1000, 500, 0][round % 4])
      let findings = try detector.detect(text, &kept, settings: settings).findings
      TaggingPropertyTests.check(findings, text, "seed \(seed), round \(round)")
      var new = DetectionScratch()
      #expect(try detector.detect(text, &new, settings: settings).findings == findings)
      #expect(try detector.detect(text, &kept, settings: settings).findings == findings)
    }
  }

  @Test(arguments: [1, 42, 100, 500, 900]) func `more suspicion never finds less`(_ suspicion: Int)
    throws
  {
    let model = try ShippedDetector.model.get()
    let text = "Dr. Okonjo met Ana at Elm Grove in Dover, MRN 4471920; she took Advil for Rose."
    let less = try Tagged(text, model, least: 1000 - suspicion)
    let more = try Tagged(text, model, least: 1000 - suspicion - 50)
    for found in less.recognition.candidates {
      for token in less.recognition.tokens where token.range.overlaps(found.range) {
        guard token.kind != .punctuation, token.kind != .possessive else { continue }
        #expect(more.recognition.candidates.contains { $0.range.overlaps(token.range) })
      }
    }
  }

  @Test(arguments: UInt64(1)...4) func `a lesson has every token once`(_ seed: UInt64) throws {
    let detector = Detector(lexicon: try TestLexicon.shared())
    var generator = SeededGenerator(seed: seed)
    var scratch = DetectionScratch()
    for _ in 0..<20 {
      let text = TaggingPropertyTests.text(&generator)
      let lesson = try detector.lesson(text, &scratch)
      #expect(lesson.places.count == lesson.features.count)
      #expect(lesson.places.count + lesson.unread.count == scratch.tokens.count)
      #expect(lesson.stretches.flatMap(Array.init) == Array(lesson.places.indices))
      #expect((lesson.places + lesson.unread).allSatisfy { $0.upperBound <= text.count })
    }
  }

  @Test func `a lesson has the features that detection reads`() throws {
    let text = Array("Patient: Ana Okonjo, MRN 4471920, lives in Dover with her son Rafi.".utf8)
    let detector = Detector(
      lexicon: try TestLexicon.shared(), tagger: try ShippedDetector.model.get())
    var taught = DetectionScratch()
    let lesson = try detector.lesson(text, &taught)
    var read = DetectionScratch()
    _ = try detector.detect(text, &read)
    read.tagging.input.readFeatures()
    #expect(read.tagging.input.features.keys == lesson.features.keys)
    #expect(read.tagging.input.features.starts == lesson.features.starts)
  }
}
