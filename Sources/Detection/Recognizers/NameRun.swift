import Lexicons

/// The longest run of tokens from a start that can be one person's name: given names, initials, particles, hyphenated
/// surnames, a suffix.
struct NameRun {
  /// One past the last token of the run.
  private(set) var end: Int
  /// The largest surname weight behind the first word; 1 for a word in no list, which may be an unlisted surname.
  private(set) var bestSurname = 0
  /// Whether the last word is an ordinary English word.
  private(set) var lastIsOrdinary = false
  /// Whether some word of the run is a listed eponym.
  private(set) var hasEponym: Bool
  /// Whether every word of the run is a listed eponym, as in the names of diseases, signs and devices.
  private(set) var isAllEponyms: Bool
  /// Whether the last word is a nation, a state or a people and no surname.
  private(set) var endsInNation = false
  /// Whether the last word heads the name of a thing (`Blake Drain`) or a place (`Rocky Mountain`) and is no surname.
  private(set) var endsInThing = false
  private var words = 1
  private var isParted = false

  /// At least two words or a word and an initial, not all joined by hyphens: what alone can stand as a full name.
  var isNameLike: Bool { words >= 2 && isParted && !endsInNation }

  init(_ tokens: [Token], from start: Int) {
    end = start + 1
    hasEponym = tokens[start].facts.has(.eponym)
    isAllEponyms = hasEponym
    let isInCapitals = tokens[start].shape.contains(.allCaps)
    while words < 6,
      let next = NameRun.step(tokens, from: end, isInCapitals) ?? rareWord(tokens, start)
    {
      let word = tokens[next.word]
      isParted = isParted || tokens[end].byte != 0x2d
      if !(next.isInitial || word.facts.has(.nameSuffix)) {
        isAllEponyms = isAllEponyms && word.facts.has(.eponym)
        endsInNation = NameRun.isNation(word)
        endsInThing =
          (word.facts.has(.eponymHead) || word.facts.has(.placeHead)) && word.surname < 8
      }
      if word.length > 1 || next.isInitial { words += 1 }
      if !next.isInitial {
        bestSurname = max(bestSurname, word.isUnlisted ? 1 : max(word.surname, word.given / 2))
        lastIsOrdinary = word.isOrdinaryWord
        hasEponym = hasEponym || word.facts.has(.eponym)
      } else {
        bestSurname = max(bestSurname, 3)
      }
      end = next.end
    }
  }

  /// Where the next part of the name is, if the run goes on at `index`.
  private static func step(_ tokens: [Token], from index: Int, _ isInCapitals: Bool) -> Step? {
    guard index < tokens.count, tokens[index].continuesLine else { return nil }
    let token = tokens[index]
    if token.byte == 0x2d, token.isAttached {
      guard index + 1 < tokens.count, tokens[index + 1].isAttached,
        canBeName(tokens[index + 1], anyCase: false)
      else { return nil }
      return Step(word: index + 1, end: index + 2, isInitial: false)
    }
    guard !token.isAttached else { return nil }
    if token.shape.contains(.initial) {
      let dotted = index + 1 < tokens.count && tokens[index + 1].byte == 0x2e
      // A bare capital is a middle initial only when a name follows; `John A` at a line's end says little.
      guard dotted || (index + 1 < tokens.count && canBeName(tokens[index + 1], anyCase: false))
      else { return nil }
      return Step(word: index, end: dotted ? index + 2 : index + 1, isInitial: true)
    }
    if token.facts.has(.nameParticle), let after = particles(tokens, from: index) {
      return Step(word: after, end: after + 1, isInitial: false)
    }
    // A surname in capitals behind a given name in capitals needs no list; a short form it is not.
    let isLongForm = isInCapitals && token.length >= 4 && !token.facts.has(.abbreviation)
    guard canBeName(token, anyCase: token.shape.contains(.capsLine) || isLongForm) else {
      return nil
    }
    return Step(word: index, end: index + 1, isInitial: false)
  }

  /// `Matteo Turnstone`: right behind a name that is nothing else, a rare word with a capital is the surname.
  private func rareWord(_ tokens: [Token], _ start: Int) -> Step? {
    guard end == start + 1, end < tokens.count, tokens[start].given >= 5, tokens[start].isNameOnly
    else { return nil }
    let word = tokens[end]
    guard word.kind == .word, word.continuesLine, !word.isAttached, word.length >= 4,
      !word.shape.contains(.capsLine), !word.shape.isDisjoint(with: [.capitalised, .allCaps]),
      word.shape.contains(.allCaps) == tokens[start].shape.contains(.allCaps),
      word.facts.weight(.dictionary) < 13, word.facts.weight(.english) < 8, !word.isStructural,
      !word.isMedical, !word.facts.has(.eponymHead), !word.facts.has(.personVerb),
      !word.facts.has(.abbreviation)
    else { return nil }
    return Step(word: end, end: end + 1, isInitial: false)
  }

  private struct Step {
    var word: Int
    var end: Int
    var isInitial: Bool
  }

  /// The word behind one to three particles (`de la`, `van der`), if it can be a name.
  private static func particles(_ tokens: [Token], from index: Int) -> Int? {
    var next = index
    while next < tokens.count, next < index + 3, tokens[next].facts.has(.nameParticle),
      tokens[next].continuesLine
    { next += 1 }
    guard next < tokens.count, tokens[next].continuesLine, canBeName(tokens[next], anyCase: false)
    else { return nil }
    return next
  }

  /// `West African`, `Santiago de Chile`: no person ends so, save one whose surname is that of a nation.
  private static func isNation(_ word: Token) -> Bool {
    let isListed =
      word.facts.has(.demonym) || word.facts.has(.country) || word.facts.has(.state)
    return isListed && word.surname < 6
  }

  private static func canBeName(_ token: Token, anyCase: Bool) -> Bool {
    guard token.kind == .word, token.length > 1, token.startsUpper, !token.isStructural else {
      return false
    }
    if token.shape.contains(.allCaps), !anyCase, token.surname < 5 { return false }
    if token.shape.contains(.capsLine), token.isOrdinaryWord, token.surname < 8 { return false }
    if token.isMedical {
      let borne = token.facts.has(.eponym) ? 4 : 6
      return token.surname >= borne && !token.isOrdinaryWord
    }
    if token.facts.has(.nameSuffix) { return true }
    return token.surname > 0 || token.given > 0 || token.facts.weight(.dictionary) == 0
  }

  /// One past the initials (`R.`, `R. J.`) that follow at `index`.
  static func initials(_ tokens: [Token], from index: Int) -> Int {
    var end = index
    while end < min(tokens.count, index + Initials.longest), tokens[end].shape.contains(.initial),
      tokens[end].continuesLine
    {
      end += 1
      if end < tokens.count, tokens[end].byte == 0x2e, tokens[end].isAttached { end += 1 }
    }
    return end
  }
}
