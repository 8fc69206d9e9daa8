import Patterns
import Testing

/// The regex of each pack ends in a `)` too many; the mistake must be reported at that very place.
@Suite struct SourceTextTests {
  private func pack(_ regex: String) -> String {
    """
    pack: a
    version: 1
    finds: x
    define: {m: 'bcd'}
    patterns:
      - {id: a/b, category: ID, hipaa: R, finds: x, confidence: 1, match: [q], regex: y}
      - id: a/c
        category: ID
        hipaa: R
        finds: x
        confidence: 1
        match: [q]
        regex: \(regex)
    """
  }

  @Test(arguments: [
    ("a)", 13, 13),
    ("'a)'", 13, 14),
    ("'it''s )'", 13, 19),
    ("\"a)\"", 13, 14),
    ("\"a\\\\d)\"", 13, 17),
    ("'é{{m}})'", 13, 19),
    ("|\n      a\n      b)", 15, 8),
    ("|2-\n      a\n      b)", 15, 8),
    ("|\n\n      a\n        b )", 16, 11),
    ("| # why\n      a\n\n      )", 16, 7),
    (">\n      a\n      b)", 15, 8),
    (">\n      a\n\n      b)", 16, 8),
    ("a\n      b)", 14, 8),
    ("'a\n\n      b)'", 15, 8),
    ("\"a\n      b)\"", 14, 8),
    ("|\r\n      a\r\n      b)", 15, 8),
    ("|\r\n      a\r\n\r\n      b)", 16, 8),
    ("\"\\x61\\t\n      \\u00e9b)\"", 14, 14),
    ("\"a\\\n      \\_b)\"", 14, 10),
    ("|\n      {{m}}{{m}}\n      x{{m}})", 15, 13),
  ])
  func `a mistake in a regex is reported where it stands in the file`(
    regex: String, line: Int, column: Int
  ) {
    let told = SamplePack.parse(pack(regex)).diagnostics
    #expect(told.map(\.position) == [Position(line: line, column: column)], "\(told)")
    #expect(told.first?.message.contains("unmatched closing parenthesis") == true)
  }

  @Test func `a mistake in a fragment is reported where the regex uses it`() {
    let text = pack("|\n      a\n      {{m}}").replacingFirst("m: 'bcd'", with: "m: 'b)'")
    let told = SamplePack.parse(text).diagnostics
    #expect(told.map(\.position) == [Position(line: 15, column: 7)])
    #expect(told.first?.message.contains("in {{m}} of contact.yaml:4") == true)
  }

  @Test func `a byte order mark moves nothing`() {
    let plain = SamplePack.parse(pack("a)")).diagnostics
    let marked = SamplePack.parse("\u{FEFF}" + pack("a)")).diagnostics
    #expect(plain == marked)
  }

  @Test func `bytes that are no UTF-8 are reported at the first of them`() {
    let bytes = Array("pack: a\nfinds: é".utf8) + [0xFF]
    let told = PackParser.parse([PackSource(file: "a.yaml", bytes: bytes)]).diagnostics
    #expect(
      told.map(\.description) == [
        "a.yaml:2:9: error: the file is not UTF-8 from here on; save it as UTF-8"
      ])
  }
}
