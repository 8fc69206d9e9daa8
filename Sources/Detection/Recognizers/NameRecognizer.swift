import Lexicons
import Patterns

/// Finds people's names by what the word lists say of neighbouring words: given name and surname, initial and surname,
/// `Surname, Given`, a name beside a word of kinship or a verb only people are subjects of.
///
/// Titles, labels and signatures are the packs' work; what stays ambiguous is the tagger's.
struct NameRecognizer {
  let lexicon: Lexicon
  let bytes: [UInt8]

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
  struct Match {
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
    return givenAndSurname(tokens, index) ?? behindAn(tokens, index)
      ?? initialAndSurname(tokens, index)
      ?? surnameFirst(tokens, index) ?? besideKinship(tokens, index)
      ?? beforeVerb(tokens, index) ?? beforeAge(tokens, index)
  }

  /// Whether what follows makes the run the name of a thing: a street, a hospital, a disease, a device.
  func isNamedThing(_ tokens: [Token], _ end: Int, _ run: NameRun) -> Bool {
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
