import Testing

@testable import Documents

@Suite struct WesternTextTests {
  @Test(arguments: [
    "Ren\u{e9}e Fran\u{e7}ois-N\u{fa}\u{f1}ez", "JOS\u{c9} MU\u{d1}OZ", "\u{c5}sa \u{d6}berg",
    "don\u{2019}t\u{2014}well, a\u{2026}b", "10\u{a0}mg\u{b7}kg, 2\u{d7}daily, 37\u{b0}C",
    "Br\u{fc}\u{df}le, Z\u{f6}\u{e9}",
    "na\u{ef}ve \u{ab}so\u{bb} 5 \u{b1} 2 \u{b5}g \u{bd} \u{a3}3",
    "Dr. D\u{2019}\u{c9}on", "\u{201c}Yes,\u{201d} she said", "Lipitor\u{ae} 10", "3 m\u{b2}",
  ])
  func `Western text is not doubted`(_ text: String) throws {
    let bytes = try #require(TextEncoding.windows1252.encode(Array(text.utf8)))
    #expect(WesternText.firstDoubt(in: bytes) == nil)
    #expect(try TextDecoder.decode(bytes).text == Array(text.utf8))
  }

  private static let doubted: [([UInt8], Int)] = [
    ([0x41, 0x8d], 1), ([0x61, 0xa3, 0x62], 1), ([0x61, 0xc9], 1), ([0x61, 0x8e, 0x62], 1),
    ([0xe0, 0xe1, 0xe2], 2), ([0x20, 0xe0, 0x20, 0xf1, 0xe8, 0x61, 0xea, 0x94, 0xea], 7),
  ]

  @Test(arguments: doubted)
  func `a byte that stands where Western text has none is doubted`(
    _ bytes: [UInt8], _ offset: Int
  ) {
    #expect(WesternText.firstDoubt(in: bytes) == offset)
  }
}
