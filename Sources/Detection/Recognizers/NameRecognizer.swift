import Lexicons
import Patterns

/// Finds people's names by what the word lists say of neighbouring words: given name and surname, initial and surname,
/// `Surname, Given`, a name beside a word of kinship or a verb only people are subjects of.
///
/// Titles, labels and signatures are the packs' work; what stays ambiguous is the tagger's.
struct NameRecognizer {
  func find(in tokens: [Token], into candidates: inout [Candidate]) {
    var index = 0
    while index < tokens.count {
      if let match = match(tokens, index) {
        candidates.append(match.candidate(tokens))
        index = match.end
      } else {
        index += 1
      }
    }
  }

  /// A name from one token to another, and why.
  private struct Match {
    var start: Int
    var end: Int
    var rule: String
    var confidence: Int
    var evidence: [String]
    var role = Finding.Role.unknown

    func candidate(_ tokens: [Token]) -> Candidate {
      Candidate(
        range: Int(tokens[start].start)..<Int(tokens[end - 1].end), category: .name, rule: rule,
        confidence: confidence, evidence: evidence, role: role)
    }
  }

  private func match(_ tokens: [Token], _ index: Int) -> Match? {
    let token = tokens[index]
    guard token.kind == .word, token.startsUpper, !token.isStructural else { return nil }
    return givenAndSurname(tokens, index) ?? initialAndSurname(tokens, index)
      ?? surnameFirst(tokens, index) ?? besideKinship(tokens, index)
      ?? beforeVerb(tokens, index)
  }

  /// `Nneka Bright`, `John Q. Public`, `Maria de la Cruz-Ortiz`: a listed given name and what can follow it.
  private func givenAndSurname(_ tokens: [Token], _ index: Int) -> Match? {
    let first = tokens[index]
    guard first.given >= 4, first.length > 1, !first.isMedical || first.given >= 9 else {
      return nil
    }
    let run = NameRun(tokens, from: index)
    guard run.end > index + 1, run.isNameLike else { return nil }
    if first.isOrdinaryWord {
      // `Will Sunday`, `Grace Price`: only where the surname is one beyond doubt, or the word is no sentence start.
      guard run.bestSurname >= 6, !first.shape.contains(.sentenceStart), !run.lastIsOrdinary
      else { return nil }
    } else if run.lastIsOrdinary, run.bestSurname < 5 {
      return nil
    }
    if first.shape.contains(.capsLine) {
      guard first.given >= 7, run.bestSurname >= 5, !run.lastIsOrdinary, !first.isOrdinaryWord
      else { return nil }
    }
    guard !isNamedThing(tokens, run.end, run) else { return nil }
    let known = run.bestSurname >= 3
    return Match(
      start: index, end: run.end, rule: "name/given-surname", confidence: known ? 930 : 850,
      evidence: known ? ["lexicon:given", "lexicon:surname"] : ["lexicon:given", "shape:name"])
  }

  /// `P. Wasilewski`, `J.R. Okafor`: initials with full stops and a word that is no medicine.
  private func initialAndSurname(_ tokens: [Token], _ index: Int) -> Match? {
    var next = index
    while next + 1 < tokens.count, tokens[next].shape.contains(.initial),
      tokens[next + 1].byte == 0x2e, tokens[next + 1].isAttached
    { next += 2 }
    guard next > index, next < tokens.count else { return nil }
    let surname = tokens[next]
    guard surname.continuesLine, surname.isWrittenAsName, !surname.isMedical,
      !surname.isStructural, !surname.isOrdinaryWord, surname.surname > 0 || surname.isUnlisted
    else { return nil }
    let run = NameRun(tokens, from: next)
    guard !isNamedThing(tokens, run.end, run) else { return nil }
    return Match(
      start: index, end: max(run.end, next + 1), rule: "name/initial-surname", confidence: 860,
      evidence: ["shape:initial", surname.surname > 0 ? "lexicon:surname" : "shape:unlisted"])
  }

  /// `Okonkwo, Adaeze R.`: a surname, a comma, a given name.
  private func surnameFirst(_ tokens: [Token], _ index: Int) -> Match? {
    var comma = index + 1
    if comma + 1 < tokens.count, tokens[comma].byte == 0x2d, tokens[comma].isAttached { comma += 2 }
    guard comma + 1 < tokens.count, tokens[comma].byte == 0x2c, tokens[comma].isAttached else {
      return nil
    }
    let surname = tokens[index]
    let given = tokens[comma + 1]
    guard surname.surname >= 4, given.given >= 7, given.kind == .word, given.startsUpper,
      given.continuesLine, !given.isAttached, !surname.isOrdinaryWord, !given.isOrdinaryWord,
      !surname.isMedical, !given.isMedical, !given.isStructural, given.surname < given.given + 3,
      surname.given < surname.surname, given.place < 6,
      surname.shape.contains(.allCaps) == given.shape.contains(.allCaps)
        || given.shape.contains(.capitalised)
    else { return nil }
    let end = NameRun.initials(tokens, from: comma + 2)
    return Match(
      start: index, end: end, rule: "name/surname-given", confidence: 800,
      evidence: ["lexicon:surname", "lexicon:given", "shape:comma"])
  }

  /// `her daughter, Nneka`, `grandson Chidi`: a word of kinship and a word written as a name.
  private func besideKinship(_ tokens: [Token], _ index: Int) -> Match? {
    guard index > 0, tokens[index].isWrittenAsName else { return nil }
    let name = tokens[index]
    var cue = index - 1
    if tokens[cue].byte == 0x2c, cue > 0 { cue -= 1 }
    guard tokens[cue].facts.has(.relation), name.continuesLine, !name.isMedical else { return nil }
    guard name.given > 0 || name.surname > 0 || name.isUnlisted else { return nil }
    if name.isOrdinaryWord && tokens[cue + 1].byte == 0x2c { return nil }
    let run = NameRun(tokens, from: index)
    guard !isNamedThing(tokens, run.end, run) else { return nil }
    return Match(
      start: index, end: max(run.end, index + 1), rule: "name/kinship", confidence: 880,
      evidence: ["context:kinship"], role: .relative)
  }

  /// `Tameka says`, `per Liban`: a given name as the subject of a verb that only people are subjects of.
  private func beforeVerb(_ tokens: [Token], _ index: Int) -> Match? {
    let name = tokens[index]
    guard name.isWrittenAsName, name.given >= 6, !name.isOrdinaryWord, !name.isMedical,
      name.place < 8, index + 1 < tokens.count, tokens[index + 1].facts.has(.personVerb),
      tokens[index + 1].continuesLine, tokens[index + 1].shape.contains(.lower)
    else { return nil }
    return Match(
      start: index, end: index + 1, rule: "name/verb", confidence: 820,
      evidence: ["lexicon:given", "context:verb"])
  }

  /// Whether what follows makes the run the name of a thing: a street, a hospital, a disease, a device.
  private func isNamedThing(_ tokens: [Token], _ end: Int, _ run: NameRun) -> Bool {
    guard end < tokens.count, tokens[end].continuesLine else { return false }
    var next = tokens[end]
    if next.kind == .possessive, end + 1 < tokens.count { next = tokens[end + 1] }
    let facts = next.facts
    if next.startsUpper {
      return facts.has(.facilityHead) || facts.has(.organizationHead) || facts.has(.streetSuffix)
        || facts.has(.placeHead) || facts.has(.eponymHead)
    }
    return facts.has(.eponymHead) && run.hasEponym
  }
}
