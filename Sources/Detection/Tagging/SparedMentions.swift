import Lexicons
import Patterns

/// Mentions the document's memory proposes and the tagger's reading of the place refutes: `Parkinson's was excluded` in a
/// note on Mr. Parkinson, `wears a Boston brace` of somebody from Boston.
///
/// Only words that medicine or the map have as well can be spared, since those the second scan is then told to pass; an
/// everyday word (`Rose`, `Grace`) goes with the person, and a word that is nobody's but the person's always does.
struct SparedMentions {
  /// The probability (thousandths) of an identifier under which a doubtful word is spared.
  private static let least: Int16 = 250

  let tokens: [Token]
  private let index = TokenIndex()

  init(tokens: [Token]) { self.tokens = tokens }

  /// Removes spared mentions from what a sweep added behind `first`, and returns their words.
  func spare(
    in candidates: inout [Candidate], from first: Int, _ scratch: borrowing TaggingScratch
  ) -> Set<UInt64> {
    var words: Set<UInt64> = []
    var kept = first
    for number in first..<candidates.count {
      let range = index.tokens(in: candidates[number].range, tokens)
      if !isDisguised(candidates[number]), isRefuted(range, scratch) {
        for token in tokens[range] where token.kind == .word { words.insert(token.hash) }
      } else {
        candidates.swapAt(kept, number)
        kept += 1
      }
    }
    candidates.removeLast(candidates.count - kept)
    return words
  }

  /// A name parted by marks or inside another word: its letters are no words, so no reading refutes it.
  private func isDisguised(_ candidate: Candidate) -> Bool {
    candidate.evidence.contains { $0 == "shape:cut-up" || $0 == "shape:hidden" }
  }

  private func isRefuted(_ range: Range<Int>, _ scratch: borrowing TaggingScratch) -> Bool {
    var words = 0
    for index in range {
      guard tokens[index].kind == .word else { continue }
      // What the tagger did not read it has no opinion of.
      guard 1..<SparedMentions.least ~= scratch.probability[index] else { return false }
      guard isDoubtful(tokens[index]) else { return false }
      words += 1
    }
    return words > 0
  }

  private func isDoubtful(_ token: Token) -> Bool {
    token.isMedical || token.facts.has(.eponym) || token.facts.has(.gene) || token.place >= 4
  }
}
