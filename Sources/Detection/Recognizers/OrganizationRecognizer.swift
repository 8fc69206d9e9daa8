import Lexicons
import Patterns

/// Finds the hospital systems, employers, schools and clubs of the lists (`Mayo Clinic`, `BIDMC`, `Waffle House`).
///
/// Organisations by head word are the packs' work.
struct OrganizationRecognizer {
  private static let longestPhrase = 6

  let lexicon: Lexicon

  func find(in tokens: [Token], bytes: [UInt8], into candidates: inout [Candidate]) {
    var index = 0
    while index < tokens.count {
      guard let match = listed(tokens, bytes, index) else {
        index += 1
        continue
      }
      candidates.append(
        Candidate(
          range: Int(tokens[index].start)..<Int(tokens[match.end - 1].end), category: .organization,
          rule: "org/listed", confidence: match.confidence, evidence: ["lexicon:organization"]))
      index = match.end
    }
  }

  /// A listed organisation: one past its last token, and thousandths.
  private struct Match {
    var end: Int
    var confidence: Int
  }

  /// The longest listed organisation that starts at `index`.
  private func listed(_ tokens: [Token], _ bytes: [UInt8], _ index: Int) -> Match? {
    let first = tokens[index]
    guard first.kind == .word, first.startsUpper else { return nil }
    let facts = Phrase.firstWord(tokens, bytes, index, lexicon)
    var match = alone(tokens, index, facts)
    guard facts.has(.phraseStart) else { return match }
    let longest = OrganizationRecognizer.longestPhrase
    Phrase.extend(tokens, bytes, from: index, atMost: longest, lexicon: lexicon) { facts, past, _ in
      if facts.has(.hospitalSystem) || facts.has(.knownOrganization),
        tokens[past - 1].startsUpper || tokens[past - 1].kind == .possessive
      {
        let isNamed = facts.has(.hospitalSystem) || !isAllOrdinary(tokens[index..<past])
        match = Match(end: past, confidence: isNamed ? 880 : 720)
      }
    }
    return match
  }

  /// One listed word, its possessive included (`Addenbrooke's`).
  private func alone(_ tokens: [Token], _ index: Int, _ facts: WordFacts) -> Match? {
    let word = tokens[index]
    guard facts.has(.hospitalSystem) || facts.has(.knownOrganization), word.length > 1,
      !word.isOrdinaryWord, !word.facts.has(.eponym),
      word.length > 3 || word.shape.contains(.allCaps)
    else { return nil }
    let isPossessed = facts != word.facts
    let place = OrganizationPlace(tokens, index, end: index + (isPossessed ? 2 : 1))
    guard !place.isModelName else { return nil }
    return Match(end: place.end, confidence: confidence(word, facts, place))
  }

  private func confidence(_ word: Token, _ facts: WordFacts, _ place: OrganizationPlace) -> Int {
    // Letters may be short for much else (`HCA`: hippocampal atrophy), and a surname or a town may be meant.
    let isShort = word.shape.contains(.allCaps) && word.length <= 4
    if isShort, !facts.has(.hospitalSystem) || facts.has(.abbreviation) || word.length <= 3 {
      return place.isCued ? 800 : 500
    }
    if max(word.surname, word.given) >= 6 || word.place >= 5 { return place.isCued ? 800 : 560 }
    return facts.has(.hospitalSystem) ? 900 : 840
  }

  /// `Old Navy`, `Whole Foods`: nothing but words that any sentence may have, on a line of capitals too.
  private func isAllOrdinary(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.allSatisfy { $0.kind != .word || $0.isOrdinaryWord }
      && tokens.contains { $0.shape.contains(.capsLine) }
  }
}
