import PCRE2

/// What one worker needs to run pattern packs.
struct PatternScratch: ~Copyable, Sendable {
  var matching: MatchScratch
  /// Whether the matcher has yet to check that the text is valid UTF-8; its first search does.
  var subject = MatchScratch.Subject.check
  /// For each rule whether the text is worth a search; set by `Prefilter.decide`.
  var isWorthwhile: [Bool] = []
  /// For each hit of the prefilter's automaton whether it was met in this text.
  var isMet: [Bool] = []
  /// Where rules can match in the block at hand; set by `StartFilter.mark`.
  var starts = StartMap()
  /// What was learnt of the skeletons of the searches this worker runs.
  private var tables: [SkeletonTables] = []
  /// The place in `tables` of the search at hand.
  private var table = 0
  /// For each rule where its search goes on.
  var resume: [Int] = []
  /// Where the last search began.
  var started = 0
  /// See `DetectionScratch.isTimeUp`.
  var isTimeUp: @Sendable () -> Bool = { false }

  init(limits: MatchLimits) { matching = MatchScratch(limits: limits) }

  /// A text comes that the matcher has not seen.
  mutating func beginText(rules: Int) {
    subject = .check
    resume.removeAll(keepingCapacity: true)
    resume.append(contentsOf: repeatElement(0, count: rules))
  }

  /// Takes out the tables of `skeletons`; of searches not run for long they are given up.
  mutating func select(_ skeletons: SkeletonSet) {
    if let known = tables.firstIndex(where: { $0.skeletons === skeletons }) {
      table = known
      return
    }
    if tables.count == PatternScratch.mostTables { tables.removeFirst() }
    tables.append(SkeletonTables(skeletons))
    table = tables.count - 1
  }

  /// Whether `rule` may match at `offset`, as far as its skeleton tells: false is certain.
  mutating func allowsMatch(of rule: Int, in text: Span<UInt8>, at offset: Int) -> Bool {
    tables[table].allowsMatch(of: rule, in: text, at: offset)
  }

  /// Patterns and guards have one each.
  private static let mostTables = 4
}
