import Testing

@testable import Detection

@Suite struct WordFilterTests {
  @Test func `what was put in is never refused, and most else is`() {
    var random = SplitMix(state: 2)
    for count in [0, 1, 10, 100] {
      var filter = WordFilter()
      let inside = (0..<count).map { _ in random.next() }
      for hash in inside { filter.insert(hash) }
      #expect(inside.allSatisfy(filter.mayContain))
      let passed = (0..<2_000).count { _ in filter.mayContain(random.next()) }
      #expect(passed <= count * 2_000 / 1_000)
    }
  }
}
