import Testing

@testable import Documents

@Suite struct EncodingRoundTripTests {
  /// Characters to draw from: some of each width, script and trouble.
  private static let alphabets: [TextEncoding: [Unicode.Scalar]] = {
    let ascii = Array(" \n\r\tabcXYZ019.,;:[]-_'\"&<>".unicodeScalars)
    let latin = (0xc0...0xff).compactMap { Unicode.Scalar(UInt32($0)) }
    let typographic = Array("\u{2019}\u{2013}\u{160}\u{153}\u{20ac}".unicodeScalars)
    let wide = Array(
      "\u{738b}\u{301}\u{200d}\u{feff}\u{1f600}\u{10ffff}\u{e000}\u{d7ff}\u{800}\u{7ff}"
        .unicodeScalars)
    let all = ascii + latin + typographic + wide
    return [
      .utf8: all, .utf8WithBOM: all, .utf16LittleEndian: all, .utf16BigEndian: all,
      .latin1: ascii + latin, .windows1252: ascii + latin + typographic,
    ]
  }()

  @Test(arguments: TextEncoding.allCases)
  func `what is encoded is decoded to the same text`(_ encoding: TextEncoding) throws {
    var random = SeededGenerator(seed: 11)
    let alphabet = try #require(EncodingRoundTripTests.alphabets[encoding])
    var decodings = 0
    for length in 0..<400 {
      var scalars = String.UnicodeScalarView()
      // A mark at the start would be the file's own.
      scalars.append("a")
      for _ in 0..<(length % 40) { scalars.append(alphabet.randomElement(using: &random) ?? "a") }
      let text = Array(String(scalars).utf8)
      let bytes = try #require(encoding.encode(text))
      do {
        let decoded = try TextDecoder.decode(bytes)
        guard
          decoded.encoding == encoding || bytes.allSatisfy({ $0 < 0x80 })
            || encoding == .windows1252
        else { continue }
        #expect(decoded.text == text)
        #expect(decoded.encoding.encode(decoded.text) == bytes)
        decodings += 1
      } catch {
        // Random letters in one byte each rarely look like Western words; Unicode must always be read.
        #expect(encoding == .latin1 || encoding == .windows1252)
      }
    }
    #expect(decodings > 30)
  }

  @Test(arguments: [
    (TextEncoding.latin1, "\u{2019}"), (.latin1, "\u{100}"), (.latin1, "\u{85}"),
    (.windows1252, "\u{81}"), (.windows1252, "\u{738b}"), (.windows1252, "\u{1f600}"),
  ])
  func `a character without a byte cannot be encoded`(_ encoding: TextEncoding, _ text: String) {
    #expect(encoding.encode(Array(text.utf8)) == nil)
  }

  @Test(arguments: TextEncoding.allCases)
  func `a tag can be written in every encoding, bytes that are no UTF-8 in none`(
    _ encoding: TextEncoding
  ) throws {
    let tag = Array("[NAME-1]".utf8)
    let bytes = try #require(encoding.encode(tag))
    #expect(bytes.starts(with: encoding.byteOrderMark))
    #expect(encoding.encode([0x41, 0xff]) == nil)
  }

  @Test func `random bytes never crash, and what is read can be written`() {
    var random = SeededGenerator(seed: 12)
    var read = 0
    for round in 0..<20_000 {
      let length = Int.random(in: 0..<24, using: &random)
      var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      if round.isMultiple(of: 4) { bytes = bytes.map { $0 & 0x7f | 0x20 } }
      if round % 4 == 1 { bytes = (TextEncoding.allCases[round / 4 % 6].byteOrderMark) + bytes }
      if round % 4 == 2 { bytes = bytes.map { $0.isMultiple(of: 9) ? $0 : $0 % 26 + 0x61 } }
      guard let decoded = try? TextDecoder.decode(bytes) else { continue }
      read += 1
      let written = decoded.encoding.encode(decoded.text)
      let hasLostMark = bytes.starts(with: decoded.encoding.byteOrderMark) == false
      #expect(written == (hasLostMark ? decoded.encoding.byteOrderMark + bytes : bytes))
    }
    #expect(read > 2_000)
  }

  @Test func `cutting a readable file anywhere never crashes`() throws {
    let text = Array("Ren\u{e9} N\u{fa}\u{f1}ez \u{2019}\u{1f600} saw\nDr. Vale".utf8)
    for encoding in [TextEncoding.utf8, .utf8WithBOM, .utf16LittleEndian, .utf16BigEndian] {
      let bytes = try #require(encoding.encode(text))
      for end in bytes.indices {
        guard let decoded = try? TextDecoder.decode(Array(bytes[..<end])) else { continue }
        #expect(decoded.encoding != encoding || text.starts(with: decoded.text))
      }
    }
  }
}
