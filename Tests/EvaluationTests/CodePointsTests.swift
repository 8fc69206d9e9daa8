import Testing

@testable import Evaluation

@Suite struct CodePointsTests {
  @Test(arguments: [
    ("", []), ("one", ["one"]), (" a_b-c ", ["a_b", "c"]), ("don't", ["don", "t"]),
    ("N\u{fa}\u{f1}ez \u{661}\u{662}", ["N\u{fa}\u{f1}ez", "\u{661}\u{662}"]),
    ("n\u{303}a", ["n", "a"]), ("\u{bd}x\u{b2} \u{2163}", ["\u{bd}x\u{b2}", "\u{2163}"]),
    ("\u{738b}\u{5c0f} \u{1f600}", ["\u{738b}\u{5c0f}"]), ("a\u{ad}b\u{200d}c", ["a", "b", "c"]),
  ])
  func `words are runs of letters, numbers and underscores`(_ text: String, _ words: [String]) {
    let points = CodePoints(text)
    #expect(points.tokens.map { points.scalars.text($0) } == words)
  }

  @Test(arguments: [
    (0..<1, [0..<3]), (3..<4, []), (2..<5, [0..<3, 4..<6]), (5..<5, [4..<6]), (4..<4, []),
    (6..<99, []),
  ])
  func `tokens are found by the range they overlap`(
    _ range: Range<Int>, _ expected: [Range<Int>]
  ) {
    #expect(Array(CodePoints("abc de").tokens(overlapping: range)) == expected)
  }

  @Test(arguments: [
    ("\u{1c}" as Unicode.Scalar, true), ("\u{85}", true), ("\u{a0}", true), ("\u{3000}", true),
    ("\u{200b}", false), ("a", false),
  ])
  func `white space is what Python takes for it`(_ scalar: Unicode.Scalar, _ expected: Bool) {
    #expect(CodePoints.isSpace(scalar) == expected)
  }
}
