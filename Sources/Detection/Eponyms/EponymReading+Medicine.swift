import Lexicons

/// The signs that an eponym stands for medicine.
extension EponymReading {
  func isMedicine(_ index: Int) -> Bool {
    isBeforeHead(index) || isBehindCue(index) || ownsNothing(index) || isInMedicalList(index)
      || isHandled(index) || isAsked(index) || isBeforeScore(index)
  }

  /// `Hodgkin lymphoma`, `Bell's palsy`.
  private func isBeforeHead(_ index: Int) -> Bool {
    guard let next = continuing(pastPossessive(index)) else { return false }
    return tokens[next].facts.has(.eponymHead)
  }

  /// `the Foley`, `a repeat Romberg`: people have no article, but families have.
  func isBehindDeterminer(_ index: Int) -> Bool {
    guard let before = word(before: index), tokens[before].kind == .word,
      EponymWords.determiners.contains(tokens[before].hash)
        || EponymWords.owners.contains(tokens[before].hash) && tokens[index].given == 0
    else { return false }
    guard let next = continuing(index + 1), tokens[next].kind == .word else { return true }
    return !tokens[next].facts.has(.relation) && !EponymWords.families.contains(tokens[next].hash)
      && !tokens[next].startsUpper
  }

  /// `r/o Parkinson`, `history of Crohn's`, `vs Hodgkin`.
  private func isBehindCue(_ index: Int) -> Bool {
    let isPossessive = isPossessiveAlone(index)
    guard isPossessive || isEnd(index + 1), index > 0, tokens[index].continuesLine else {
      return false
    }
    let before = tokens[index - 1].byte == 0x3a ? index - 2 : index - 1
    guard before >= 0 else { return false }
    let cue = tokens[before]
    if EponymWords.cues.contains(cue.hash) { return true }
    guard before > 0 else { return false }
    let earlier = tokens[before - 1]
    if EponymWords.pairs[cue.hash]?.contains(earlier.hash) == true { return true }
    if isPossessive, EponymWords.pairsOfPossessives[cue.hash]?.contains(earlier.hash) == true {
      return true
    }
    // `r/o`, `c/w`, `h/o`: the slash stands between.
    return before > 1 && earlier.byte == 0x2f && cue.isAttached
      && EponymWords.slashed[cue.hash] == tokens[before - 2].hash
  }

  /// `this is Bell's.`, `Hodgkin's is curable`: the disease goes without saying. What could be a shortened `is` is not read so.
  private func ownsNothing(_ index: Int) -> Bool {
    guard isPossessiveAlone(index) else { return false }
    let next = index + 2
    guard next < tokens.count, tokens[next].continuesLine else { return true }
    if tokens[next].kind == .punctuation { return tokens[next].byte != 0x2d }
    return EponymWords.afterDisease.contains(tokens[next].hash)
  }

  /// `non-Hodgkin`, `Harris-Benedict`.
  func isPartOfCompound(_ index: Int) -> Bool {
    if index > 1, tokens[index].isAttached, tokens[index - 1].byte == 0x2d,
      tokens[index - 1].isAttached, tokens[index - 2].kind == .word
    {
      return EponymWords.prefixes.contains(tokens[index - 2].hash) || isEponym(index - 2)
    }
    return index + 2 < tokens.count && tokens[index + 1].byte == 0x2d
      && tokens[index + 1].isAttached
      && tokens[index + 2].isAttached && isEponym(index + 2)
  }

  /// `16 Fr Foley`, `14F Foley`.
  func isBehindSize(_ index: Int) -> Bool {
    guard let before = word(before: index) else { return false }
    if tokens[before].kind == .mixed { return tokens[index].facts.has(.device) }
    return before > 0 && tokens[before - 1].kind == .number
      && EponymWords.sizes.contains(tokens[before].hash)
  }

  /// `remove Foley`, `Foley draining`, `Romberg negative`.
  private func isHandled(_ index: Int) -> Bool {
    if let before = word(before: index), tokens[index].facts.has(.device),
      EponymWords.handling.contains(tokens[before].hash)
    {
      return true
    }
    guard let next = continuing(index + 1), tokens[next].shape.contains(.lower) else {
      return false
    }
    guard EponymWords.results.contains(tokens[next].hash) else {
      return tokens[index].facts.has(.device) && EponymWords.states.contains(tokens[next].hash)
    }
    guard let further = continuing(next + 1) else { return true }
    return !EponymWords.ofPersons.contains(tokens[further].hash)
  }

  /// `Felty? Caplan?`, `Noonan vs Turner`: a diagnosis is asked for.
  private func isAsked(_ index: Int) -> Bool {
    guard let next = continuing(index + 1) else { return false }
    if EponymWords.against.contains(tokens[next].hash) { return true }
    return tokens[next].byte == 0x3f && tokens[index].shape.contains(.sentenceStart)
  }

  /// `Barthel 55/100`, `Ranson 4 at 48 h`, `Hamilton-D 17`: a score or a grade at a sentence's start or behind a comma.
  private func isBeforeScore(_ index: Int) -> Bool {
    let opens =
      tokens[index].shape.contains(.sentenceStart) || index > 0 && tokens[index - 1].byte == 0x2c
    guard opens, let next = continuing(index + 1) else { return false }
    if tokens[next].byte == 0x2d, next + 2 < tokens.count, tokens[next].isAttached {
      return tokens[next + 1].shape.contains(.initial) && tokens[next + 2].kind == .number
    }
    guard tokens[next].kind == .number, tokens[next].length < 3 else { return false }
    guard let further = continuing(next + 1) else { return true }
    return tokens[further].kind == .punctuation && tokens[further].byte != 0x2d
      || EponymWords.atWhen.contains(tokens[further].hash)
  }
}
