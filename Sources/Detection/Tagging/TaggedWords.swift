import Lexicons

/// Words that the tagger alone takes for a name or a place and the word lists know to be neither.
///
/// What a rule found stands whatever is said here: only the tagger's own findings are asked about.
struct TaggedWords {
  /// How often a word is anybody's name or any place's, from which it may be one here.
  private static let borne = 2
  /// Shorter words are initials and abbreviations, which no list can tell from a person's.
  private static let shortest = 4
  /// The dictionary weight of words that everybody writes (`the`, `she`, `history`).
  private static let everyday = 13

  /// How often a word that everybody writes is a name, from which it may be one at the head of a sentence (`Will`).
  private static let common = 6

  /// The weight in English of words that stand in nearly every text (`just`, `case`, `wait`).
  private static let frequent = 9

  /// How often such a word is a surname, from which it may be one here (`White`).
  private static let manyBear = 10

  /// The probability, in thousandths, from which the tagger is heard of such words and of abbreviations.
  private static let heard = 400

  let tokens: [Token]

  /// Whether a finding of one word is a word of the language or of medicine: in small letters as a name, a place or a
  /// house (`city`), with a capital only as a name and only a drug, a device or a word of medicine (`Pradaxa`). Where the
  /// tagger is not sure, these as whatever it is, and abbreviations in capitals, weekdays that are no names and
  /// everyday words that open a sentence (`OSHA`, `Thursday`, `Just`).
  ///
  /// - Parameter confidence: the tagger's probability, in thousandths.
  func isVocabulary(_ kind: TagKind, _ range: Range<Int>, _ confidence: Int) -> Bool {
    // Ages and dates are made of such words (`a hundred years`).
    guard kind == .name || kind == .location || kind == .organization else { return false }
    guard range.count == 1, let token = tokens[range].first, token.kind == .word else {
      return false
    }
    let isUnsure = confidence < TaggedWords.heard
    if isUnsure,
      TaggedWords.isLetters(token) || isOpener(range.lowerBound)
        || kind != .name && token.facts.has(.weekday)
    {
      return true
    }
    guard token.length >= TaggedWords.shortest, TaggedWords.isNobody(token) else { return false }
    if token.shape.contains(.lower) {
      return token.facts.weight(.dictionary) > 0 || token.isMedical
        || token.facts.has(.abbreviation)
    }
    return (kind == .name || isUnsure) && token.shape.contains(.capitalised) && token.length > 5
      && (token.facts.has(.drug) || token.facts.has(.medical) || token.facts.has(.device))
  }

  /// The range without an everyday word that begins the next sentence: `Dr. H. The history` names `H.`
  func withoutNextSentence(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, let last = tokens[range].last, last.kind == .word,
      last.shape.contains(.capitalised), last.facts.weight(.dictionary) >= TaggedWords.everyday,
      last.given < TaggedWords.common, last.surname < TaggedWords.common,
      tokens[range.upperBound - 2].byte == 0x2e
    else { return range }
    return range.lowerBound..<range.upperBound - 2
  }

  /// A listed abbreviation written as one. Two letters may be anybody's initials.
  private static func isLetters(_ token: Token) -> Bool {
    token.shape.contains(.allCaps) && token.length > 2 && token.facts.has(.abbreviation)
      && max(token.given, token.surname) < common && !token.facts.has(.hospitalSystem)
      && !token.facts.has(.knownOrganization)
  }

  /// A word of every text, mostly in small letters and hardly anybody's given name, with the capital of its sentence or of
  /// what stands behind a label (`Condition: Good`).
  private func isOpener(_ index: Int) -> Bool {
    let token = tokens[index]
    let opens = token.shape.contains(.sentenceStart) || index > 0 && tokens[index - 1].byte == 0x3a
    return opens && token.shape.contains(.capitalised)
      && token.facts.weight(.dictionary) >= TaggedWords.everyday
      && token.facts.weight(.english) >= TaggedWords.frequent && token.isOrdinaryWord
      && token.given < TaggedWords.common && token.surname < TaggedWords.manyBear
  }

  private static func isNobody(_ token: Token) -> Bool {
    max(token.given, token.surname, token.place) < borne && !token.facts.has(.nickname)
      && !token.facts.has(.eponym) && !token.facts.has(.knownOrganization)
      && !token.facts.has(.hospitalSystem)
  }
}
