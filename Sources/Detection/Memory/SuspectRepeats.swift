import Lexicons
import Patterns

/// Finds a word again that was held for a name with little confidence: what is taken out once is taken out everywhere,
/// or the places left would tell what was taken.
struct SuspectRepeats: Sendable {
  /// The confidence, in thousandths, from which a suspicion is remembered.
  private static let memorable = 500

  private var suspects: Set<UInt64> = []
  private var filter = WordFilter()

  init(_ candidates: [Candidate], tokens: [Token], index: TokenIndex) {
    for candidate in candidates
    where candidate.category == .name && candidate.confidence < DocumentMemory.memorable
      && candidate.confidence >= SuspectRepeats.memorable
    {
      for word in index.tokens(in: candidate.range, tokens)
      where SuspectRepeats.isTellable(tokens[word]) {
        suspects.insert(tokens[word].hash)
        filter.insert(tokens[word].hash)
      }
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
