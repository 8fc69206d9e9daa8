import Lexicons
import Patterns

extension NameRecognizer {
  /// `Nneka Bright`, `John Q. Public`, `Maria de la Cruz-Ortiz`: a listed given name and what can follow it.
  func givenAndSurname(_ tokens: [Token], _ index: Int) -> Match? {
    let first = tokens[index]
    guard first.given >= 4, first.length > 1, !first.isMedical || first.given >= 9 else {
      return nil
    }
    // `PO Box`, `MA Fatima`: two capitals beside a name are a short form.
    if first.shape.contains(.allCaps), first.length < 3, !first.shape.contains(.capsLine) {
      return nil
    }
    // `French Blake drain`, `English Setter`: a nation before a word is no given name.
    if first.facts.has(.demonym) || first.facts.has(.country), first.given < 9 { return nil }
    let run = NameRun(tokens, from: index)
    guard run.end > index + 1, run.isNameLike else { return nil }
    // `Miller Fisher`, `Carey Coombs`: two eponyms are one; but `Thomas Johnson` is a man.
    if run.isAllEponyms, first.given < 11 { return nil }
    guard isSurnameEnough(first, run), !isListedPlace(tokens, index, run) else { return nil }
    if first.shape.contains(.capsLine) {
      guard first.given >= 5, run.bestSurname >= 5 || run.bestSurname == 1 && first.given >= 7,
        !run.lastIsOrdinary, !first.isOrdinaryWord
      else { return nil }
    }
    guard !isNamedThing(tokens, run.end, run) else { return nil }
    let known = run.bestSurname >= 3
    return Match(
      start: index, end: run.end, rule: "name/given-surname", confidence: known ? 930 : 850,
      evidence: known ? ["lexicon:given", "lexicon:surname"] : ["lexicon:given", "shape:name"])
  }

  /// Whether what follows the given name makes it a full one, where one of the two is a word as well.
  private func isSurnameEnough(_ first: Token, _ run: NameRun) -> Bool {
    if run.endsInThing { return false }
    if first.isOrdinaryWord {
      // `Will Sunday`, `Summer Kowalczyk`: only with a surname beyond doubt, and at the start of a sentence or a line
      // only for a word that many people are called.
      if run.bestSurname < 6 || run.lastIsOrdinary { return false }
      let isStart = !first.shape.isDisjoint(with: [.sentenceStart, .lineStart])
      if isStart { return first.given >= 8 && first.facts.weight(.english) < 8 }
      return first.given >= 5 && !first.facts.has(.placePreposition)
    }
    // `Hadrian Driftwood`: behind a name that is nothing else, any word with a capital is the surname.
    let isNameOnly = first.given >= 5 && first.isNameOnly && !first.shape.contains(.capsLine)
    return !run.lastIsOrdinary || run.bestSurname >= 5 || isNameOnly
  }

  /// `San Diego`, `Ocean Grove`: the whole run is a listed place, and its first word no very common given name.
  private func isListedPlace(_ tokens: [Token], _ index: Int, _ run: NameRun) -> Bool {
    guard tokens[index].facts.has(.phraseStart), tokens[index].given < 11 else { return false }
    var isListed = false
    Phrase.extend(tokens, bytes, from: index, atMost: 4, lexicon: lexicon) { facts, end, _ in
      if end == run.end, facts.weight(.place) >= 3 { isListed = true }
    }
    return isListed
  }

  /// `An Suanne`, `An Tran`: before a consonant `An` is no article but the name's first word.
  func behindAn(_ tokens: [Token], _ index: Int) -> Match? {
    guard tokens[index].hash == NameRecognizer.an, tokens[index].shape.contains(.capitalised),
      index + 1 < tokens.count
    else { return nil }
    let name = tokens[index + 1]
    guard name.continuesLine, name.shape.contains(.capitalised), name.isNameOnly,
      max(name.given, name.surname) >= 3, isConsonant(bytes[Int(name.start)] | 0x20)
    else { return nil }
    return Match(
      start: index, end: NameRun(tokens, from: index + 1).end, rule: "name/given-surname",
      confidence: 850, evidence: ["lexicon:given", "shape:name"])
  }

  /// A lower-case letter that `an` does not stand before; the names of `h` and `u` may begin with a vowel.
  private func isConsonant(_ letter: UInt8) -> Bool {
    !NameRecognizer.vowels.contains(letter)
  }

  private static let an = WordHash.of(Array("an".utf8))
  private static let vowels = Set("aeiouh".utf8)
}
