import Testing

@testable import Documents

@Suite struct OutputNameTests {
  private static let id = DocumentID(fixed: "01hf7yat00000000003k9x2m7a")

  @Test(arguments: [
    ("[NAME-1] case final", "txt", "[NAME-1] case final-3k9x2m7a.txt"),
    ("case", nil, "case-3k9x2m7a.txt"),
    ("case", "md", "case-3k9x2m7a.md"),
    ("case", "exe", "case-3k9x2m7a.txt"),
    ("", "hl7", "document-3k9x2m7a.hl7"),
    (" .-. ", nil, "document-3k9x2m7a.txt"),
    ("../../etc/passwd", nil, "etc passwd-3k9x2m7a.txt"),
    ("..\\C:\\x", nil, "C x-3k9x2m7a.txt"),
    ("--rf", nil, "rf-3k9x2m7a.txt"),
    ("-\u{301}rf", nil, "rf-3k9x2m7a.txt"),
    (".hidden", nil, "hidden-3k9x2m7a.txt"),
    ("a\u{0}b\nc\u{7f}d\u{200b}e\u{202e}f", nil, "a b c d e f-3k9x2m7a.txt"),
    ("R\u{e9}sum\u{e9} \u{738b} 2", nil, "R\u{e9}sum\u{e9} \u{738b} 2-3k9x2m7a.txt"),
    ("a;b|c$(d)`e`*?\"<>'&", nil, "a b c d e-3k9x2m7a.txt"),
    ("v1.2_final", nil, "v1.2_final-3k9x2m7a.txt"),
  ])
  func `a name in the outbox is safe and readable`(
    _ stem: String, _ knownExtension: String?, _ expected: String
  ) {
    let name = OutputName(
      scrubbedStem: stem, knownExtension: knownExtension, id: OutputNameTests.id)
    #expect(name.text == expected)
    #expect(name.report == "\(expected).report.md")
  }

  @Test func `a long name is cut at a whole character and a whole tag`() {
    let letters = String(repeating: "\u{e9}", count: 200)
    let name = OutputName(scrubbedStem: letters, knownExtension: "txt", id: OutputNameTests.id)
    #expect(name.text.utf8.count == 119)
    let tagged = String(repeating: "a", count: 100) + " [NAME-1] end"
    let cut = OutputName(scrubbedStem: tagged, knownExtension: "txt", id: OutputNameTests.id)
    #expect(cut.text == String(repeating: "a", count: 100) + "-3k9x2m7a.txt")
  }

  @Test func `no stem gives an unsafe name`() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<3_000 {
      var stem = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<90, using: &random) {
        stem.append(Unicode.Scalar(UInt32.random(in: 0..<0x3000, using: &random)) ?? "/")
      }
      let text = OutputName(
        scrubbedStem: String(stem), knownExtension: "csv", id: OutputNameTests.id
      ).text
      let bytes = Array(text.utf8)
      #expect(bytes.count <= OutputName.longest)
      #expect(bytes.suffix(13).elementsEqual("-3k9x2m7a.csv".utf8))
      #expect(!Array(".- ".utf8).contains(bytes[0]))
      #expect(!bytes.contains { $0 < 0x20 || $0 == 0x2f || $0 == 0x5c || $0 == 0x7f })
    }
  }

  @Test(arguments: [
    ("smith case final.txt", "smith case final", "txt"), ("NOTE.TXT", "NOTE", "txt"),
    ("visit.smith", "visit.smith", nil), ("a.tar.gz", "a.tar.gz", nil), ("noext", "noext", nil),
    (".txt", "", "txt"), ("a.", "a.", nil), ("", "", nil), ("x.report.md", "x.report", "md"),
  ])
  func `only a known extension is taken off a name`(
    _ name: String, _ stem: String, _ knownExtension: String?
  ) {
    let parts = NameParts(fileName: name)
    #expect(parts.stem == stem)
    #expect(parts.knownExtension == knownExtension)
  }
}

extension DocumentID {
  /// An id whose text the test chose.
  fileprivate init(fixed text: String) {
    var random = SeededGenerator(seed: 0)
    self = DocumentID(text) ?? DocumentID(milliseconds: 0, using: &random)
  }
}
