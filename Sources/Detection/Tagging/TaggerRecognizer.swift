import Patterns
import Tagger

/// Asks the learned tagger where identifiers are that no rule is sure of.
///
/// It answers with probabilities; what is under the profile's threshold is no finding. Packs and recognizers come first:
/// what they found is among its evidence, and it never vetoes what they are sure of.
struct TaggerRecognizer {
  static let rule = "tagger/context"
  /// Rules this sure (thousandths) stand by themselves; what the others found needs the tagger's consent: at one of its
  /// words a probability at which the tagger would have found such a thing itself.
  static let certain = 700

  let model: TaggerModel
  let tokens: [Token]
  let bytes: [UInt8]
  let threshold: TagThreshold

  /// Adds what the tagger finds, and drops what rules were unsure of and the tagger does not confirm.
  ///
  /// - Parameters:
  ///   - habits: how the whole document is written.
  ///   - scratch: `all` knows what was found in the document.
  func find(
    _ habits: WritingHabits, _ scratch: inout TaggingScratch, into candidates: inout [Candidate]
  ) {
    scratch.input.read(tokens, bytes, candidates, model.groups, of: habits, scratch.all)
    scratch.begin(tokens.count)
    var found: [Candidate] = []
    let features = TaggerFeatures(reading: scratch.input.reading)
    scratch.scorer.begin(model)
    for stretch in scratch.input.stretches {
      scratch.scorer.score(stretch, features, model, &scratch.chain)
      model.marginals(of: scratch.scorer.scores, into: &scratch.chain)
      for index in stretch {
        // Never 0, which tells what was not read.
        scratch.probability[index] = Int16(
          max(1, 1000 - model.calibrated(scratch.chain.nothing(at: index - stretch.lowerBound))))
      }
      collect(stretch, scratch, into: &found)
    }
    candidates.removeAll { $0.confidence < TaggerRecognizer.certain && !isConfirmed($0, scratch) }
    let labels = RuleLabels(candidates, tokens)
    for var candidate in found {
      let range = TokenIndex().tokens(in: candidate.range, tokens)
      guard let category = labels.category(candidate.category, range) else { continue }
      candidate.category = category
      candidates.append(candidate)
    }
  }

  private func isConfirmed(_ candidate: Candidate, _ scratch: borrowing TaggingScratch) -> Bool {
    let kind = TagKind(candidate.category)
    return TokenIndex().tokens(in: candidate.range, tokens).contains { index in
      let least = kind.map { threshold.least(for: $0, tokens[index]) } ?? threshold.least
      return Int(scratch.probability[index]) >= least
    }
  }

  /// Turns one stretch's probabilities into candidates.
  private func collect(
    _ stretch: Range<Int>, _ scratch: borrowing TaggingScratch, into found: inout [Candidate]
  ) {
    var open: (kind: TagKind, start: Int, highest: Int)?
    func close(_ end: Int) {
      if let open { append(open.kind, open.start..<end, open.highest, scratch, &found) }
      open = nil
    }
    for index in stretch {
      let probability = Int(scratch.probability[index])
      guard probability >= threshold.least else {
        close(index)
        continue
      }
      let belief = scratch.chain.probabilities(at: index - stretch.lowerBound)
      let (kind, isFirst) = TagKind.best(belief)
      guard probability >= threshold.least(for: kind, tokens[index]) else {
        close(index)
        continue
      }
      if let last = open, last.kind == kind, !isFirst, !isLabel(index) {
        open?.highest = max(last.highest, probability)
      } else {
        close(index)
        open = (kind, index, probability)
      }
    }
    close(stretch.upperBound)
  }

  /// Whether the token begins a line as its label (`MAIL|ana@elm.example`, then `HOME|12 Elm St`): it continues nothing.
  private func isLabel(_ index: Int) -> Bool {
    guard tokens[index].shape.contains(.lineStart), index + 1 < tokens.count else { return false }
    return tokens[index + 1].byte == 0x3a || tokens[index + 1].byte == 0x7c
  }

  private func append(
    _ kind: TagKind, _ range: Range<Int>, _ confidence: Int, _ scratch: borrowing TaggingScratch,
    _ found: inout [Candidate]
  ) {
    let words = TaggedWords(tokens: tokens)
    guard let range = trimmed(range).map(words.withoutNextSentence),
      !words.isVocabulary(kind, range, confidence)
    else { return }
    // It has learnt no script but Latin. What it took out there would be missed by nobody; left in, it holds the document.
    guard tokens[range].contains(where: { $0.kind != .foreign && $0.kind != .punctuation }) else {
      return
    }
    let span = Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    found.append(
      Candidate(
        range: span, category: kind.category(tokens[range]), rule: TaggerRecognizer.rule,
        confidence: confidence,
        evidence: TaggerEvidence(tokens: tokens, reading: scratch.input.reading).codes(range)))
  }

  /// A run without punctuation at its ends; nil when nothing else is in it.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = range.upperBound
    func isMark(_ token: Token) -> Bool { token.kind == .punctuation || token.kind == .possessive }
    while lower < upper, isMark(tokens[lower]) { lower += 1 }
    while upper > lower, isMark(tokens[upper - 1]) { upper -= 1 }
    return lower < upper ? lower..<upper : nil
  }
}
