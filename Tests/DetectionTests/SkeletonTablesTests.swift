import PCRE2
import Testing

@testable import Detection
@testable import Patterns

/// The tables answer as a walk through the skeleton does that remembers nothing.
@Suite struct SkeletonTablesTests {
  /// Whether a skeleton accepts a text from `place` on, told from the closures of all its ways after each byte.
  private static func accepts(_ skeleton: RuleSkeleton, _ text: [UInt8], from place: Int) -> Bool {
    var walk = ClosureWalk()
    var ways = [SkeletonThreads(skeleton.skeleton.start)]
    for step in place...text.count {
      walk.begin(skeleton.skeleton)
      for way in ways { walk.add(way) }
      let before = step == place ? nil : text[step - 1]
      if !walk.close(behind: before, skeleton.skeleton) { return true }
      if step == text.count { return walk.result.contains(where: skeleton.mayEnd) }
      ways = walk.result.filter { skeleton.takes($0, text[step]) }.map(skeleton.following)
    }
    return false
  }

  /// Whether the tables say so; they stop at `SkeletonTables.longestWalk`, which these texts are too short for.
  private static func canMatch(_ tables: inout SkeletonTables, _ text: [UInt8], from place: Int)
    -> Bool
  {
    var run = 0..<0
    return tables.canMatch(0, in: text.span, from: place, tables.start(of: 0), &run)
  }

  @Test func `tables accept what the skeleton accepts, learning and knowing`() {
    let matches = RandomRegex.each(of: 1_500, seed: 23) { pattern, texts in
      guard let skeleton = MatchSkeleton(pattern).map({ RuleSkeleton($0) }) else { return 0 }
      let skeletons = SkeletonSet([skeleton.skeleton], landmarks: [nil])
      guard skeletons.isAllKnown else { return 0 }
      var tables = SkeletonTables(skeletons)
      return texts.reduce(0) { matches, text in
        let expected = (0...text.count).map {
          SkeletonTablesTests.accepts(skeleton, text, from: $0)
        }
        for _ in 0..<2 {
          let answers = (0...text.count).map {
            SkeletonTablesTests.canMatch(&tables, text, from: $0)
          }
          #expect(answers == expected, "\(pattern.source) in \(text)")
        }
        return matches + expected.count { $0 }
      }
    }
    #expect(matches > 2_000)
  }

  @Test func `what was read before does not change what a text gives`() throws {
    let sources = [
      "[A-Z]\\w+\\h(?:\\w+\\h){0,3}Hospital\\b", "(?=.*x)(?=.*y)a\\w+", "\\b\\d+(?=\\h[a-z]+\\b)",
    ]
    let texts = ["Mercy General Hospital", "axby", "12 ab", "a Ab1 12 x y Hospital", "ayx 7 b-"]
      .map { Array($0.utf8) }
    for source in sources {
      let skeleton = MatchSkeleton(try CompiledPattern(source, options: [.utf]))
      let skeletons = SkeletonSet([skeleton], landmarks: [nil])
      var used = SkeletonTables(skeletons)
      for text in texts + texts.reversed() {
        var fresh = SkeletonTables(skeletons)
        for place in text.indices {
          let answer = SkeletonTablesTests.canMatch(&used, text, from: place)
          #expect(answer == SkeletonTablesTests.canMatch(&fresh, text, from: place))
        }
      }
    }
  }

  @Test func `lists are kept once for each rule`() {
    var lists = ListTable<Int32>()
    func add(_ list: [Int32], _ rule: Int) -> Int {
      let number = lists.number(of: list, rule)
      if number == lists.count { lists.add(list, rule) }
      return number
    }
    let numbers = (0..<3).flatMap { rule in
      (0..<400).map { add([Int32($0), Int32($0 * 7)], rule) }
    }
    #expect(numbers == Array(0..<1_200))
    #expect(add([5, 35], 1) == 405)
    #expect(add([35, 5], 1) == 1_200)
    #expect(add([5], 1) == 1_201)
    #expect(Array(lists.elements[lists.places(405)]) == [5, 35])
  }

  @Test func `a list of ways leaves out those that ask for more than another`() {
    var list = WayList()
    list.begin(states: 10)
    for way in [[7], [3, 7], [3, 4], [4, 3], [7]] as [[Int32]] {
      list.add(way.reduce(SkeletonThreads()) { $0.with($1) })
    }
    list.settle()
    #expect(list.ways == [SkeletonThreads(7), SkeletonThreads(3).with(4)])
    // A round begins with nothing known.
    list.begin(states: 10)
    list.add(SkeletonThreads(3).with(7))
    list.settle()
    #expect(list.ways == [SkeletonThreads(3).with(7)])
  }
}
