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
    guard Phrase.firstWord(tokens, bytes, index, lexicon).has(.phraseStart) else { return best }
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
    let beforePlace = isBehindPreposition(tokens, index)
    guard !isNamedThing(tokens, match, beforePlace) else { return nil }
    if match.facts.has(.state) || match.facts.has(.country) {
      return stateOrCountry(first, match, range, beforePlace)
    }
    let cue = Cue(
      isBeforePlace: beforePlace, isBeforeState: isFollowedByState(tokens, match.end))
    guard canBePlace(first, match, cue), let confidence = confidence(first, match, cue) else {
      return nil
    }
    return Candidate(
      range: range, category: .place, rule: "place/listed", confidence: confidence,
      evidence: ["lexicon:place"] + cue.evidence)
  }

  /// `in Duluth`, `from the Adirondacks`.
  private func isBehindPreposition(_ tokens: [Token], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    if tokens[index - 1].facts.has(.placePreposition) { return true }
    return index > 1 && tokens[index - 1].hash == PlaceRecognizer.article
      && tokens[index - 2].facts.has(.placePreposition)
  }

  private static let article = WordHash.of(Array("the".utf8))

  /// What stands around a listed place and says that it is one.
  private struct Cue {
    /// Behind a preposition of place.
    var isBeforePlace: Bool
    /// A comma and a state or country follow.
    var isBeforeState: Bool

    var isAny: Bool { isBeforePlace || isBeforeState }
    var evidence: [String] {
      isBeforeState ? ["context:state"] : isBeforePlace ? ["context:preposition"] : []
    }
  }

  /// Whether the words are not better known as something else: a short form, a people, ordinary or medical words.
  private func canBePlace(_ first: Token, _ match: Listed, _ cue: Cue) -> Bool {
    if match.words > 1 {
      return !first.isOrdinaryWord || cue.isAny || match.facts.weight(.place) >= 8
    }
    if first.facts.has(.demonym) { return false }
    if first.shape.contains(.capsLine), !cue.isBeforeState { return false }
    if first.shape.contains(.allCaps), !first.shape.contains(.capsLine), first.length <= 4,
      !cue.isBeforeState
    {
      return false
    }
    let isVocabulary = first.isOrdinaryWord || first.isMedical
    return !isVocabulary || cue.isBeforePlace && cue.isBeforeState
  }

  /// Thousandths; nil where neither the words nor what stands around them say enough.
  private func confidence(_ first: Token, _ match: Listed, _ cue: Cue) -> Int? {
    let weight = match.facts.weight(.place)
    if cue.isBeforeState { return 940 }
    if match.words > 1 { return weight >= 5 || cue.isBeforePlace ? 880 : 700 }
    // `from Nikki`, `at Palmer's`: more people bear it than live there.
    if cue.isBeforePlace, max(first.given, first.surname - 2) > weight { return 620 }
    if cue.isBeforePlace { return weight >= 4 ? 860 : 740 }
    let isCity = weight >= 11 && first.given < 6 && first.surname < 8
    if isCity, !first.facts.has(.eponym) { return 690 }
    return weight >= 5 && isPlaceAlone(first) ? 560 : nil
  }

  private func stateOrCountry(
    _ first: Token, _ match: Listed, _ range: Range<Int>, _ beforePlace: Bool
  ) -> Candidate? {
    guard !first.isOrdinaryWord || match.words > 1 else { return nil }
    let isPerson = first.given >= 8 && match.words == 1 && !beforePlace
    guard !isPerson else { return nil }
    let isState = match.facts.has(.state)
    return Candidate(
      range: range, category: isState ? .state : .country,
      rule: isState ? "place/state" : "place/country", confidence: 900,
      evidence: [isState ? "lexicon:state" : "lexicon:country"])
  }

  /// A word in the middle of a sentence that is the name of a town and of nothing else.
  private func isPlaceAlone(_ token: Token) -> Bool {
    token.shape.contains(.capitalised) && !token.shape.contains(.sentenceStart)
      && token.length >= 5 && token.given == 0 && token.surname <= 2 && token.isNameOnly
      && token.facts.weight(.dictionary) == 0
  }

  /// `Boston brace`, `Denver screening`, `Philadelphia chromosome`: the place names a thing of medicine.
  private func isNamedThing(_ tokens: [Token], _ match: Listed, _ beforePlace: Bool) -> Bool {
    if match.facts.has(.eponym) && match.words > 1 && !beforePlace { return true }
    guard match.end < tokens.count, tokens[match.end].continuesLine else { return false }
    let next = tokens[match.end]
    if next.facts.has(.eponymHead) { return true }
    return !beforePlace && (next.facts.has(.anatomy) || isCode(tokens, match.end))
  }

  /// `Prague C2M4`, `Berlin IV`: a grade behind the place. Two codes in a row are a postal code (`Leeds LS9 4QT`).
  private func isCode(_ tokens: [Token], _ index: Int) -> Bool {
    let code = tokens[index]
    guard !code.isAttached else { return false }
    if code.facts.has(.nameSuffix), code.shape.contains(.allCaps) { return true }
    guard code.kind == .mixed else { return false }
    return index + 1 >= tokens.count || tokens[index + 1].kind != .mixed
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
