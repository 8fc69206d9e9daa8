import PCRE2
import Patterns

/// Which rules are looked for by their landmarks.
extension SkeletonSet {
  /// The skeletons of regexes, and the landmarks of those that are found with fewer steps by them than by their starts.
  convenience init(_ patterns: [CompiledPattern]) {
    let skeletons = patterns.map { MatchSkeleton($0) }
    var tables = SkeletonTables(
      SkeletonSet(skeletons, landmarks: [Landmark?](repeating: nil, count: patterns.count)))
    let landmarks = patterns.indices.map { rule in
      skeletons[rule].flatMap(StartShape.init).flatMap { shape in
        Landmark(patterns[rule], mostCost: tables.costOfStarts(rule, shape))
      }
    }
    self.init(skeletons, landmarks: landmarks)
  }
}

extension SkeletonTables {
  /// What it costs in a thousand bytes of ordinary text to look for a rule wherever it can start, when to look back from a
  /// landmark costs one.
  fileprivate mutating func costOfStarts(_ rule: Int, _ shape: StartShape) -> Double {
    let samples = [SampleText.note, SampleText.story]
    var cost = 0.0
    for text in samples {
      for place in text.indices where shape.stands(at: place, in: text) {
        cost +=
          Double(stepsBehindWord(rule, text.span, place)) * SkeletonTables.costOfStep
          + SkeletonTables.costOfStart
      }
    }
    return cost * 1e3 / Double(samples.reduce(0) { $0 + $1.count })
  }

  /// As measured: to look back takes two or three steps, mostly in vain.
  private static let costOfStep = 0.3
  private static let costOfStart = 0.02

  /// How many steps are read behind the word that a rule starts with: what words lead to is remembered for all rules.
  private mutating func stepsBehindWord(_ rule: Int, _ text: Span<UInt8>, _ first: Int) -> Int {
    var entry = start(of: rule)
    var place = first
    var steps = 0
    while entry.isOpen, place < text.count, place - first < SkeletonTables.longestWalk {
      if steps > 0 || !skeletons.isWord[Int(text[place])] { steps += 1 }
      entry = next(of: rule, entry, text[place])
      place += 1
    }
    return steps
  }
}
