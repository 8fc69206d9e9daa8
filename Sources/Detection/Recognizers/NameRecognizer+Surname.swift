import Lexicons
import Patterns

extension NameRecognizer {
  /// `P. Wasilewski`, `J.R. Okafor`: initials with full stops and a word that is no medicine.
  func initialAndSurname(_ tokens: [Token], _ index: Int) -> Match? {
    var next = index
    while next + 1 < min(tokens.count, index + Initials.longest),
      tokens[next].shape.contains(.initial),
      tokens[next + 1].byte == 0x2e, tokens[next + 1].isAttached
    { next += 2 }
    guard next > index, next < tokens.count else { return nil }
    let surname = tokens[next]
    guard surname.continuesLine, surname.isWrittenAsName, !surname.isMedical,
      !surname.isStructural, !surname.isOrdinaryWord, surname.surname > 0 || surname.isUnlisted
    else { return nil }
    // `T. Nikoran`, `S. Creat`, `B. Fibroepithelial`: one letter and a word no list has may be a tablet, serum or a
    // heading; before a number it is.
    if surname.isUnlisted, next == index + 2 {
      guard !tokens[index].shape.contains(.lineStart), !isFollowedByNumber(tokens, next) else {
        return nil
      }
    }
    guard !isSideOrAnswer(tokens, index, surname: next) else { return nil }
    let run = NameRun(tokens, from: next)
    guard !isNamedThing(tokens, run.end, run) else { return nil }
    return Match(
      start: index, end: max(run.end, next + 1), rule: "name/initial-surname", confidence: 860,
      evidence: ["shape:initial", surname.surname > 0 ? "lexicon:surname" : "shape:unlisted"])
  }

  /// `2/10 R, 3/10 L. Wagner 3`, `did you work? A. Countertops`: a side or an answer, and another sentence.
  private func isSideOrAnswer(_ tokens: [Token], _ index: Int, surname: Int) -> Bool {
    guard surname == index + 2, index > 0 else { return false }
    let before = tokens[index - 1]
    if before.byte == 0x3f { return tokens[surname].isUnlisted }
    let letter = bytes[Int(tokens[index].start)]
    let isSide = (letter == 0x4c || letter == 0x52) && before.kind == .number
    return isSide || tokens[surname].facts.has(.eponym) && isFollowedByNumber(tokens, surname)
  }

  private func isFollowedByNumber(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].continuesLine else { return false }
    return tokens[index + 1].kind == .number || tokens[index + 1].kind == .mixed
  }

  /// `Okonkwo, Adaeze R.`: a surname, a comma, a given name.
  func surnameFirst(_ tokens: [Token], _ index: Int) -> Match? {
    var comma = index + 1
    if comma + 1 < tokens.count, tokens[comma].byte == 0x2d, tokens[comma].isAttached { comma += 2 }
    guard comma + 1 < tokens.count, tokens[comma].byte == 0x2c, tokens[comma].isAttached else {
      return nil
    }
    let surname = tokens[index]
    let given = tokens[comma + 1]
    // `Errin, Aviane, Heather, Nora`: a list with commas between single names.
    if index > 0, tokens[index - 1].byte == 0x2c { return nil }
    // In `Ada Byron, Mary Shelley` neither comma nor order turns two people into one.
    if comma + 2 < tokens.count, tokens[comma + 2].continuesLine, !tokens[comma + 2].isAttached,
      tokens[comma + 2].isWrittenAsName, tokens[comma + 2].surname > tokens[comma + 2].given
    {
      return nil
    }
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
}
