import Lexicons
import Patterns

/// Suspects two capitalised words side by side in the middle of a sentence that are in no dictionary: more often a
/// person, a place or a house than anything else.
///
/// Lists of names never end; this is what an unlisted `Tamzin Bolitho` has in common with the listed ones.
struct SuspectPairs {
  func find(in tokens: [Token], into candidates: inout [Candidate]) {
    var index = 1
    while index + 1 < tokens.count {
      guard isSuspect(tokens[index]), isSuspect(tokens[index + 1]),
        !tokens[index].shape.contains(.sentenceStart), tokens[index + 1].continuesLine,
        !tokens[index + 1].isAttached, !isJoined(tokens, index), !isNamedThing(tokens, index + 2)
      else {
        index += 1
        continue
      }
      candidates.append(
        Candidate(
          range: Int(tokens[index].start)..<Int(tokens[index + 1].end), category: .name,
          rule: "name/suspect-pair", confidence: 540, evidence: ["shape:unlisted"]))
      index += 2
    }
  }

  private func isSuspect(_ token: Token) -> Bool {
    token.kind == .word && token.shape.contains(.capitalised) && token.length >= 4
      && !token.shape.contains(.capsLine) && token.isNameOnly
      && token.facts.weight(.dictionary) == 0
  }

  /// A hyphen, slash or digit beside the pair: part of a product's or a test's name.
  private func isJoined(_ tokens: [Token], _ index: Int) -> Bool {
    if tokens[index].isAttached,
      tokens[index - 1].kind != .punctuation || tokens[index - 1].byte == 0x2d
    {
      return true
    }
    return index + 2 < tokens.count && tokens[index + 2].isAttached
      && [0x2d, 0x2f].contains(tokens[index + 2].byte)
  }

  private func isNamedThing(_ tokens: [Token], _ next: Int) -> Bool {
    guard next < tokens.count, tokens[next].continuesLine else { return false }
    return tokens[next].facts.has(.eponymHead) || tokens[next].isMedical
      || tokens[next].kind == .mixed
  }
}
