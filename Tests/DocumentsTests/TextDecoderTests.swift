import Testing

@testable import Documents

@Suite struct TextDecoderTests {
  private static let readable: [(String, [UInt8], TextEncoding)] = [
    ("", [], TextEncoding.utf8),
    ("plain", Array("plain".utf8), .utf8),
    ("Nu\u{f1}ez \u{1f600}", Array("Nu\u{f1}ez \u{1f600}".utf8), .utf8),
    ("", [0xef, 0xbb, 0xbf], .utf8WithBOM),
    ("Vale", [0xef, 0xbb, 0xbf] + Array("Vale".utf8), .utf8WithBOM),
    ("", [0xff, 0xfe], .utf16LittleEndian),
    ("A\u{e9}\u{1f600}", [0xff, 0xfe, 0x41, 0, 0xe9, 0, 0x3d, 0xd8, 0, 0xde], .utf16LittleEndian),
    ("A\u{e9}\u{1f600}", [0xfe, 0xff, 0, 0x41, 0, 0xe9, 0xd8, 0x3d, 0xde, 0], .utf16BigEndian),
    ("\u{738b}", [0xfe, 0xff, 0x73, 0x8b], .utf16BigEndian),
    ("Ann\n", [0x41, 0, 0x6e, 0, 0x6e, 0, 0x0a, 0], .utf16LittleEndian),
    ("Ann\n", [0, 0x41, 0, 0x6e, 0, 0x6e, 0, 0x0a], .utf16BigEndian),
    ("An \u{738b}", [0x41, 0, 0x6e, 0, 0x20, 0, 0x8b, 0x73], .utf16LittleEndian),
    ("Nu\u{f1}ez", [0x4e, 0x75, 0xf1, 0x65, 0x7a], .latin1),
    (
      "37 \u{b0}C \u{b1} 5 \u{b5}g",
      [0x33, 0x37, 0x20, 0xb0, 0x43, 0x20, 0xb1, 0x20, 0x35, 0x20, 0xb5, 0x67], .latin1
    ),
    ("Ann\u{2019}s", [0x41, 0x6e, 0x6e, 0x92, 0x73], .windows1252),
    (
      "\u{201c}so\u{201d} \u{2013} \u{160}\u{20ac}",
      [0x93, 0x73, 0x6f, 0x94, 0x20, 0x96, 0x20, 0x8a, 0x80], .windows1252
    ),
  ]

  @Test(arguments: readable)
  func `bytes are read in the encoding they are in`(
    _ text: String, _ bytes: [UInt8], _ encoding: TextEncoding
  ) throws {
    let expected = DecodedText(text: Array(text.utf8), encoding: encoding)
    #expect(try TextDecoder.decode(bytes) == expected)
  }

  private static let refused: [(String, [UInt8], String)] = [
    ("overlong", [0x41, 0xc0, 0xaf], "mixed-encodings"),
    ("overlong, three bytes", [0xe0, 0x80, 0xaf], "mixed-encodings"),
    ("a surrogate", [0xed, 0xa0, 0x80], "mixed-encodings"),
    ("beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80], "mixed-encodings"),
    (
      "UTF-8 and Latin-1", Array("Nu\u{f1}ez".utf8) + [0x20, 0x4e, 0x75, 0xf1, 0x65, 0x7a],
      "mixed-encodings"
    ),
    ("UTF-8 cut at its end", Array("Ren\u{e9} Ren".utf8) + [0xc3], "mixed-encodings"),
    ("a mark before what is no UTF-8", [0xef, 0xbb, 0xbf, 0x4e, 0xf1], "undecodable"),
    ("an undefined byte of Windows-1252", [0x41, 0x81, 0x42], "undecodable"),
    ("Cyrillic (Windows-1251)", [0xcf, 0xe0, 0xf6, 0xe8, 0xe5, 0xed, 0xf2], "undecodable"),
    ("Shift JIS", [0x89, 0xa4, 0x8f, 0xac, 0x96, 0xbe], "undecodable"),
    ("code page 850: M\u{fc}ller", [0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72], "undecodable"),
    ("code page 850: M\u{f6}ller", [0x4d, 0x94, 0x6c, 0x6c, 0x65, 0x72], "undecodable"),
    ("Mac Roman: M\u{fc}ller", [0x6d, 0x4d, 0x61, 0x9f, 0x6c, 0x65], "undecodable"),
    ("ISO 8859-2: Paw\u{142}owski", [0x50, 0x61, 0x77, 0xb3, 0x6f, 0x77], "undecodable"),
    ("UTF-16 with half a pair", [0xff, 0xfe, 0x41, 0x00, 0x42], "undecodable"),
    ("UTF-16 with a lone lead", [0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00], "undecodable"),
    ("UTF-16 that ends in a lead", [0xff, 0xfe, 0x41, 0x00, 0x3d, 0xd8], "undecodable"),
    ("UTF-16 with a lone trail", [0xfe, 0xff, 0xde, 0x00], "undecodable"),
    ("UTF-32", [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0], "nul-bytes"),
    ("a zero byte in text", [0x41, 0x00, 0x42], "nul-bytes"),
    ("a zero byte in Latin-1", [0x41, 0xe9, 0x00, 0x42, 0x43], "nul-bytes"),
    ("zeros on both sides", [0x41, 0, 0, 0x42, 0x43, 0], "nul-bytes"),
    ("backspace", [0x41, 0x08, 0x42], "control-characters"),
    ("escape", [0x1b, 0x5b, 0x38, 0x6d], "control-characters"),
    ("delete", [0x41, 0x7f], "control-characters"),
    ("a C1 control in UTF-8", [0x4d, 0xc2, 0x9f, 0x6c], "control-characters"),
    ("a control in UTF-16", [0xff, 0xfe, 0x08, 0x00], "control-characters"),
    ("a DOS end of file in the middle", [0x41, 0x1a, 0x42], "control-characters"),
    ("a file separator inside a line", [0x41, 0x1c, 0x42], "control-characters"),
  ]

  @Test(arguments: refused)
  func `bytes that cannot be read for certain are refused`(
    _ what: String, _ bytes: [UInt8], _ code: String
  ) {
    let refusal = #expect(throws: DocumentRefusal.self, "\(what)") { try TextDecoder.decode(bytes) }
    #expect(refusal?.code == code, "\(what)")
  }

  @Test(arguments: [
    "a\tb\r\nc\u{b}d\u{c}e", "\u{b}MSH|^~\\&|A\rPID|1\r\u{1c}\r", "end of file\u{1a}",
    "next\u{85}line", "zero\u{200b}width", "\u{fffd}",
  ])
  func `a text may hold what people's programs put into it`(_ text: String) throws {
    #expect(try TextDecoder.decode(Array(text.utf8)).text == Array(text.utf8))
  }

  @Test func `a refusal tells where, counted as an editor counts`() {
    let refusal = #expect(throws: DocumentRefusal.self) {
      try TextDecoder.decode(Array("one\ntwo\nthr\u{8}ee".utf8))
    }
    #expect(refusal == .controlCharacter(Place(offset: 11, in: Array("one\ntwo\nthr\u{8}ee".utf8))))
    #expect(refusal?.explanation.contains("Line 3 ") == true)
  }
}
