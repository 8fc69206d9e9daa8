import Lexicons
import Patterns

/// Finds towns, states and countries of the lists where the context makes them places.
///
/// Addresses, `City, ST` and places by head word (`Cook County`, `Lake Superior`) are the packs' work.
struct PlaceRecognizer {
  /// The most words a listed place has.
  private static let longestPhrase = 5

  let lexicon: Lexicon

  func find(in tokens: [Token], bytes: [UInt8], into candidates: inout [Candidate]) {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      guard token.kind == .word, token.startsUpper, token.length > 2,
        let match = listed(tokens, bytes, index)
      else {
        index += 1
        continue
      }
      if let candidate = weigh(tokens, index, match) { candidates.append(candidate) }
      index = match.end
    }
  }

  /// A listed place: one past its last token, and what the lists say of the whole of it.
  private struct Listed {
    var end: Int
    var facts: WordFacts
    var words: Int
  }

  /// The longest listed place that starts at `index`.
  private func listed(_ tokens: [Token], _ bytes: [UInt8], _ index: Int) -> Listed? {
    let first = tokens[index]
    var best: Listed?
    if isPlace(first.facts) { best = Listed(end: index + 1, facts: first.facts, words: 1) }
    guard first.facts.has(.phraseStart) else { return best }
    let longest = PlaceRecognizer.longestPhrase
    Phrase.extend(tokens, bytes, from: index, atMost: longest, lexicon: lexicon) {
      facts, end, words in
      if isPlace(facts) { best = Listed(end: end, facts: facts, words: words) }
    }
    return best
  }

  private func isPlace(_ facts: WordFacts) -> Bool {
    facts.weight(.place) > 0 || facts.has(.state) || facts.has(.country)
  }

  private func weigh(_ tokens: [Token], _ index: Int, _ match: Listed) -> Candidate? {
    let first = tokens[index]
    let range = Int(first.start)..<Int(tokens[match.end - 1].end)
    let beforePlace = index > 0 && tokens[index - 1].facts.has(.placePreposition)
    guard !isNamedThing(tokens, match) else { return nil }
    if match.facts.has(.state) || match.facts.has(.country) {
      guard !first.isOrdinaryWord || match.words > 1 else { return nil }
      let person = first.given >= 8 && match.words == 1 && !beforePlace
      guard !person else { return nil }
      let isState = match.facts.has(.state)
      return Candidate(
        range: range, category: isState ? .state : .country,
        rule: isState ? "place/state" : "place/country", confidence: 900,
        evidence: [isState ? "lexicon:state" : "lexicon:country"])
    }
    let weight = match.facts.weight(.place)
    let followedByState = isFollowedByState(tokens, match.end)
    var confidence = 0
    var evidence = ["lexicon:place"]
    if match.words > 1 { confidence = weight >= 5 || beforePlace ? 880 : 700 }
    if match.words == 1, first.isOrdinaryWord || first.isMedical {
      guard beforePlace && followedByState else { return nil }
    }
    if followedByState {
      confidence = 940
      evidence.append("context:state")
    } else if beforePlace {
      confidence = max(confidence, weight >= 4 ? 860 : 740)
      evidence.append("context:preposition")
    } else if match.words == 1, weight >= 11, first.given < 6, first.surname < 8 {
      confidence = 780
    }
    guard confidence > 0, !first.shape.contains(.capsLine) || followedByState || match.words > 1
    else { return nil }
    return Candidate(
      range: range, category: .place, rule: "place/listed", confidence: confidence,
      evidence: evidence)
  }

  /// `Boston brace`, `Denver screening`, `Philadelphia chromosome`: the place names a thing of medicine.
  private func isNamedThing(_ tokens: [Token], _ match: Listed) -> Bool {
    if match.facts.has(.eponym) && match.words > 1 { return true }
    guard match.end < tokens.count, tokens[match.end].continuesLine else { return false }
    let next = tokens[match.end]
    return next.facts.has(.eponymHead) || next.facts.has(.medical) && next.shape.contains(.lower)
  }

  /// `, MN` or `, Ohio` behind the place.
  private func isFollowedByState(_ tokens: [Token], _ end: Int) -> Bool {
    guard end + 1 < tokens.count, tokens[end].byte == 0x2c, tokens[end + 1].continuesLine else {
      return false
    }
    let state = tokens[end + 1]
    return state.facts.has(.state) || state.facts.has(.country)
      || (state.facts.has(.stateAbbreviation) && state.shape.contains(.allCaps))
  }
}
