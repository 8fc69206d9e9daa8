import TestSupport
import Testing
import TrainingText

@testable import scrubd_train

/// What the tagger is taught, put together from a small corpus and the tree's word lists and frames.
@Suite struct TrainingTextsTests {
  private static func texts(
    refills: Int = 2, generated: Int = 13, seed: UInt64 = 20
  ) throws -> [TrainingTexts.Entry] {
    let corpora = try SmallCorpora()
    return try TrainingTexts(
      corpora: corpora.path, patterns: SourceTree.patterns,
      TrainingTexts.Recipe(
        refills: refills, generated: generated, refillWeight: 0.5, generatedWeight: 0.25,
        seed: seed)
    ).documents
  }

  @Test func `originals come first, then their refills, then documents of frames`() throws {
    let entries = try TrainingTextsTests.texts()
    let originals = ["n1.txt", "n2.txt"] + (1...7).map { "t-00\($0)" }
    // `t-003` names no one: there is nothing to put into it.
    let refilled = originals.filter { $0 != "t-003" }
    #expect(
      entries.map(\.document.id)
        == originals + (0..<2).flatMap { round in refilled.map { "\($0)-refill-\(round)" } }
        + (0..<13).map { "frames-\($0)" })
    #expect(entries.map(\.isOriginal) == entries.indices.map { $0 < originals.count })
  }

  @Test func `each kind of text has its weight`() throws {
    let entries = try TrainingTextsTests.texts()
    for entry in entries {
      let expected: Float =
        entry.document.id.hasPrefix("frames-") ? 0.25 : entry.isOriginal ? 1 : 0.5
      #expect(entry.weight == expected)
    }
  }

  @Test func `one original in six is held out, and its refills with it`() throws {
    let entries = try TrainingTextsTests.texts()
    let heldOut = entries.filter(\.isHeldOut).map(\.document.id)
    #expect(
      heldOut == [
        "t-004", "t-004-refill-0", "t-004-refill-1", "frames-5", "frames-11",
      ])
  }

  @Test func `a refill has other names in the same places`() throws {
    let entries = try TrainingTextsTests.texts()
    let original = try #require(entries.first { $0.document.id == "t-001" }).document
    let refill = try #require(entries.first { $0.document.id == "t-001-refill-0" }).document
    #expect(refill.spans.map(\.label) == original.spans.map(\.label))
    #expect(!String(decoding: refill.text, as: UTF8.self).contains("Okonjo"))
  }

  @Test func `the same seed gives the same texts, another seed others`() throws {
    let first = try TrainingTextsTests.texts().map(\.document)
    #expect(try TrainingTextsTests.texts().map(\.document) == first)
    let other = try TrainingTextsTests.texts(seed: 21).map(\.document)
    #expect(other != first && other.prefix(9) == first.prefix(9))
  }

  @Test func `without refills and frames only originals are left`() throws {
    #expect(try TrainingTextsTests.texts(refills: 0, generated: 0).count == 9)
  }

  /// Measuring on what was trained on would say nothing.
  @Test func `no other folder of the corpora is read`() throws {
    let corpora = try SmallCorpora()
    try corpora.addDevelopmentCorpus()
    let entries = try TrainingTexts(
      corpora: corpora.path, patterns: SourceTree.patterns,
      TrainingTexts.Recipe(
        refills: 1, generated: 0, refillWeight: 1, generatedWeight: 1, seed: 1)
    ).documents
    #expect(!entries.contains { $0.document.id.hasPrefix("dev") })
    #expect(
      !entries.contains { String(decoding: $0.document.text, as: UTF8.self).contains("Zzyrqua") })
  }

  @Test(arguments: [
    ("the Elm Clinic", "Elm Clinic"), ("The Dalles", "Dalles"), ("Theo Okonjo", "Theo Okonjo"),
    ("Athens", "Athens"), ("the ", "the "), ("the", "the"),
  ])
  func `spans begin behind the article`(_ marked: String, _ expected: String) throws {
    let text = Array("near \(marked) there".utf8)
    let document = TrainingTexts.withoutArticles(
      TrainingDocument(
        id: "d", text: text, spans: [TrainingSpan(.location, 5..<5 + marked.utf8.count)]))
    #expect(document.spans.map(document.string(of:)) == [expected])
  }

  @Test func `a folder that is not there is named`() throws {
    let error = #expect(throws: TrainFailure.self) {
      try TrainingTexts(
        corpora: "/no/such/folder", patterns: SourceTree.patterns,
        TrainingTexts.Recipe(
          refills: 0, generated: 0, refillWeight: 1, generatedWeight: 1, seed: 1))
    }
    #expect(error?.description.contains("/no/such/folder") == true)
  }
}
