import Lexicons
import Patterns

/// Mentions the document's memory proposes and the tagger's reading of the place refutes: `Parkinson's was excluded` in a
/// note on Mr. Parkinson, `wears a Boston brace` of somebody from Boston. Where the words beside an eponym leave no doubt
/// (`EponymReading`), they decide, and not the tagger.
///
/// Only words that medicine or the map have as well can be spared, since those the second scan is then told to pass; an
/// everyday word (`Rose`, `Grace`) goes with the person, and a word that is nobody's but the person's always does.
struct SparedMentions {
  /// The probability (thousandths) of an identifier under which a doubtful word is spared.
  private static let least: Int16 = 250

  /// The same of a word in a phrase a guard knows: `Braxton Hicks`, `Boston brace`.
  private static let leastGuarded: Int16 = 600
  /// How sure, in thousandths, a mention is taken to be when guards are asked about it.
  static let confidence = 929

  let tokens: [Token]
  /// What guards surer than that protect, among the mentions.
  var guarded: Set<Range<Int>> = []
  private let index = TokenIndex()

  init(tokens: [Token]) { self.tokens = tokens }

  /// Removes spared mentions from what a sweep added behind `first`, and returns the words of those that count.
  func spare(
    in candidates: inout [Candidate], from first: Int, _ scratch: borrowing TaggingScratch,
    counts: (Candidate) -> Bool = { _ in true }
  ) -> Set<UInt64> {
    var words: Set<UInt64> = []
    var kept = first
    for number in first..<candidates.count {
      let range = index.tokens(in: candidates[number].range, tokens)
      let isGuarded = guarded.contains(candidates[number].range)
      if !isDisguised(candidates[number]),
        isGuarded
          ? isRead(range, under: SparedMentions.leastGuarded, scratch)
          : isRefuted(range, scratch)
      {
        guard counts(candidates[number]) else { continue }
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

  /// Whether the tagger read all words and gives each less than `least`.
  private func isRead(
    _ range: Range<Int>, under least: Int16, _ scratch: borrowing TaggingScratch
  ) -> Bool {
    range.allSatisfy { tokens[$0].kind != .word || 1..<least ~= scratch.probability[$0] }
  }

  private func isRefuted(_ range: Range<Int>, _ scratch: borrowing TaggingScratch) -> Bool {
    switch verdict(range) {
    case .medicine: return true
    case .person: return false
    case .open: break
    }
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

  /// What the words around say of a mention by one name, whatever initials stand before it.
  private func verdict(_ range: Range<Int>) -> EponymReading.Verdict {
    let names = range.filter { tokens[$0].kind == .word && tokens[$0].length > 1 }
    guard let name = names.first, names.count == 1 else { return .open }
    return EponymReading(tokens: tokens).verdict(at: name)
  }

  private func isDoubtful(_ token: Token) -> Bool {
    token.isMedical || token.facts.has(.eponym) || token.facts.has(.gene) || token.place >= 4
  }
}
