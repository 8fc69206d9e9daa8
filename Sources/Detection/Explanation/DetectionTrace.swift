import Patterns

/// What detection had in hand after each of its steps. It is noted only while somebody asks for an explanation.
struct DetectionTrace: Sendable {
  /// The steps that add candidates, change them or drop some, in their order.
  enum Step: CaseIterable, Sendable {
    /// Packs and recognizers proposed, guards dropped.
    case guarding
    /// Names that are medicine were dropped.
    case sifting
    /// The tagger added its own and dropped what it did not confirm.
    case tagging
    /// Names were put right and told whose they are.
    case learning
    /// The document's memory added later mentions.
    case sweeping
    /// Mentions the tagger refutes were dropped.
    case sparing
  }

  /// What the guards dropped.
  var guarded: [GuardedCandidate] = []
  private var candidates: [Step: [Candidate]] = [:]

  mutating func note(_ candidates: [Candidate], after step: Step) {
    self.candidates[step] = candidates
  }

  /// What was in hand after a step; nothing when the step was left out.
  func candidates(after step: Step) -> [Candidate] { candidates[step] ?? [] }

  /// What was in hand after `step` and no longer after `next`.
  func dropped(after step: Step, by next: Step) -> [Candidate] {
    var left: [Key: Int] = [:]
    for candidate in candidates(after: next) { left[Key(candidate), default: 0] += 1 }
    return candidates(after: step).filter { candidate in
      guard let count = left[Key(candidate)], count > 0 else { return true }
      left[Key(candidate)] = count - 1
      return false
    }
  }

  /// What no step changes that drops candidates.
  private struct Key: Hashable {
    var range: Range<Int>
    var category: Category
    var rule: String
    var confidence: Int

    init(_ candidate: Candidate) {
      range = candidate.range
      category = candidate.category
      rule = candidate.rule
      confidence = candidate.confidence
    }
  }
}
