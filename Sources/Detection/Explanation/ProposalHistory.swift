/// All that was proposed while a document was read, and what became of it.
struct ProposalHistory {
  /// In order of position.
  private var proposals: [ProposalExplanation] = []
  /// Bytes of the longest proposal.
  private var longest = 0
  /// In order of position, and apart.
  private let findings: [Finding]
  /// What packs and recognizers had in hand when the tagger read, in view offsets.
  let rules: [Candidate]

  init(_ trace: DetectionTrace, _ findings: [Finding], _ view: TextView) {
    self.findings = findings
    rules = trace.candidates(after: .sifting)
    var all: [ProposalExplanation] = []
    func add(_ candidates: [Candidate], _ fate: ProposalExplanation.Fate) {
      all += candidates.map { ProposalExplanation($0, view, fate) }
    }
    for drop in trace.guarded { add([drop.candidate], .guarded(by: drop.by)) }
    add(trace.dropped(after: .guarding, by: .sifting), .medicine)
    add(trace.dropped(after: .sifting, by: .tagging), .unconfirmed)
    add(trace.dropped(after: .sweeping, by: .sparing), .spared)
    add(trace.candidates(after: .sparing), .stands)
    longest = all.map(\.range.count).max() ?? 0
    proposals = all.map(settled).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The proposals that touch a range of the text, surest first.
  func proposals(in range: Range<Int>) -> [ProposalExplanation] {
    let first = ProposalHistory.firstIndex(proposals.count) {
      proposals[$0].range.lowerBound > range.lowerBound - longest - 1
    }
    return proposals[first...].prefix { $0.range.lowerBound < range.upperBound }
      .filter { $0.range.overlaps(range) }
      .sorted { ($1.confidence, $0.rule) < ($0.confidence, $1.rule) }
  }

  /// What was found in a range of the text, in order of position.
  func findings(in range: Range<Int>) -> [Finding] {
    let first = ProposalHistory.firstIndex(findings.count) {
      findings[$0].range.upperBound > range.lowerBound
    }
    return Array(findings[first...].prefix { $0.range.lowerBound < range.upperBound })
  }

  /// The first of so many places in order from which on `isBehind` holds.
  private static func firstIndex(_ count: Int, _ isBehind: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A proposal that was not dropped, with who has its place.
  private func settled(_ proposal: ProposalExplanation) -> ProposalExplanation {
    guard proposal.fate == .stands else { return proposal }
    let owners = findings(in: proposal.range)
    let isOwn = owners.contains { $0.rule == proposal.rule && $0.category == proposal.category }
    guard !isOwn, let owner = owners.first else { return proposal }
    var proposal = proposal
    proposal.fate = .covered(by: owner.rule)
    return proposal
  }
}

extension ProposalExplanation {
  init(_ candidate: Candidate, _ view: TextView, _ fate: Fate) {
    self.init(
      range: view.textRange(of: candidate.range), category: candidate.category,
      rule: candidate.rule, confidence: candidate.confidence, evidence: candidate.evidence,
      role: candidate.role, fate: fate)
  }
}
