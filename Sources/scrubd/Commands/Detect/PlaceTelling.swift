import Detection
import Patterns
import Redaction

/// Tells the places of one explanation in the caller's offsets, with the text and with what the policy makes of them.
struct PlaceTelling {
  let file: String
  let text: [UInt8]
  let offsets: TextOffsets
  let profile: Profile
  let redacted: Redacted

  func told(_ place: PlaceExplanation) -> ExplainedPlace {
    let reach = place.words.first.map { first in
      first.range.lowerBound..<(place.words.last ?? first).range.upperBound
    }
    return ExplainedPlace(
      file: file, start: offset(place.range.lowerBound), end: offset(place.range.upperBound),
      text: text(place.range), profile: profile.name,
      outcomes: outcomes(in: reach ?? place.range), words: place.words.map(word),
      proposals: place.proposals.map(proposal))
  }

  private func outcomes(in range: Range<Int>) -> [ExplainedPlace.Outcome] {
    redacted.entries.filter { $0.finding.range.overlaps(range) }.map(outcome)
  }

  private func outcome(_ entry: RedactionEntry) -> ExplainedPlace.Outcome {
    let finding = entry.finding
    return ExplainedPlace.Outcome(
      start: offset(finding.range.lowerBound), end: offset(finding.range.upperBound),
      text: text(finding.range), category: finding.category.rawValue,
      hipaa: finding.category.goldLabel, item: finding.category.item.rawValue, rule: finding.rule,
      confidence: PlaceTelling.share(finding.confidence), evidence: finding.evidence,
      role: "\(finding.role)", operator: entry.action.rawValue,
      replacement: String(decoding: redacted.text[entry.replacement], as: UTF8.self),
      reason: PolicyReason(profile).words(for: entry))
  }

  private func word(_ word: WordExplanation) -> ExplainedPlace.Word {
    ExplainedPlace.Word(
      start: offset(word.range.lowerBound), end: offset(word.range.upperBound),
      text: text(word.range), writing: word.writing, lists: word.lists, isSpared: word.isSpared,
      tagger: tagger(word.reading))
  }

  private func tagger(_ reading: TaggerReading) -> ExplainedPlace.Tagger {
    ExplainedPlace.Tagger(
      gate: reading.gate.rawValue, nothing: PlaceTelling.share(reading.nothing),
      threshold: PlaceTelling.share(reading.mostNothing),
      kinds: reading.kinds.map {
        .init(kind: $0.kind, probability: PlaceTelling.share($0.probability))
      },
      kind: reading.kind, reasonsFor: reading.reasonsFor.map(PlaceTelling.reason),
      reasonsAgainst: reading.reasonsAgainst.map(PlaceTelling.reason))
  }

  private static func reason(_ reason: FeatureReason) -> ExplainedPlace.Reason {
    ExplainedPlace.Reason(
      feature: reason.template, question: reason.question, answer: reason.answer,
      bits: (Double(reason.bits) * 100).rounded() / 100)
  }

  private func proposal(_ proposal: ProposalExplanation) -> ExplainedPlace.Proposal {
    let (fate, by) = PlaceTelling.fate(proposal.fate)
    return ExplainedPlace.Proposal(
      start: offset(proposal.range.lowerBound), end: offset(proposal.range.upperBound),
      text: text(proposal.range), category: proposal.category.rawValue, rule: proposal.rule,
      confidence: PlaceTelling.share(proposal.confidence), evidence: proposal.evidence, fate: fate,
      by: by)
  }

  private static func fate(_ fate: ProposalExplanation.Fate) -> (String, String?) {
    switch fate {
    case .stands: ("stands", nil)
    case .covered(let rule): ("covered", rule)
    case .guarded(let rule): ("guarded", rule)
    case .medicine: ("medicine", nil)
    case .unconfirmed: ("unconfirmed", nil)
    case .spared: ("spared", nil)
    }
  }

  private func offset(_ byte: Int) -> Int { offsets.count(upTo: byte) }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private static func share(_ thousandths: Int) -> Double { Double(thousandths) / 1000 }
}

/// Why a profile does with a finding what it does, in words.
struct PolicyReason {
  let profile: Profile

  init(_ profile: Profile) { self.profile = profile }

  func words(for entry: RedactionEntry) -> String {
    let finding = entry.finding
    let category = finding.category.rawValue
    let usual = profile.action(for: finding)
    if usual == .keep, profile.keepsClinicians, finding.category == .name,
      finding.role == .clinician
    {
      return "the profile keeps clinicians' names"
    }
    if usual == .keep, finding.confidence <= 1000 - profile.suspicion {
      return "the profile is not suspicious enough for this confidence"
    }
    let rule = "the profile's operator for \(category) is \(usual.rawValue)"
    return entry.action == usual ? rule : "\(rule), which cannot be applied to this text"
  }
}
