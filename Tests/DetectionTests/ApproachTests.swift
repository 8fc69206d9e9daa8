import PCRE2
import TestSupport
import Testing

@testable import Detection
@testable import Patterns

/// What stands between the start of a match and its landmark, read from the landmark back.
@Suite struct ApproachTests {
  /// Where the approach to the landmark that begins at `mark` can begin; nil when that may be anywhere.
  private static func starts(_ source: String, _ text: [UInt8], before mark: Int) throws -> [Int]? {
    let pattern = try CompiledPattern(source, options: [.utf])
    let skeletons = SkeletonSet(
      [MatchSkeleton(pattern)], landmarks: [Landmark(pattern, mostCost: .infinity)])
    var tables = SkeletonTables(try #require(skeletons.sides?.approaches))
    var starts: [Int] = []
    return tables.approach(0, in: text.span, to: mark, &starts) ? starts : nil
  }

  /// A text with its landmark behind `|` and the starts of matches behind `^`.
  private static func read(_ marked: String) -> (text: [UInt8], mark: Int, starts: [Int]) {
    var text: [UInt8] = []
    var mark = 0
    var starts: [Int] = []
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "|"): mark = text.count
      case UInt8(ascii: "^"): starts.append(text.count)
      default: text.append(byte)
      }
    }
    return (text, mark, starts)
  }

  @Test(arguments: [
    // At the landmark itself.
    ("chef", "a ^|chef"),
    ("\\b(?:an?|the)\\h[a-z]+-(?:maker|smith)\\b", "so ^the cheese|-maker"),
    ("\\b(?:an?|the)\\h[a-z]+-(?:maker|smith)\\b", "so their cheese|-maker"),
    // A match may begin at several places: what looks where it begins is asked later.
    ("[a-z]+\\h+chef", "a ^o^l^d  |chef"),
    ("(?:[a-z]+\\h){1,2}chef", "a ^v^e^r^y ^o^l^d |chef"),
    ("[a-z]+\\h+chef", "a old, |chef"),
    // What is outside ASCII is read byte by byte as well.
    ("x[é-ü]\\h*chef", "y ^xü\u{a0} |chef"),
    ("x[é-ü]\\h*chef", "y ü\u{a0} |chef"),
    // Each branch has its own.
    ("(?:old\\hchef|new\\hcook)", "^old |chef"),
    ("(?:old\\hchef|new\\hcook)", "few |cook"),
    // The first of several.
    ("[0-9](?:-chef)+", "^7|-chef-chef"),
    ("[0-9](?:-chef)+", "7-chef|-chef"),
    // Of a group called by its name.
    ("(?(DEFINE)(?<w>[xy]{2}))(?&w)\\hchef", "y^xy |chef"),
    // What only looks takes no room.
    ("(?=[a-z]+chef)[a-z]", "^a^b^c|chef"),
  ])
  func `what stands before a landmark tells where matches begin`(
    _ source: String, _ marked: String
  ) throws {
    let (text, mark, starts) = ApproachTests.read(marked)
    let found = try #require(try ApproachTests.starts(source, text, before: mark))
    #expect(found.sorted() == starts)
  }

  @Test func `behind what is not known a match may begin anywhere`() throws {
    let text = Array("abab chef".utf8)
    #expect(try ApproachTests.starts("(ab)\\1\\hchef", text, before: 5) == nil)
  }

  @Test func `one that is long may begin anywhere`() throws {
    let text = [UInt8](repeating: 0x61, count: 2 * SkeletonTables.longestWalk) + Array("-chef".utf8)
    #expect(
      try ApproachTests.starts("[a-z]+-chef", text, before: 2 * SkeletonTables.longestWalk) == nil)
  }

  @Test func `what is read back goes through the compiled form`() throws {
    let pattern = try CompiledPattern("(?:an?|the)\\h[a-z]+-maker", options: [.utf])
    let made = SkeletonSet(
      [MatchSkeleton(pattern)], landmarks: [Landmark(pattern, mostCost: .infinity)])
    let read = try SkeletonSet(CompiledSection(made.flat), rules: 1)
    #expect(read.flat == made.flat)
    let approach = try #require(made.sides?.approaches.skeleton(of: 0)?.skeleton)
    #expect(read.sides?.approaches.skeleton(of: 0)?.skeleton == approach)
    #expect(read.sides?.approaches.sides == nil)
  }

  @Test func `a place is read from once, as long as it is remembered`() {
    var tried = TriedPlaces()
    let places = [(3, 70), (3, 70), (4, 70), (3, 71), (3, 70)]
    #expect(places.map { tried.insert($0, $1) } == [true, false, true, true, false])
    tried.removeAll()
    let isNew = tried.insert(3, 70)
    #expect(isNew)
  }
}
