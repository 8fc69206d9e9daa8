import Lexicons
import Patterns

/// Drops names that are medicine: a listed drug or device of several words (`ms contin`), and eponyms joined by hyphens
/// (`Weil-Felix`, `Peutz-Jeghers`), standing in a list of more (`Kocher, Kelly, Mayo`) or among words that leave no doubt
/// (`r/o Addison's`), which no title or label makes people.
struct MedicineSieve {
  /// The confidence, in thousandths, from which a rule knows better: a label or a title stood beside the name.
  private static let certain = 900
  /// The confidence, in thousandths, under which a house is hardly one: `St. Jude` is a valve and a hospital.
  private static let unsure = 500
  private static let longestPhrase = 4
  /// The weight as a given name from which a word may be somebody's first name.
  private static let borne = 4

  let lexicon: Lexicon
  let tokens: [Token]
  let bytes: [UInt8]
  private let index = TokenIndex()

  init(lexicon: Lexicon, tokens: [Token], bytes: [UInt8]) {
    self.lexicon = lexicon
    self.tokens = tokens
    self.bytes = bytes
  }

  func sift(_ candidates: inout [Candidate]) {
    candidates.removeAll { candidate in
      let range = index.tokens(in: candidate.range, tokens)
      switch candidate.category {
      case .name: break
      // Of places only what no map has (`evolved to Lennox-Gastaut`), of houses only what is listed as medicine.
      case .place: return candidate.confidence < MedicineSieve.certain && isHyphenedEponym(range)
      case .organization:
        return candidate.confidence < MedicineSieve.unsure && isInListedPhrase(range)
      default: return false
      }
      guard candidate.confidence < MedicineSieve.certain || isBeforeDevice(range) else {
        return false
      }
      return isHyphenedEponym(range) || isAmongEponyms(range) || isInListedPhrase(range)
        || isReadAsMedicine(range, isWeak: candidate.confidence < DocumentMemory.memorable)
    }
  }

  /// `JACKSON-PRATT DRAIN`: two words or more, all eponyms, with hyphens between some of them and no space. An everyday word
  /// that begins the sentence may stand before (`Think Plummer-Vinson`).
  private func isHyphenedEponym(_ range: Range<Int>) -> Bool {
    var range = range
    if range.count > 3, tokens[range.lowerBound].isOrdinaryWord,
      tokens[range.lowerBound].given < MedicineSieve.borne
    {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    var isHyphened = false
    var words = 0
    for token in tokens[range] {
      if token.byte == 0x2d { isHyphened = true }
      guard token.kind == .word else { continue }
      guard token.facts.has(.eponym),
        token.start == tokens[range.lowerBound].start || token.isAttached
      else { return false }
      words += 1
    }
    return isHyphened && words > 1
  }

  /// `Kocher, Kelly` before another eponym and a comma, or behind one: a list of instruments or signs, not a surname and a
  /// given name.
  private func isAmongEponyms(_ range: Range<Int>) -> Bool {
    guard range.count == 3, tokens[range.lowerBound + 1].byte == 0x2c,
      isEponym(range.lowerBound), isEponym(range.lowerBound + 2)
    else { return false }
    return isComma(range.upperBound) && isEponym(range.upperBound + 1)
      || isComma(range.lowerBound - 1) && isEponym(range.lowerBound - 2)
  }

  private func isReadAsMedicine(_ range: Range<Int>, isWeak: Bool) -> Bool {
    guard range.count == 1 else { return false }
    let reading = EponymReading(tokens: tokens)
    return reading.verdict(at: range.lowerBound) == .medicine
      || isWeak && reading.isAmongMedicine(range.lowerBound)
  }

  private func isEponym(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].startsUpper && tokens[index].facts.has(.eponym)
  }

  private func isComma(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].byte == 0x2c
  }

  private func isBeforeDevice(_ range: Range<Int>) -> Bool {
    guard range.upperBound < tokens.count, tokens[range.upperBound].continuesLine else {
      return false
    }
    let facts = tokens[range.upperBound].facts
    return facts.has(.eponymHead) || facts.has(.device)
  }

  /// Whether a listed drug, device or medical phrase of several words covers the whole name.
  private func isInListedPhrase(_ range: Range<Int>) -> Bool {
    guard let first = range.first, first + 1 < tokens.count else { return false }
    for start in [first, first - 1] where start >= 0 && tokens[start].facts.has(.phraseStart) {
      var isListed = false
      Phrase.extend(
        tokens, bytes, from: start, atMost: MedicineSieve.longestPhrase, lexicon: lexicon
      ) { facts, end, _ in
        if end >= range.upperBound, facts.has(.drug) || facts.has(.device) || facts.has(.medical) {
          isListed = true
        }
      }
      if isListed { return true }
    }
    return false
  }
}
