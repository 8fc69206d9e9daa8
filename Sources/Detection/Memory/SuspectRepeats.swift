import Lexicons
import Patterns

/// Finds a word again that was held for a name with little confidence: what is taken out once is taken out everywhere,
/// or the places left would tell what was taken.
struct SuspectRepeats: Sendable {
  /// The confidence, in thousandths, from which a suspicion is remembered.
  private static let memorable = 500

  private var suspects: Set<UInt64> = []
  private var filter = WordFilter()

  /// Learns the words of a candidate, if it is a suspicion.
  ///
  /// - Parameter range: its tokens.
  mutating func learn(_ candidate: Candidate, _ range: Range<Int>, tokens: [Token]) {
    guard candidate.category == .name, candidate.confidence < DocumentMemory.memorable,
      candidate.confidence >= SuspectRepeats.memorable
    else { return }
    for token in tokens[range] where SuspectRepeats.isTellable(token) {
      suspects.insert(token.hash)
      filter.insert(token.hash)
    }
  }

  private static func isTellable(_ token: Token) -> Bool {
    token.shape.contains(.capitalised) && !token.shape.contains(.capsLine) && token.length >= 5
      && token.isNameOnly
      && token.facts.weight(.dictionary) == 0
  }

  /// - Parameter known: what pass 1 holds for a name already.
  func find(
    in tokens: [Token], known: Coverage, _ time: TimeCheck, into candidates: inout [Candidate]
  ) throws(DetectionError) {
    guard !suspects.isEmpty else { return }
    for (index, token) in tokens.enumerated() {
      try time.ask(at: index)
      guard token.startsUpper, filter.mayContain(token.hash), suspects.contains(token.hash),
        !known.covers(index..<index + 1, tokens)
      else { continue }
      candidates.append(
        Candidate(
          range: token.range, category: .name, rule: "document/suspect", confidence: 540,
          evidence: ["document:repeat"]))
    }
  }
}
