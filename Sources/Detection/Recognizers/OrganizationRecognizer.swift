import Lexicons
import Patterns

/// Finds the hospital systems and institutions of the lists (`Mayo Clinic`, `Dana-Farber`, `BIDMC`).
///
/// Organisations by head word are the packs' work.
struct OrganizationRecognizer {
  private static let longestPhrase = 6

  let lexicon: Lexicon

  func find(in tokens: [Token], bytes: [UInt8], into candidates: inout [Candidate]) {
    var index = 0
    while index < tokens.count {
      let end = listed(tokens, bytes, index)
      guard let end else {
        index += 1
        continue
      }
      candidates.append(
        Candidate(
          range: Int(tokens[index].start)..<Int(tokens[end - 1].end), category: .organization,
          rule: "org/listed", confidence: 900, evidence: ["lexicon:organization"]))
      index = end
    }
  }

  /// One past the last token of the longest listed organisation that starts at `index`.
  private func listed(_ tokens: [Token], _ bytes: [UInt8], _ index: Int) -> Int? {
    let first = tokens[index]
    guard first.kind == .word, first.startsUpper else { return nil }
    var end: Int?
    if first.facts.has(.hospitalSystem), !first.isOrdinaryWord, first.surname < 6,
      !first.facts.has(.eponym)
    {
      end = index + 1
    }
    guard Phrase.firstWord(tokens, bytes, index, lexicon).has(.phraseStart) else { return end }
    let longest = OrganizationRecognizer.longestPhrase
    Phrase.extend(tokens, bytes, from: index, atMost: longest, lexicon: lexicon) { facts, past, _ in
      if facts.has(.hospitalSystem) { end = past }
    }
    return end
  }
}
