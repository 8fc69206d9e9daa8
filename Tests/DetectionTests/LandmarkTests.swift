import PCRE2
import TestSupport
import Testing

@testable import Detection
@testable import Patterns

/// What every match of a regex holds, and that looking only near it finds the same.
@Suite struct LandmarkTests {
  /// Capitals for what is one for sure, `<` and `>` where nothing of a word stands beside it.
  private static func shown(_ text: LandmarkText) -> String {
    let bytes = text.bytes.enumerated().map { text.edges.capitals >> $0 & 1 == 1 ? $1 & 0xdf : $1 }
    let (start, end) = (text.edges.startsWord ? "<" : "", text.edges.endsWord ? ">" : "")
    return start + String(decoding: bytes, as: UTF8.self) + end
  }

  private static func landmark(_ source: String, _ options: CompileOptions = [.utf]) throws
    -> (literals: [String], reach: Int)?
  {
    Landmark(try CompiledPattern(source, options: options), mostCost: .infinity).map {
      ($0.literals.map(shown), $0.reach)
    }
  }

  @Test(arguments: [
    ("chef", ["chef"], 0),
    ("(?i)Chef|BAKER", ["baker", "chef"], 0),
    // A small letter counts as the other case, every digit as any.
    ("MRN:?\\d{4}", ["MRN0000", "MRN:0000"], 0),
    ("(?:Mr|mR)\\.", ["Mr.", "mR."], 0),
    ("[Mm][dD]", ["md"], 0),
    ("[A-Z]\\d\\d/\\d\\d", ["00/00"], 1),
    // Parts without white space are of one run, and so is white space of any kind.
    ("[a-z]+-(?:[a-z]{1,9}/){0,4}keeper", ["<keeper"], 12),
    ("[a-z]+\\h+(?:x\\h*,\\h*)?keeper", ["<keeper"], 86),
    // A word is as long as it likes, and counts as twelve bytes.
    ("(?:[a-z]+\\x20){0,2}keeper", ["keeper"], 26),
    ("\\b(?:an?|the)\\x20[a-z]+-(?:maker|smith)\\b", ["-maker>", "-smith>"], 16),
    // What stands beside a word is known from what asks for it, or from what else must stand there.
    ("\\bMD\\b", ["<MD>"], 0),
    ("(?<![\\w-])(?:cook|baker)s?(?!\\w)", ["<baker>", "<bakers>", "<cook>", "<cooks>"], 0),
    ("[a-z]+\\x20+chef\\h", ["<chef>"], 24),
    ("\\b(?:[a-z]+-chef|cook)\\b", ["-chef>", "<cook>"], 12),
    ("\\b(?:cook)+s\\b", ["<cook"], 0),
    ("(?=chef)\\b[a-z]+", ["chef"], 0),
    ("^chef|chef$", ["chef>", "<chef"], 0),
    // What is long has lost its end.
    ("\\banaesthetist\\b", ["<anaesthe"], 0),
    // What is optional is in no match for sure.
    ("(?:old)?x+y?zz", ["yzz", "zz"], 12),
    // A lookahead sees what must stand there, a lookbehind does not.
    ("(?=.{0,9}zebra)[a-z]", ["zebra"], 36),
    ("(?<=zebra)qq", ["qq"], 0),
    // Of a group called by its name.
    ("(?(DEFINE)(?<w>quilt(?:er|ing)))[a-z]{2}(?&w)", ["quilter", "quilting"], 2),
    // Long ones are cut.
    ("anaesthetist", ["anaesthe"], 0),
    ("(?i)sky", ["sky"], 0),
  ])
  func `a landmark is what stands in every match`(
    _ source: String, _ literals: [String], _ reach: Int
  ) throws {
    let landmark = try #require(try LandmarkTests.landmark(source))
    #expect(landmark.literals == literals)
    #expect(landmark.reach == reach)
  }

  @Test(arguments: [
    "[a-z]+", "(?:chef)?", "chef|[A-Z]+", "(?:.*\\n)*", "(?!chef)[a-z]{4}", "[^\\n]*chef",
    "(a)\\1*",
    "(?<w>(?&w)|[a-z])",
  ])
  func `a regex whose matches share nothing has none`(_ source: String) throws {
    #expect(try LandmarkTests.landmark(source) == nil)
  }

  @Test(arguments: [
    "(?:(?:[a-z] {0,65000}-){0,65000}x){0,9}keeper", "(?:ab?c{1,9}){40}[^\\n]{0,9000}keeper",
  ])
  func `one that may be far off is none`(_ source: String) throws {
    guard let pattern = try? CompiledPattern(source, options: [.utf]) else { return }
    let landmark = Landmark(pattern, mostCost: .infinity)
    #expect((landmark?.reach ?? 0) <= Landmark.farthest)
  }

  @Test func `groups that call each other many times are read once`() throws {
    let groups = (0..<40).map { "(?<g\($0)>(?&g\($0 + 1))(?&g\($0 + 1)))" }.joined()
    let pattern = try CompiledPattern(
      "(?(DEFINE)\(groups)(?<g40>quilt|x))(?:quilting|(?&g0)keeper)", options: [.utf])
    // They spell two to the power of forty words.
    #expect(Landmark(pattern, mostCost: .infinity) != nil)
  }

  @Test(arguments: [
    ("[a-z]+\\hchef", true),
    // It stands everywhere.
    ("[A-Z][a-z]+\\he", false),
    // Its start is as rare.
    ("\\bzebra[a-z]*\\hchef", false),
  ])
  func `one is looked for where it is rarer than the starts of matches`(
    _ source: String, _ isLookedFor: Bool
  ) throws {
    let pattern = try CompiledPattern(source, options: [.utf])
    #expect((SkeletonSet([pattern]).hasLandmark[0]) == isLookedFor)
    #expect(Landmark(pattern, mostCost: .infinity) != nil)
  }

  /// Every rule that has a landmark with what the filters find, whatever it costs.
  private static func search(_ pattern: CompiledPattern, byLandmark: Bool) -> RuleSearch {
    let rule = RuleSearch.Rule(
      id: "t/rule", pattern: pattern, groups: [0], requirement: Requirement())
    guard byLandmark else { return RuleSearch([rule], filtering: .never) }
    let flat =
      SkeletonSet(
        [MatchSkeleton(pattern)], landmarks: [Landmark(pattern, mostCost: .infinity)]
      ).flat
    return RuleSearch(
      [rule], filtering: .always,
      filters: CompiledFilters { () throws(CompiledDefect) in CompiledSection(flat) })
  }

  private static func found(_ search: RuleSearch, _ text: [UInt8], _ scratch: inout PatternScratch)
    throws(DetectionError) -> [Range<Int>]
  {
    var ranges: [Range<Int>] = []
    try search.each(in: text.span, &scratch) { ranges.append($1) }
    return ranges
  }

  @Test func `any regex finds the same near its landmarks and everywhere`() throws {
    var scratch = PatternScratch(limits: MatchLimits())
    let matches = try RandomRegex.each(of: 9_000, seed: 23) { pattern, texts in
      guard Landmark(pattern, mostCost: .infinity) != nil else { return 0 }
      let everywhere = LandmarkTests.search(pattern, byLandmark: false)
      let near = LandmarkTests.search(pattern, byLandmark: true)
      return try texts.reduce(0) { matches, text in
        guard let all = try? LandmarkTests.found(everywhere, text, &scratch) else {
          return matches
        }
        let some = try LandmarkTests.found(near, text, &scratch)
        #expect(all == some, "\(pattern.source) in \(String(decoding: text, as: UTF8.self))")
        return matches + all.count
      }
    }
    #expect(matches > 1_000)
  }

  @Test(arguments: [
    "(?:[a-z]+\\h){0,3}keeper", "\\h+(?:x|y)\\h*keeper",
    "(?i)\\b(?:the|a)\\s+[a-z]+s?\\s+keeper\\b",
    "(?=[a-z]+\\h+keeper)[a-z]", "[a-z]+\\h+,?\\h*keeper",
    "(?i)(?:[a-z]+[,;]?\\h){1,3}?x\\h+keeper",
  ])
  func `words and gaps of any length, and the ends of blocks, hide nothing`(_ source: String)
    throws
  {
    let pattern = try CompiledPattern(source, options: [.utf, .multiline])
    let everywhere = LandmarkTests.search(pattern, byLandmark: false)
    let near = LandmarkTests.search(pattern, byLandmark: true)
    var scratch = PatternScratch(limits: MatchLimits())
    var random = SplitMix(state: 7)
    var matches = 0
    for _ in 0..<40 {
      var text: [UInt8] = []
      while text.count < 3 * StartList.largestBlock {
        switch random.next() % 8 {
        case 0: text += Array("the x keeper".utf8)
        case 1: text += [UInt8](repeating: 0x20, count: Int(random.next() % 900))
        case 2: text += [UInt8](repeating: 0x71, count: Int(random.next() % 900))
        case 3: text += Array(" y\u{17f} Keeper a ".utf8)
        case 4: text += Array(" y \u{212a}eeper ".utf8)
        case 5: text += Array("a\u{a0}\u{2003} \u{3000}x\u{1680}\u{a0} keeper".utf8)
        default: text += Array("some words here ".utf8)
        }
      }
      let all = try LandmarkTests.found(everywhere, text, &scratch)
      #expect(try LandmarkTests.found(near, text, &scratch) == all)
      matches += all.count
    }
    #expect(matches > 40)
  }

  @Test func `runs count as short ones`() {
    let (word, gap) = (String(repeating: "c", count: 40), String(repeating: " ", count: 30))
    let text = Array("ab  \(word) d\(gap)ef".utf8)
    /// The length of a stretch, run by run.
    func length(_ stretch: Range<Int>) -> Int {
      var sum = 0
      var start = stretch.lowerBound
      while start < stretch.upperBound {
        var end = start
        while end < stretch.upperBound, (text[end] == 0x20) == (text[start] == 0x20) { end += 1 }
        sum += min(end - start, Landmark.longestRun)
        start = end
      }
      return sum
    }
    var whole = RunList()
    whole.read(text.span, to: text.count)
    for reach in [0, 1, 5, 12, 13, 20, 25, 40] {
      var runs = RunList()
      for place in 0...text.count {
        runs.read(text.span, to: place)
        let first = runs.farthest(reach, before: place)
        // What was read behind the place makes nothing nearer than it is.
        let known = whole.farthest(reach, before: place)
        #expect(known <= place)
        for start in 0..<max(first, known) {
          #expect(length(start..<place) > reach, "\(reach) \(place)")
        }
        // Where a run is cut in two it counts as more than it does here: farther is allowed, nearer is not.
        #expect(length(first..<place) <= reach + Landmark.longestRun, "\(reach) \(place)")
        runs.trim(reach)
        #expect(runs.farthest(reach, before: place) == first)
      }
    }
  }

  @Test(arguments: ["[^ ]+-keeper", "(?:[a-z]|\\h)+-keeper", "\\S+\\h+-keeper", "\\h+\\S+-keeper"])
  func `white space outside ASCII neither hides nor cuts a match`(_ source: String) throws {
    let pattern = try CompiledPattern(source, options: [.utf])
    var scratch = PatternScratch(limits: MatchLimits())
    let piece = "ab\u{a0}\u{2003}"
    for text in [
      String(repeating: piece, count: 200) + "-keeper",
      "x  " + String(repeating: "\u{a0} ", count: 90) + piece + "\u{a0} -keeper",
    ] {
      let bytes = Array(text.utf8)
      let all = try LandmarkTests.found(
        LandmarkTests.search(pattern, byLandmark: false), bytes, &scratch)
      let near = try LandmarkTests.found(
        LandmarkTests.search(pattern, byLandmark: true), bytes, &scratch)
      #expect(near == all)
    }
  }

  @Test func `a match deep in a long run is found`() throws {
    let pattern = try CompiledPattern("\\b\\d{3}-\\d{2}-\\d{4}\\b", options: [.utf])
    let text = Array("PID|1||x^^^^^^^^^^^^^^^^^^^^^|123-45-6789|next words|".utf8)
    var scratch = PatternScratch(limits: MatchLimits())
    let found = try LandmarkTests.found(
      LandmarkTests.search(pattern, byLandmark: true), text, &scratch)
    #expect(found.map { String(decoding: text[$0], as: UTF8.self) } == ["123-45-6789"])
  }
}
