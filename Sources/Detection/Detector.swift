package import Lexicons
package import Patterns
package import Tagger

/// Finds every identifier of one document: tokens, packs and recognizers, then the document's own memory.
///
/// Immutable and shared by all workers; what changes while it works lives in a `DetectionScratch` of each worker. The
/// same text gives the same findings, whoever asks.
package final class Detector: Sendable {
  private let lexicon: Lexicon
  let tokenizer: Tokenizer
  private let patterns: PatternRecognizer
  private let tables: TableRecognizer
  private let guards: GuardFilter
  let tagger: TaggerModel?
  /// The groups of words the tagger's features are made with.
  let groups: WordGroups

  /// - Parameters:
  ///   - patterns: the patterns of all packs, in their order.
  ///   - guards: the guards of all packs; they see what patterns and recognizers propose, whichever pack it is from.
  ///   - tagger: the learned tagger; nil leaves all to the rules.
  ///   - groups: the groups of words that lessons for a tagger are made with; a tagger brings its own.
  ///   - filtering: whether rules are searched everywhere or only where they can match; it finds the same.
  ///   - filters: the compiled filters of these patterns and guards; nil makes them.
  package init(
    lexicon: Lexicon, patterns: [Pattern] = [], guards: [Guard] = [],
    tagger: TaggerModel? = nil, groups: WordGroups = .none, filtering: RuleFiltering = .whenItPays,
    filters: CompiledFilters? = nil
  ) {
    self.lexicon = lexicon
    tokenizer = Tokenizer(lexicon: lexicon)
    tables = TableRecognizer(patterns: patterns, lexicon: lexicon)
    let search = RuleSearch(
      Detector.rules(patterns, guards), filtering: filtering, filters: filters)
    let patterns = patterns.filter(\.column.isEmpty)
    self.patterns = PatternRecognizer(patterns: patterns, lexicon: lexicon, search: search)
    self.guards = GuardFilter(guards: guards, search: search, first: patterns.count)
    self.tagger = tagger
    self.groups = tagger?.groups ?? groups
  }

  /// The rules of the one search for patterns and guards, so that a text is read once.
  static func rules(_ patterns: [Pattern], _ guards: [Guard]) -> [RuleSearch.Rule] {
    patterns.filter(\.column.isEmpty).map(PatternRecognizer.rule) + guards.map(GuardFilter.rule)
  }

  /// Detects in a whole document.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - settings: how suspicious the profile is.
  /// - Throws: when any recognizer failed; the document must then not be released.
  package func detect(
    _ text: [UInt8], _ scratch: inout DetectionScratch,
    settings: DetectionSettings = DetectionSettings()
  ) throws(DetectionError) -> Detection {
    try UTF8Check.check(text)
    var run = DetectionRun(self, text, settings, TimeCheck(isTimeUp: scratch.isTimeUp))
    return try run.detect(&scratch)
  }

  /// Searches a written text for what must not be in it: all that packs and recognizers are sure of, and every mention
  /// of what the document's memory knows. The findings are in byte offsets of `text` and may overlap.
  package func rescan(
    _ text: [UInt8], _ memory: DocumentMemory, _ scratch: inout DetectionScratch,
    windows: WindowSize = .standard
  ) throws(DetectionError) -> [Finding] {
    try UTF8Check.check(text)
    let time = TimeCheck(isTimeUp: scratch.isTimeUp)
    var text = WindowedText(text, windows, tokenizer)
    var head: TableHead?
    var findings: [Finding] = []
    for number in text.windows.indices {
      text.open(number, &scratch)
      var candidates = try propose(
        text.view, isTypedLower: memory.isTypedLower, under: head, &scratch)
      if text.isCut { head = self.head(behind: number, of: text, under: head) }
      candidates.removeAll { $0.confidence < Detector.sure }
      let sure = candidates.count
      try memory.sweep(scratch.tokens, text.view.bytes, time, into: &candidates)
      memory.removeSpared(from: &candidates, behind: sure, tokens: scratch.tokens)
      memory.settleRoles(&candidates, tokens: scratch.tokens, bytes: text.view.bytes)
      for candidate in candidates where text.touchesCore(candidate.range) {
        let finding = Finding(candidate, in: text)
        // The window before has found it as a rule.
        if text.owns(candidate.range) || !findings.contains(finding) { findings.append(finding) }
      }
    }
    return findings
  }

  /// The confidence, in thousandths, from which a finding in a text already redacted is a failure and not a suspicion.
  private static let sure = 900

  /// What packs and recognizers propose, each on its own, less what the guards know better.
  ///
  /// - Parameters:
  ///   - isTypedLower: whether the document of which `view` is a part is typed without capitals: see `WritingHabits`.
  ///   - head: of the table that is open where the view begins.
  func propose(
    _ view: TextView, isTypedLower: Bool, under head: TableHead? = nil,
    _ scratch: inout DetectionScratch
  ) throws(DetectionError) -> [Candidate] {
    let time = TimeCheck(isTimeUp: scratch.isTimeUp)
    var candidates: [Candidate] = []
    try patterns.find(
      in: view.bytes, tokens: scratch.tokens, &scratch.patterns, into: &candidates)
    try tables.find(
      in: view.bytes, tokens: scratch.tokens, under: head, &scratch.patterns, into: &candidates)
    try time.ask()
    NameRecognizer(lexicon: lexicon, bytes: view.bytes).find(in: scratch.tokens, into: &candidates)
    LoneNames().find(in: scratch.tokens, into: &candidates)
    try time.ask()
    LowerCaseNames(isTypedLower: isTypedLower).find(
      in: scratch.tokens, into: &candidates)
    SuspectPairs().find(in: scratch.tokens, into: &candidates)
    try time.ask()
    PlaceRecognizer(lexicon: lexicon).find(
      in: scratch.tokens, bytes: view.bytes, into: &candidates)
    LowerCasePlaces().find(in: scratch.tokens, into: &candidates)
    UnlistedTowns().find(in: scratch.tokens, into: &candidates)
    OrganizationRecognizer(lexicon: lexicon).find(
      in: scratch.tokens, bytes: view.bytes, into: &candidates)
    try time.ask()
    let guarded = try guards.apply(to: &candidates, in: view.bytes, &scratch.patterns)
    scratch.trace?.guarded = guarded
    scratch.trace?.note(candidates, after: .guarding)
    MedicineSieve(lexicon: lexicon, tokens: scratch.tokens, bytes: view.bytes).sift(&candidates)
    scratch.trace?.note(candidates, after: .sifting)
    return candidates
  }

  /// Asks guards and sieve about what the tagger added behind the rules' candidates: medicine is medicine, whoever
  /// proposes it.
  func siftTagged(
    _ candidates: inout [Candidate], _ view: TextView, _ scratch: inout DetectionScratch
  ) throws(DetectionError) {
    let first =
      candidates.firstIndex { $0.rule == TaggerRecognizer.rule } ?? candidates.count
    var tagged = Array(candidates[first...])
    candidates.removeSubrange(first...)
    let guarded = try guards.apply(to: &tagged, in: view.bytes, &scratch.patterns)
    scratch.trace?.guarded += guarded
    MedicineSieve(lexicon: lexicon, tokens: scratch.tokens, bytes: view.bytes).sift(&tagged)
    candidates += tagged
  }

  /// Drops mentions behind `first` that are something else where they stand, and returns the words of those that the open
  /// window answers for.
  func spare(
    _ candidates: inout [Candidate], from first: Int, _ text: WindowedText,
    _ scratch: inout DetectionScratch
  ) throws(DetectionError) -> Set<UInt64> {
    var mentions = Array(candidates[first...])
    let guarded = try guards.apply(
      to: &mentions, in: text.view.bytes, &scratch.patterns, confidence: SparedMentions.confidence)
    var spared = SparedMentions(tokens: scratch.tokens)
    spared.guarded = Set(guarded.map(\.candidate.range))
    return spared.spare(in: &candidates, from: first, scratch.tagging) { text.owns($0.range) }
  }

  /// The head of the table that is open where the window behind this one, which is open, begins.
  ///
  /// - Parameter head: the one where this window begins.
  func head(behind number: Int, of text: WindowedText, under head: TableHead?) -> TableHead? {
    guard number + 1 < text.windows.count else { return nil }
    let end = text.viewOffset(of: text.windows[number + 1].slice.lowerBound)
    return tables.head(at: end, of: text.view.bytes, under: head)
  }

  /// Whether a word is one that texts have for other reasons than a name: English, medical, an eponym, a month.
  ///
  /// - Parameter word: folded lower-case letters, without apostrophes.
  package func isOrdinary(_ word: [UInt8]) -> Bool {
    let facts = lexicon.facts(of: WordHash.of(word))
    return facts.weight(.dictionary) > 0 || facts.has(.medical) || facts.has(.drug)
      || facts.has(.anatomy) || facts.has(.eponym) || facts.has(.month) || facts.has(.weekday)
      || facts.has(.abbreviation)
  }
}
