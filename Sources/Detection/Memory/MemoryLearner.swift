import Patterns

/// Learns a document's memory from pass 1, window by window in the order of the text.
struct MemoryLearner: Sendable {
  private(set) var mentions = MentionList()
  /// Names that stand alone somewhere: see `MentionShaping.completeHalves`.
  private var lone: Set<UInt64> = []
  private var repeats = RepeatSweep()
  private var suspects = SuspectRepeats()
  /// The names of people spoken of as no clinicians: see `CourtesyTitles`.
  private var courtesies: Set<UInt64> = []

  /// Puts the name candidates of the open window right. All windows are shaped before anything is learnt.
  mutating func shape(_ candidates: inout [Candidate], tokens: [Token], in text: WindowedText) {
    let shaping = MentionShaping(tokens: tokens)
    shaping.shape(&candidates)
    for candidate in candidates where text.owns(candidate.range) {
      if let name = shaping.loneName(candidate) { lone.insert(name) }
    }
  }

  /// Learns from what the open window answers for.
  mutating func learn(
    _ candidates: inout [Candidate], tokens: [Token], in text: WindowedText, _ time: TimeCheck
  ) throws(DetectionError) {
    MentionShaping(tokens: tokens).completeHalves(&candidates, lone)
    let index = TokenIndex()
    let things = ThingSpans(candidates)
    for (step, number) in ordered(candidates).enumerated() {
      try time.ask(at: step)
      let candidate = candidates[number]
      guard text.owns(candidate.range) else { continue }
      let range = index.tokens(in: candidate.range, tokens)
      repeats.learn(candidate, range, tokens: tokens, bytes: text.view.bytes)
      suspects.learn(candidate, range, tokens: tokens)
      guard candidate.category == .name, candidate.confidence >= DocumentMemory.memorable,
        range.count != 1 || !things.contain(candidate.range)
      else { continue }
      mentions.add(
        text.textRange(of: candidate.range), candidate,
        NameParts(tokens: tokens, in: range, bytes: text.view.bytes))
    }
    courtesies.formUnion(CourtesyTitles.names(behind: tokens))
  }

  /// The order of the text, whatever the order of the rules: who was named first is the first.
  private func ordered(_ candidates: [Candidate]) -> [Int] {
    func key(_ number: Int) -> (Int, Int, String, String) {
      let candidate = candidates[number]
      return (
        candidate.range.lowerBound, candidate.range.upperBound, candidate.rule,
        candidate.category.rawValue
      )
    }
    return candidates.indices.sorted { key($0) < key($1) }
  }

  /// What was learnt, once all windows were read; `mentions` then know whose they are.
  mutating func finish(_ habits: WritingHabits, _ time: TimeCheck) throws(DetectionError)
    -> DocumentMemory
  {
    let people = try PeopleOfDocument(&mentions, notClinicians: courtesies, time)
    return DocumentMemory(
      people: people, repeats: repeats, suspects: suspects, isTypedLower: habits.isTypedLower)
  }

  /// Tells each name candidate of the open window whose it is.
  func tellSubjects(_ candidates: inout [Candidate], in text: WindowedText) {
    for number in candidates.indices where candidates[number].category == .name {
      candidates[number].subject = mentions.subject(
        of: text.textRange(of: candidates[number].range), candidates[number].rule)
    }
  }
}
