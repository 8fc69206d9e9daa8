import Patterns
import Testing

@testable import Revealing

@Suite struct AnchorIndexTests {
  private static func stretches(
    _ literals: [[String]], _ text: String, reach: Int = 4
  ) -> [[ClosedRange<Int>]] {
    AnchorIndex(literals.map { Requirement(literals: $0) })
      .stretches(in: Array(text.utf8), reach: reach)
  }

  @Test func `a stretch begins so far before its literal`() {
    #expect(Self.stretches([["mayor"]], "see the Mayor") == [[4...8]])
    #expect(Self.stretches([["see"]], "see the Mayor") == [[0...0]])
  }

  @Test func `stretches that meet are one`() {
    #expect(Self.stretches([["ab"]], "ab..ab..........ab") == [[0...4, 12...16]])
  }

  @Test func `without a literal all of a text is a stretch`() {
    #expect(Self.stretches([[]], "abc") == [[0...2]])
    #expect(Self.stretches([[]], "") == [[]])
  }

  @Test func `literals of one letter and literals inside others are met`() {
    #expect(
      Self.stretches([["#"], ["ab", "abc"], ["abd"]], "abc#", reach: 0) == [[3...3], [0...0], []])
  }

  @Test func `a stretch does not begin inside a character`() {
    #expect(Self.stretches([["mayor"]], "ééémayor", reach: 3) == [[2...6]])
  }
}
