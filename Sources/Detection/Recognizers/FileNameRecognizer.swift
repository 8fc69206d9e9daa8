import Lexicons
import Patterns

/// Finds what a file's name may tell. In a name there is no sentence to judge by, so all that is not plainly harmless
/// goes: words that are neither ordinary nor medical, lone letters, common surnames beside a name, and numbers but a
/// single short counter.
struct FileNameRecognizer {
  /// A number up to this length, alone in the name, is a counter (`case 12`); two of them may be a date.
  private static let longestCounter = 2
  /// A word that so many bear as a name (`doe`, `lane`) is one beside a name; see `WordFacts.Weight`.
  private static let commonName = 10

  /// - Parameter candidates: what packs, recognizers and memory found in the name; what is found here is added.
  func find(in tokens: [Token], into candidates: inout [Candidate]) {
    let numbers = tokens.count { $0.kind == .number || $0.kind == .mixed }
    var found: [Category?] = tokens.map { category(of: $0, isOnlyNumber: numbers == 1) }
    for candidate in candidates where candidate.category == .name {
      for index in tokens.indices where candidate.range.overlaps(tokens[index].range) {
        found[index] = .name
      }
    }
    let names = tokens.indices.filter { found[$0] == .name }
    for index in tokens.indices where found[index] == nil && isNameBesideName(tokens, index, names)
    {
      found[index] = .name
    }
    for (token, category) in zip(tokens, found) {
      guard let category else { continue }
      candidates.append(
        Candidate(
          range: token.range, category: category,
          rule: "file-name/\(category == .id ? "number" : "word")", confidence: 500,
          evidence: ["shape:file-name"]))
    }
  }

  private func category(of token: Token, isOnlyNumber: Bool) -> Category? {
    switch token.kind {
    case .punctuation, .possessive: nil
    case .number, .mixed:
      isOnlyNumber && token.length <= FileNameRecognizer.longestCounter ? nil : .id
    case .foreign: .name
    case .word: isHarmless(token) ? nil : .name
    }
  }

  private func isHarmless(_ token: Token) -> Bool {
    if token.length == 1 { return false }
    if token.isMedical || token.isStructural || token.facts.has(.abbreviation) { return true }
    if token.length == 2 { return token.facts.weight(.dictionary) > 0 }
    let isName = token.given >= 6 || token.surname >= 6 || token.place >= 6
    return token.isOrdinaryWord || (token.facts.weight(.dictionary) >= 6 && !isName)
  }

  private func isNameBesideName(_ tokens: [Token], _ index: Int, _ names: [Int]) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, max(token.surname, token.given) >= FileNameRecognizer.commonName
    else { return false }
    return names.contains { name in
      let between = name < index ? tokens[(name + 1)..<index] : tokens[(index + 1)..<name]
      return between.allSatisfy { $0.kind == .punctuation }
    }
  }
}
