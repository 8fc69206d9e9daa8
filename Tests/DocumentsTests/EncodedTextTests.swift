import Testing

@testable import Documents

@Suite struct EncodedTextTests {
  private static let sentence =
    "UGF0aWVudCBPcnJpbiBWYWxlIHdhcyBzZWVuIG9uIDMgTWF5IGFuZCBnaXZlbiAxMCBtZyBhdCBub29uLg"

  private static let encoded: [(text: String, offset: Int)] = [
    ("data: \(sentence)\(sentence)", 6),
    ("x\n\(sentence.prefix(64))\n\(sentence.prefix(64))\n", 2),
    ("x\r\n\(sentence.prefix(76))\r\n\(sentence.prefix(76))\r\n", 3),
    ("Gonz&aacute;lez", 4), ("Mu&#241;oz", 2), ("Mu&#xF1;oz", 2), ("&Scaron;ek", 0),
    ("Wei&szlig;", 3),
    ("&#83;mith", 0), ("\"Mu\\u00f1oz\"", 3), ("O\\u2019Brien", 1), ("O\\u0027Brien", 1),
    ("n\\u0303", 1),
    ("Subject: x\nContent-Transfer-Encoding: base64\n", 11),
    ("content-transfer-encoding:QUOTED-PRINTABLE\n", 0),
  ]

  @Test(arguments: encoded)
  func `text in codes is refused`(_ text: String, _ offset: Int) {
    #expect(EncodedText.firstPassage(in: Array(text.utf8)) == offset)
    let refusal = #expect(throws: DocumentRefusal.self) { try TextDecoder.decode(Array(text.utf8)) }
    #expect(refusal?.code == "encoded-text")
  }

  private static let plain = [
    "", "&", "&;", "\\", "\\u", "\\u00", "a &lt; b &amp; c &nbsp; &beta;-blocker &#946; &#8805; 5",
    "patient\\u2019s, 5 \\u2265 3, \\u03b2", "R&D; AT&T; Q&A", "\\users\\u12",
    "Content-Transfer-Encoding: 8bit\n", "see Content-Transfer-Encoding: base64",
    String(repeating: "ACGT", count: 100), String(repeating: "0123456789abcdef", count: 20),
    String(sentence.prefix(76)) + "\nends here\n",
    "one\ntwo\n" + String(repeating: "word\n", count: 90),
    String(repeating: "https://a.example/Path1/", count: 9),
  ]

  @Test(arguments: plain)
  func `plain text is not taken for codes`(_ text: String) {
    #expect(EncodedText.firstPassage(in: Array(text.utf8)) == nil)
  }
}
