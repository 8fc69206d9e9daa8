import Lexicons
import Patterns

/// Finds given names and surnames that stand alone: no title, no second name, only a word that is a name and nothing
/// else where a name can stand.
///
/// The surer the lists are that a word is a given name, the less its place must say. All cuts were chosen on annotated
/// notes against notes without names; see `Token+Evidence` for the scale of the weights.
struct LoneNames {
  func find(in tokens: [Token], into candidates: inout [Candidate]) {
    for index in tokens.indices {
      guard let found = weigh(tokens, index) else { continue }
      let end = Initials.end(tokens, behind: index)
      candidates.append(
        Candidate(
          range: Int(tokens[index].start)..<Int(tokens[end - 1].end), category: .name,
          rule: found.rule,
          confidence: found.confidence, evidence: found.evidence))
    }
  }

  private struct Found {
    var rule: String
    var confidence: Int
    var evidence: [String]
  }

  private func weigh(_ tokens: [Token], _ index: Int) -> Found? {
    let token = tokens[index]
    guard token.kind == .word, token.startsUpper, token.length > 2, token.isNameOnly,
      !isPartOfCompound(tokens, index), !isNamedThing(tokens, index)
    else { return nil }
    let place = Surroundings(tokens, index)
    guard token.isWrittenAsName else { return inCapitals(token, place) }
    if token.given >= 6, token.given + 3 > token.surname || place.isPersonal {
      guard token.place < 8 || place.isPersonal else { return nil }
      return Found(
        rule: "name/given-alone", confidence: place.isPersonal ? 860 : 690,
        evidence: ["lexicon:given"])
    }
    let isListed = token.given >= 3 && token.given + 3 > token.surname && token.place < 5
    let isStart = token.shape.contains(.sentenceStart) && token.surname > 0
    if isListed, place.isPersonal || !isStart {
      return Found(
        rule: "name/given-alone", confidence: place.isPersonal ? 820 : 640,
        evidence: ["lexicon:given"])
    }
    guard token.place < 5, token.surname >= 3 || isSuspect(token) else { return nil }
    let evidence = token.surname > 0 ? "lexicon:surname" : "shape:unlisted"
    if place.isPersonal {
      return Found(
        rule: "name/alone", confidence: token.surname >= 3 ? 740 : 620,
        evidence: [evidence, "context:person"])
    }
    guard place.isAmongNames || place.isAgent, isSuspect(token) else { return nil }
    return Found(
      rule: "name/alone", confidence: 560,
      evidence: [evidence, place.isAgent ? "context:agent" : "context:list"])
  }

  /// `SON NAVEED CALLED`, `KEZIA:`, `nurse ALBRECHT`: where capitals tell nothing, only a name of many people that is
  /// nothing else.
  private func inCapitals(_ token: Token, _ place: Surroundings) -> Found? {
    guard token.length >= 4, token.place < 5, token.facts.weight(.dictionary) == 0 else {
      return nil
    }
    guard token.given >= 7, token.given + 2 > token.surname else {
      guard token.surname >= 6, place.isPersonal else { return nil }
      return Found(rule: "name/alone", confidence: 600, evidence: ["lexicon:surname"])
    }
    return Found(rule: "name/given-alone", confidence: 680, evidence: ["lexicon:given"])
  }

  /// A word no list has, in the middle of a sentence and with one capital: at a sentence's start every word has one,
  /// and `PVCs` and `iStop` are no names.
  private func isSuspect(_ token: Token) -> Bool {
    token.shape.contains(.capitalised) && !token.shape.contains(.sentenceStart)
      && token.length >= 4
  }

  /// `Steri-Strips`, `Kato-Katz`, `Solu-Medrol`: half of something longer.
  private func isPartOfCompound(_ tokens: [Token], _ index: Int) -> Bool {
    if index > 0, tokens[index].isAttached, isJoint(tokens[index - 1]) { return true }
    return index + 1 < tokens.count && tokens[index + 1].isAttached && isJoint(tokens[index + 1])
  }

  private func isJoint(_ token: Token) -> Bool {
    token.byte == 0x2d || token.byte == 0x2f || token.kind == .mixed || token.kind == .number
      || token.kind == .foreign || token.kind == .word
  }

  /// Whether what follows makes it the name of a thing: a sign, a device, a place, a dose, a grade.
  private func isNamedThing(_ tokens: [Token], _ index: Int) -> Bool {
    var next = index + 1
    if next < tokens.count, tokens[next].kind == .possessive { next += 1 }
    guard next < tokens.count, tokens[next].continuesLine else { return false }
    let facts = tokens[next].facts
    return facts.has(.eponymHead) || facts.has(.facilityHead) || facts.has(.organizationHead)
      || facts.has(.streetSuffix) || facts.has(.placeHead) || tokens[next].isMedical
      || tokens[next].kind == .number || tokens[next].kind == .mixed
  }
}

extension Token {
  /// Written with a capital wherever it is seen, and no word of medicine, no eponym, nation or short form.
  var isNameOnly: Bool {
    let isClassed =
      facts.has(.eponym) || facts.has(.gene) || facts.has(.abbreviation) || facts.has(.demonym)
      || facts.has(.country) || facts.has(.state) || facts.has(.holiday) || facts.has(.month)
      || facts.has(.placeHead) || facts.has(.eponymHead) || facts.has(.personVerb)
    return !isClassed && !isMedical && !isStructural && !isOrdinaryWord
      && (facts.weight(.dictionary) == 0 || given >= 6)
      && (facts.weight(.english) == 0 || facts.weight(.titleShare) >= 10)
  }
}
