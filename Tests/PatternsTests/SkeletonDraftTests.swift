import PCRE2
import Testing

@testable import Patterns

/// What is the same in a regex stands in its skeleton once.
@Suite struct SkeletonDraftTests {
  /// The states that consume a byte.
  private static func bytes(_ source: String) throws -> Int {
    let skeleton = try #require(MatchSkeleton(try CompiledPattern(source, options: [.utf])))
    return skeleton.states.count { $0.kind == .bytes || $0.kind == .bytesOrEnd }
  }

  @Test(arguments: [
    // What alternatives begin with, and what they end with.
    ("(?:abcx|abcy|abz)", 5),
    ("(?:neurologist|cardiologist)", 16),
    ("(?:a|ab|abc)d", 4),
    // Bytes behind which the same follows.
    ("(?:cat|bat|rat)", 3),
    ("(?:a|b|[c-e])\\d", 2),
    // Loops that go on at the same.
    ("(?:a[xy]+|b[xy]+)z", 3),
    ("(?:é|ê)x", 3),
    // What stands twice with something else behind it is not shared.
    ("ab(?:1ab|2)", 6),
    ("(?:ax?b|ax?c)", 3),
  ])
  func `what is the same stands once`(_ source: String, _ count: Int) throws {
    #expect(try SkeletonDraftTests.bytes(source) == count)
  }

  @Test func `a lookahead has larger numbers than what it stands before`() throws {
    let skeleton = try #require(
      MatchSkeleton(try CompiledPattern("x(?=abcd)(?:a|[b-c])bcd", options: [.utf])))
    let both = try #require(skeleton.states.first { $0.kind == .both })
    #expect(both.other > both.next)
    #expect(skeleton.states.count { $0.kind == .bytes } == 9)
  }

  @Test func `nothing is left that is not reached`() throws {
    let skeleton = try #require(
      MatchSkeleton(try CompiledPattern("(?:aq|bq|cq|\\bdq)+\\d\\b", options: [.utf])))
    var isReached = Set([0, skeleton.start])
    var open = [skeleton.start]
    while let number = open.popLast() {
      let state = skeleton.states[Int(number)]
      let second = state.kind == .boundary ? [state.other + 1] : []
      for next in [state.next, state.other] + second where isReached.insert(next).inserted {
        open.append(next)
      }
    }
    #expect(isReached.count == skeleton.states.count)
    let sets = skeleton.states.filter { $0.kind.hasSet }.map(\.set)
    #expect(Set(sets).count == skeleton.sets.count)
  }
}
