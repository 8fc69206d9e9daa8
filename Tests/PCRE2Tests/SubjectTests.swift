import PCRE2
import Testing

@Suite struct SubjectTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var offset: Int
    var testDescription: String { name }
  }

  @Test(arguments: [
    Bad(name: "stray continuation", bytes: [0x61, 0x62, 0x80, 0x63], offset: 2),
    Bad(name: "cut off", bytes: [0x61, 0xc3], offset: 1),
    Bad(name: "overlong slash", bytes: [0xc0, 0xaf], offset: 0),
    Bad(name: "surrogate", bytes: [0x61, 0xed, 0xa0, 0x80], offset: 1),
    Bad(name: "beyond Unicode", bytes: [0xf4, 0x90, 0x80, 0x80], offset: 0),
    Bad(name: "Latin-1", bytes: [0x4e, 0xfa, 0xf1, 0x65, 0x7a], offset: 1),
  ])
  func `a subject that is no UTF-8 is an error with its place`(_ bad: Bad) throws {
    for useJIT in [true, false] {
      let error = try #require(failure(CompiledPattern("zzz", useJIT: useJIT), bad.bytes))
      #expect(error.kind == .invalidUTF8)
      #expect(error.offset == bad.offset)
      #expect(!error.isLimit)
    }
  }

  @Test func `a start inside a code point or behind the end is an error`() throws {
    let pattern = try CompiledPattern("a")
    let text = Array("éa".utf8)
    for start in [1, 4, -1] {
      let error = #expect(throws: MatchError.self) { try matches(pattern, text, from: start) }
      #expect(error?.kind == .invalidOffset)
    }
    #expect(try matches(pattern, text, from: 2) == [[2..<3]])
    #expect(try matches(pattern, text, from: 3) == [])
  }

  @Test func `a subject known to be valid is searched alike`() throws {
    let pattern = try CompiledPattern("ñ+")
    let text = Array("Núñez Muñoz".utf8)
    var scratch = MatchScratch()
    #expect(try scratch.firstMatch(of: pattern, in: text.span, from: 0, subject: .isValid))
    #expect(scratch.range(ofGroup: 0) == 3..<5)
  }
}
