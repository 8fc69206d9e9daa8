import PCRE2

/// What one worker needs to run pattern packs.
struct PatternScratch: ~Copyable, Sendable {
  var matching: MatchScratch
  /// Whether the matcher has yet to check that the text is valid UTF-8; its first search does.
  var subject = MatchScratch.Subject.check
  /// For each rule whether the text is worth a search; set by `Prefilter.decide`.
  var isWorthwhile: [Bool] = []
  /// Whether `isWorthwhile` is of the text at hand.
  var isDecided = false
  /// For each literal of the prefilter whether it was met in this text.
  var isMet: [Bool] = []
  /// Where rules can match in the block at hand.
  private(set) var starts = StartList()
  /// Of the text at hand, the places of the rules that are tried later; see `RuleSearch.eachKept`.
  var kept: [UInt64] = []
  /// Whether the text at hand was read, so that `kept` and `skeletons` are of it.
  var isRead = false
  /// The filters of places that it was read with.
  var skeletons: SkeletonSet?
  /// What was learnt of the skeletons of the searches this worker runs.
  private var automata: [RuleAutomaton] = []
  /// For each rule where its search goes on.
  var resume: [Int] = []
  /// How often rules were tried at single places.
  var attempts = 0
  /// Where the last search began.
  var started = 0
  /// See `DetectionScratch.isTimeUp`.
  var isTimeUp: @Sendable () -> Bool = { false }

  init(limits: MatchLimits) { matching = MatchScratch(limits: limits) }

  /// A text comes that the matcher has not seen.
  mutating func beginText(rules: Int) {
    subject = .check
    isDecided = false
    isRead = true
    kept.removeAll(keepingCapacity: true)
    resume.removeAll(keepingCapacity: true)
    resume.append(contentsOf: repeatElement(0, count: rules))
  }

  /// What is known of the text at hand, to be gone on with after others were read.
  var reading: Reading {
    get {
      Reading(
        kept: kept, skeletons: skeletons, isDecided: isDecided,
        isWorthwhile: isDecided ? isWorthwhile : [])
    }
    set {
      beginText(rules: resume.count)
      kept = newValue.kept
      skeletons = newValue.skeletons
      isDecided = newValue.isDecided
      if isDecided { isWorthwhile = newValue.isWorthwhile }
    }
  }

  /// What was found out of one text.
  struct Reading {
    fileprivate var kept: [UInt64]
    fileprivate var skeletons: SkeletonSet?
    fileprivate var isDecided: Bool
    fileprivate var isWorthwhile: [Bool]
  }

  /// Sets `starts` to where in `block` rules can match, of those in `wanted`.
  mutating func findStarts(
    _ skeletons: SkeletonSet, _ text: Span<UInt8>, _ block: Range<Int>, wanted: [Bool]
  ) {
    starts.removeAll()
    automata[automaton(of: skeletons)].mark(text, block, wanted: wanted, &starts)
    starts.sort()
  }

  /// Sets `starts` to where in the whole text rules can match that have landmarks, of those in `wanted`.
  ///
  /// - Returns: false when time was up.
  mutating func findMarked(
    _ skeletons: SkeletonSet, _ text: Span<UInt8>, wanted: [Bool]
  ) -> Bool {
    starts.removeAll()
    var from = 0
    let place = automaton(of: skeletons)
    automata[place].marks.begin()
    while from < text.count {
      if isTimeUp() { return false }
      let end = min(from + StartList.largestBlock, text.count)
      automata[place].marks.find(text, from..<end, wanted: wanted, &starts)
      from = end
    }
    starts.sort()
    return true
  }

  /// The place of the automaton of `skeletons`; those of searches not run for long are given up.
  private mutating func automaton(of skeletons: SkeletonSet) -> Int {
    if let known = automata.firstIndex(where: { $0.skeletons === skeletons }) { return known }
    if automata.count == PatternScratch.mostAutomata { automata.removeFirst() }
    automata.append(RuleAutomaton(skeletons))
    return automata.count - 1
  }

  /// A worker has one detector, a test a few.
  private static let mostAutomata = 4
}
