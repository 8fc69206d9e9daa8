import Lexicons

/// What the word lists say of an identifier's words.
struct WordChecks {
  /// The most words a listed place has.
  private static let longestPlace = 5

  let lexicon: Lexicon
  let bytes: [UInt8]
  let tokens: [Token]
  /// Indices of the tokens that overlap the identifier.
  let range: Range<Int>

  /// At least one word can be a person's name: it is listed as one, or it is a word of no dictionary and no medical
  /// list. Single letters count only where there is nothing else.
  var isNameLike: Bool {
    let words = words.filter { $0.length > 1 }
    if words.isEmpty { return self.words.contains { $0.shape.contains(.initial) } }
    return words.contains(where: \.canBeName)
  }

  /// No word is medical or an ordinary lower-case English word, save one that is far more often a name, or one that
  /// stands as a surname beside a name (`Keenan Bright`, `Yaritza Colon`).
  var isNoVocabulary: Bool {
    let words = words
    return words.allSatisfy { word in
      if word.length < 2 || word.facts.has(.nameParticle) || word.facts.has(.nameSuffix) {
        return true
      }
      guard word.isVocabulary, !word.isFarMoreOftenName else { return true }
      let canStandBesideName = word.startsUpper && (!word.isMedical || word.borne >= 8)
      return canStandBesideName && hasName(words, besides: word)
    }
  }

  /// No word structures documents, save one that is far more often a name (`Lane`, `Hall`). Months and weekdays are
  /// names only beside another name (`April Jones`).
  var isNotStructural: Bool {
    let words = words
    return words.allSatisfy { word in
      // A month is one here even where it is a common given name: it takes a name beside it.
      guard word.isStructural || word.facts.has(.month), !word.facts.has(.nameSuffix) else {
        return true
      }
      guard word.facts.has(.month) || word.facts.has(.weekday) else {
        return word.isFarMoreOftenName
      }
      return word.startsUpper && word.borne >= 9 && hasName(words, besides: word)
    }
  }

  /// A listed place begins with the first word and ends with a word of the identifier.
  var isListedPlace: Bool {
    guard let first = range.first(where: { tokens[$0].kind == .word }) else { return false }
    if WordChecks.isPlace(tokens[first].facts) || tokens[first].facts.has(.stateAbbreviation) {
      return true
    }
    guard tokens[first].facts.has(.phraseStart) else { return false }
    var isListed = false
    Phrase.extend(
      tokens, bytes, from: first, atMost: WordChecks.longestPlace, lexicon: lexicon
    ) { facts, end, _ in
      if end <= range.upperBound, WordChecks.isPlace(facts) { isListed = true }
    }
    return isListed
  }

  private var words: [Token] {
    tokens[range].filter { $0.kind == .word || $0.kind == .foreign }
  }

  /// Whether another word than `word` is a name rather than anything else.
  private func hasName(_ words: [Token], besides word: Token) -> Bool {
    words.contains { other in
      other.start != word.start && other.length > 1 && other.startsUpper && other.canBeName
        && !other.facts.has(.month) && !other.facts.has(.weekday)
        && (other.isFarMoreOftenName || !(other.isVocabulary || other.isStructural))
    }
  }

  private static func isPlace(_ facts: WordFacts) -> Bool {
    facts.weight(.place) > 0 || facts.has(.state) || facts.has(.country)
  }
}

extension Token {
  /// How many people bear it, as a given name or a surname.
  fileprivate var borne: Int { max(given, surname) }

  /// A medical or ordinary English word, or an abbreviation written as one.
  fileprivate var isVocabulary: Bool { isMedical || isOrdinaryWord || isWrittenAbbreviation }

  private var isWrittenAbbreviation: Bool {
    facts.has(.abbreviation) && shape.contains(.allCaps) && borne < 9
  }

  /// Listed as a name, by 800 people or more where it is a word too; or in no list that says it is anything else.
  fileprivate var canBeName: Bool {
    if borne >= 4 || borne > 0 && !isVocabulary { return true }
    let isNationOrState = facts.has(.country) || facts.has(.state) || facts.has(.demonym)
    return facts.weight(.dictionary) == 0 && !isVocabulary && !isStructural && !isNationOrState
  }

  /// Written with a capital and borne by 100,000 people; or by 25,000, and in English text mostly with a capital.
  ///
  /// The lists count people on one side and words on the other, which do not compare: the cuts keep `Brown`, `Young` and
  /// `Price`, and let `Will`, `Major` and `Plan` go.
  fileprivate var isFarMoreOftenName: Bool {
    startsUpper && (borne >= 11 || borne >= 9 && facts.weight(.titleShare) >= 8)
  }
}
