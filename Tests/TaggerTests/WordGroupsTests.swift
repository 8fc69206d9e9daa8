import TestSupport
import Testing

@testable import Tagger

/// Which words are used alike, as a look-up and in a model's file.
@Suite struct WordGroupsTests {
  @Test func `a word has its group, and any other word has none`() {
    var generator = SeededGenerator(seed: 11)
    var expected: [UInt32: UInt16] = [:]
    for _ in 0..<3000 {
      expected[.random(in: 1...UInt32.max, using: &generator)] = .random(
        in: 1...UInt16.max, using: &generator)
    }
    let groups = WordGroups(expected.map { WordGroups.Entry(word: $0.key, group: $0.value) })
    #expect(groups.entries.count == expected.count)
    for (word, group) in expected { #expect(groups.group(of: word) == group) }
    for _ in 0..<3000 {
      let word = UInt32.random(in: 0...UInt32.max, using: &generator)
      #expect(groups.group(of: word) == expected[word] ?? 0)
    }
  }

  @Test func `no groups, the word 0 and the group 0 say nothing`() {
    #expect(WordGroups.none.group(of: 0) == 0 && WordGroups.none.group(of: 7) == 0)
    let groups = WordGroups([.init(word: 0, group: 3), .init(word: 5, group: 0)])
    #expect(groups == .none)
  }

  @Test func `of a word given twice the smaller group counts, in whatever order they come`() {
    let entries = [
      WordGroups.Entry(word: 9, group: 4), .init(word: 2, group: 8), .init(word: 9, group: 3),
    ]
    let groups = WordGroups(entries)
    #expect(groups.group(of: 9) == 3 && groups.group(of: 2) == 8)
    #expect(groups == WordGroups(entries.reversed()))
  }

  @Test func `a model has the groups it was written with`() throws {
    let random = RandomModel(seed: 12)
    #expect(random.weights.groups.entries.count == 90)
    #expect(try random.model.groups == random.weights.groups)
  }
}
