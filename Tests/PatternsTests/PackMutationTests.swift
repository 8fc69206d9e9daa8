import Patterns
import Testing

/// Whatever is done to a pack's bytes, the answer is a pack set or a list of mistakes.
@Suite struct PackMutationTests {
  /// Xorshift: the same mutations on every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private static let pieces: [[UInt8]] =
    [
      "{{", "}}", "[[", "]]", "&a ", "*a", "- ", ": ", "? ", "|", ">", "'", "\"", "#", "!!str ",
      "\n", "\r",
      "\t", "{", "[", "(?<", ")", "\\", "\u{85}", "\u{2028}", "é", "\u{FEFF}", "\0", "---\n",
      "...\n", "%",
      "<<: ", "(?<=", "*", "{9}", "\"\\uD800\"", "\u{301}", "~",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  private func mutate(_ bytes: inout [UInt8], _ generator: inout Generator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 0...12, using: &generator))
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: place)
    case 2:
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...place, using: &generator))
    default:
      if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
    }
  }

  @Test(arguments: 1...20)
  func `a mutated pack is parsed or refused with places inside the file`(seed: UInt64) {
    var generator = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<150 {
      var bytes = Array(SamplePack.text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, &generator) }
      let result = PackParser.parse([PackSource(file: "a.yaml", bytes: bytes)])
      #expect((result.packs == nil) == result.diagnostics.hasErrors)
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + bytes.count / 2
      #expect(
        result.diagnostics.allSatisfy { (1...(lines + 2)).contains($0.line) && $0.column >= 1 })
    }
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{{", "a: ", "&a [", "!!str [", "[*a", "'", "(", "[[a"])
  func `deep nesting is refused, not followed to the end of the stack`(piece: String) {
    let text = "pack: " + String(repeating: piece, count: 200_000 / piece.utf8.count)
    #expect(SamplePack.parse(text).packs == nil)
  }

  @Test func `a file that is no pack for its size is refused`() {
    let result = SamplePack.parse(String(repeating: "# \n", count: 400_000))
    #expect(result.diagnostics.map(\.message).first?.contains("split it") == true)
  }

  @Test func `aliases that would grow without end are refused`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let result = SamplePack.parse(text)
    #expect(result.diagnostics.first?.message.contains("anchors and aliases") == true)
  }
}
