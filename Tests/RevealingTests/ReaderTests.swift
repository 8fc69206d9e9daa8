import Detection
import PCRE2
import Patterns
import Redaction
import TestSupport
import Testing

@testable import Revealing

@Suite struct ReaderTests {
  @Test func `tags of redaction are no references, and phrases around them are`() throws {
    let shared = try Revelations.shared()
    #expect(try shared.references("[NAME-1] of [PLACE-1], [DATE-1], [HANDLE-1], [URL-2].").isEmpty)
    #expect(try shared.kinds("the oldest teacher in [PLACE-1]") == [.superlative])
  }

  @Test(arguments: ["our town's ", "Pop's in", "King's Coll", "nine rescue ", "a herd of "])
  func `words that come again and again in one line reach no limit`(words: String) throws {
    let line = String(repeating: words, count: 6_000)
    #expect(try Revelations.shared().references(line).count < 6_000)
  }

  @Test(arguments: [60, 700, 5000])
  func `what is found does not depend on how a long text is cut`(core: Int) throws {
    let text = try SourceTree.texts(in: "corpora/writeups_dev/docs", suffix: ".txt")
      .prefix(12).joined(separator: "\n").utf8.map { $0 }
    let reader = try Revelations.shared().reader
    var scratch = DetectionScratch()
    let whole = try reader.references(in: text, &scratch, windows: .whole)
    let cut = try reader.references(
      in: text, &scratch, windows: WindowSize(core: core, margin: 2000))
    #expect(whole.count > 20)
    #expect(cut == whole)
  }

  @Test func `a wrapped phrase is found with its line end`() throws {
    let text = "a note on the mayor's\nwife who came"
    let found = try #require(try Revelations.shared().references(text).first)
    #expect(String(decoding: Array(text.utf8)[found.range], as: UTF8.self) == "the mayor's\nwife")
  }

  @Test func `of two patterns of a kind the first has the word and the reference covers both`()
    throws
  {
    let reader = RevealingReader(
      patterns: [
        try revealingPattern("of \\h nine", id: "test/first", literals: ["nine"]),
        try revealingPattern("youngest \\h of", id: "test/second", literals: ["youngest"]),
      ], lexicon: try Revelations.shared().lexicon)
    var scratch = DetectionScratch()
    let found = try reader.references(in: Array("the youngest of nine".utf8), &scratch)
    #expect(found.map(\.rule) == ["test/first"])
    #expect(found.map(\.range) == [4..<20])
  }

  @Test(arguments: [("his old pier", 1), ("his renal pier", 0), ("his warfarin pier", 0)])
  func `an everyday phrase holds no word of medicine`(text: String, count: Int) throws {
    var pattern = try revealingPattern("his \\h \\w+ \\h pier", literals: ["pier"])
    pattern.checks = [.everyday]
    let reader = RevealingReader(
      patterns: [pattern], lexicon: try Revelations.shared().lexicon)
    var scratch = DetectionScratch()
    #expect(try reader.references(in: Array(text.utf8), &scratch).count == count)
  }

  @Test func `references of different kinds may overlap`() throws {
    let kinds = try Revelations.shared().kinds("She said \"I am the mayor's wife, you know.\"")
    #expect(Set(kinds) == [.quotation, .knownPerson])
  }

  @Test func `a pattern that hits its limit fails the text`() throws {
    let reader = RevealingReader(
      patterns: [try revealingPattern("(a|aa)+ $ (?<!b)x|(?:a|a)+c", id: "test/runaway")],
      lexicon: try Revelations.shared().lexicon)
    var scratch = DetectionScratch(limits: MatchLimits(match: 100))
    #expect(throws: DetectionError.patternLimit(rule: "test/runaway", limit: "match")) {
      _ = try reader.references(in: Array(repeating: UInt8(ascii: "a"), count: 64), &scratch)
    }
  }

  @Test func `reading ends when the time is up`() throws {
    var scratch = DetectionScratch()
    scratch.isTimeUp = { true }
    #expect(throws: DetectionError.interrupted) {
      _ = try Revelations.shared().reader.references(
        in: Array("the mayor's wife".utf8), &scratch)
    }
  }
}

/// What holds for any text.
@Suite struct ReaderPropertyTests {
  /// Words and marks that phrases of the packs are made of, and bytes that fold to several.
  private static let pieces = [
    "the", "mayor's", "wife", "only", "first", "woman", "who", "in", "county", "a", "54-year-old",
    "retired", "lighthouse keeper", "\"", "I said so to you", "news", "on", "tattoo", "of", "ferry",
    "fire", "[PLACE-1]", "[NAME-12]", "\n", "  ", ",", ".", "…", "ß", "“", "”", "é", "📍", "@name",
    "#tag", "you", "have", "gout", "one", "two", "cases", "born", "Haiti", "twin", "posted", "it",
  ]

  @Test(arguments: UInt64(1)...40)
  func `references are sorted, inside the text and on character boundaries`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = (0..<120).compactMap { _ in Self.pieces.randomElement(using: &random) }
    let text = words.joined(separator: Bool.random(using: &random) ? " " : "")
    let bytes = Array(text.utf8)
    let references = try Revelations.shared().references(text)
    for (before, after) in zip(references, references.dropFirst()) {
      #expect(before.range.lowerBound <= after.range.lowerBound)
    }
    for reference in references {
      #expect(!reference.range.isEmpty && reference.range.upperBound <= bytes.count)
      for offset in [reference.range.lowerBound, reference.range.upperBound]
      where offset < bytes.count {
        #expect(bytes[offset] & 0xC0 != 0x80)
      }
    }
  }

  @Test(arguments: [
    "", " ", "\n\n\n", "....", "123 456 (7)", "[] {} \" \" \"", "—–…“”", "12/3 4:5",
  ])
  func `a text without letters gives none`(text: String) throws {
    #expect(try Revelations.shared().references(text).isEmpty)
  }

  /// Every place of a text costs at most what the matcher's limit allows, so that reading is linear.
  @Test(arguments: [
    "the ", "a", "\"", "only ", "the man who ", "she has ", "(", "retired ", "one of the ",
    "it was ",
    "you have ", "[NAME-1] ", "\"I said \"",
  ])
  func `no text makes a pattern run away`(piece: String) throws {
    let text = String(repeating: piece, count: 6000 / piece.utf8.count)
    #expect(throws: Never.self) { _ = try Revelations.shared().references(text) }
  }

  @Test func `patterns find the same where they are tried everywhere`() throws {
    let shared = try Revelations.shared()
    var scratch = DetectionScratch()
    for pattern in shared.packs.patterns {
      let anchored = RevealingReader(
        patterns: [pattern], lexicon: shared.lexicon, filtering: .always)
      let free = RevealingReader(patterns: [pattern], lexicon: shared.lexicon, filtering: .never)
      for example in pattern.examples.match + pattern.examples.noMatch {
        let bytes = Array(example.text.utf8)
        #expect(
          try anchored.references(in: bytes, &scratch) == free.references(in: bytes, &scratch),
          "\(pattern.id): \(example.text)")
      }
    }
  }
}
