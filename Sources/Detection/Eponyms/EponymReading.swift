import Lexicons

/// What the words around an eponym say it stands for: medicine (`r/o Parkinson's`, `the Foley`), or somebody of that name
/// (`Parkinson's wife`, `Foley states`).
///
/// It answers only where the words beside it leave no doubt, and a sign of a person outweighs all but an article, a size and
/// a hyphen: what it calls medicine stays in the text, also in a note on a patient of the same name.
struct EponymReading {
  enum Verdict { case medicine, person, open }

  let tokens: [Token]

  /// - Parameter index: a word the lists have as an eponym.
  func verdict(at index: Int) -> Verdict {
    guard tokens[index].facts.has(.eponym) else { return .open }
    if isBehindDeterminer(index) || isPartOfCompound(index) || isBehindSize(index) {
      return .medicine
    }
    if isPerson(index) { return .person }
    return isMedicine(index) ? .medicine : .open
  }

  // MARK: Signs of a person

  private func isPerson(_ index: Int) -> Bool {
    if let before = word(before: index), isPersonBefore(before) { return true }
    if isColonBefore(index), index > 1 {
      let label = tokens[index - 2]
      if EponymReading.isOfPersons(label) || EponymWords.offices.contains(label.hash) {
        return true
      }
    }
    let behind = pastPossessive(index)
    guard let next = continuing(behind), tokens[next].kind == .word else { return false }
    let facts = tokens[next].facts
    if behind > index + 1 { return facts.has(.relation) }
    return tokens[next].shape.contains(.lower)
      && (facts.has(.personVerb) || EponymWords.deeds.contains(tokens[next].hash)
        || isHowPeopleAre(next))
  }

  private func isPersonBefore(_ before: Int) -> Bool {
    if EponymReading.isOfPersons(tokens[before]) { return true }
    if EponymWords.agents.contains(tokens[before].hash) { return true }
    // `discussed with Coombs`: with whom one speaks.
    return before > 0 && EponymWords.withWhom.contains(tokens[before].hash)
      && EponymWords.speaking.contains(tokens[before - 1].hash)
  }

  /// `Gilbert is worried`, `Hunter is 5`: how people are and instruments are not.
  private func isHowPeopleAre(_ verb: Int) -> Bool {
    guard EponymWords.being.contains(tokens[verb].hash), let next = continuing(verb + 1) else {
      return false
    }
    return EponymWords.feelings.contains(tokens[next].hash)
  }

  private static func isOfPersons(_ token: Token) -> Bool {
    token.facts.has(.title) || token.facts.has(.relation) || token.facts.has(.personRole)
  }

  // MARK: Where it stands

  func isEponym(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].startsUpper && tokens[index].facts.has(.eponym)
  }

  /// The token right before, past a title's full stop, on the same line.
  func word(before index: Int) -> Int? {
    guard index > 0, tokens[index].continuesLine else { return nil }
    let isStop = tokens[index - 1].byte == 0x2e && index > 1 && tokens[index - 2].facts.has(.title)
    return isStop ? index - 2 : index - 1
  }

  private func isColonBefore(_ index: Int) -> Bool {
    index > 0 && tokens[index].continuesLine && tokens[index - 1].byte == 0x3a
  }

  func pastPossessive(_ index: Int) -> Int {
    index + 1 < tokens.count && tokens[index + 1].kind == .possessive ? index + 2 : index + 1
  }

  func continuing(_ index: Int) -> Int? {
    index < tokens.count && tokens[index].continuesLine ? index : nil
  }

  func isEnd(_ index: Int) -> Bool {
    guard let next = continuing(index) else { return true }
    return tokens[next].kind == .punctuation && tokens[next].byte != 0x2d
      || EponymWords.joints.contains(tokens[next].hash)
  }

  /// A possessive behind which nothing is owned in so many words.
  func isPossessiveAlone(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .possessive else { return false }
    guard let next = continuing(index + 2) else { return true }
    return tokens[next].kind == .punctuation || EponymWords.small.contains(tokens[next].hash)
  }
}
