import Lexicons
import Patterns

extension NameRecognizer {
  /// `her daughter, Nneka`, `grandson Chidi`: a word of kinship and a word written as a name.
  func besideKinship(_ tokens: [Token], _ index: Int) -> Match? {
    guard index > 0, tokens[index].isWrittenAsName || tokens[index].shape.contains(.capsLine)
    else { return nil }
    let name = tokens[index]
    var cue = index - 1
    if tokens[cue].byte == 0x2c, cue > 0 { cue -= 1 }
    guard tokens[cue].facts.has(.relation), name.continuesLine, !name.isMedical else { return nil }
    guard name.given > 0 || name.surname > 0 || name.isUnlisted else { return nil }
    if name.isOrdinaryWord {
      // `her son, Will, came` but `her son, Chief of Police`: behind a comma a word needs a second comma.
      let isBetweenCommas = index + 1 < tokens.count && tokens[index + 1].byte == 0x2c
      guard tokens[cue + 1].byte != 0x2c || isBetweenCommas && name.given >= 6,
        max(name.given, name.surname) >= 5
      else { return nil }
    }
    if name.shape.contains(.capsLine) {
      guard name.length > 2, !name.isOrdinaryWord, name.facts.weight(.dictionary) == 0,
        !name.facts.has(.abbreviation), !name.facts.has(.demonym),
        tokens[cue + 1].byte != 0x2c || name.given >= 6,
        name.given >= 3 || name.surname >= 6 || name.isUnlisted
      else { return nil }
    }
    let run = NameRun(tokens, from: index)
    guard !isNamedThing(tokens, run.end, run) else { return nil }
    return Match(
      start: index, end: max(run.end, index + 1), rule: "name/kinship", confidence: 880,
      evidence: ["context:kinship"], role: .relative)
  }

  /// `Tameka says`, `per Liban`: a given name as the subject of a verb that only people are subjects of.
  func beforeVerb(_ tokens: [Token], _ index: Int) -> Match? {
    let name = tokens[index]
    guard name.isWrittenAsName, name.given >= 6, !name.isOrdinaryWord, !name.isMedical,
      name.place < 8, index + 1 < tokens.count, tokens[index + 1].facts.has(.personVerb),
      tokens[index + 1].continuesLine, tokens[index + 1].shape.contains(.lower)
    else { return nil }
    return Match(
      start: index, end: index + 1, rule: "name/verb", confidence: 820,
      evidence: ["lexicon:given", "context:verb"])
  }

  /// `Rocky is a 44-year-old`, `Hope, 44,`: a given name, a word or not, and its bearer's age.
  func beforeAge(_ tokens: [Token], _ index: Int) -> Match? {
    let name = tokens[index]
    // `He is a 68-year-old`, `Case was an 83F`: of the words, only those that many people are called.
    guard name.isWrittenAsName, name.given >= (name.isOrdinaryWord ? 8 : 5), !name.isMedical,
      index + 2 < tokens.count
    else { return nil }
    var age = index + 2
    if tokens[index + 1].byte != 0x2c {
      guard NameRecognizer.copulas.contains(tokens[index + 1].hash),
        NameRecognizer.articles.contains(tokens[age].hash)
      else { return nil }
      age += 1
    }
    guard age + 1 < tokens.count, tokens[age].kind == .number || tokens[age].kind == .mixed,
      tokens[age].length <= 3,
      tokens[age + 1].byte == 0x2d || tokens[age + 1].byte == 0x2c
        || NameRecognizer.years.contains(tokens[age + 1].hash)
    else { return nil }
    return Match(
      start: index, end: index + 1, rule: "name/age", confidence: 830,
      evidence: ["lexicon:given", "context:age"])
  }

  private static let copulas = NameRecognizer.hashes(["is", "was"])
  private static let articles = NameRecognizer.hashes(["a", "an"])
  private static let years = NameRecognizer.hashes(["year", "years", "yo", "y"])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { WordHash.of(Array($0.utf8)) })
  }
}
