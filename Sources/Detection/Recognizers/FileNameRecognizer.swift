import Lexicons
import Patterns

/// Finds what a file's name may tell. In a name there is no sentence to judge by, so all that is not plainly harmless
/// goes: words that are neither ordinary nor medical, and numbers of more than two digits.
struct FileNameRecognizer {
  /// Numbers up to this length are counters (`case 12`, `part 2`).
  private static let longestCounter = 2

  func find(in tokens: [Token], into candidates: inout [Candidate]) {
    for token in tokens {
      guard let category = category(of: token) else { continue }
      candidates.append(
        Candidate(
          range: token.range, category: category, rule: "file-name/\(category == .id ? "number" : "word")",
          confidence: 500, evidence: ["shape:file-name"]))
    }
  }

  private func category(of token: Token) -> Category? {
    switch token.kind {
    case .punctuation, .possessive: nil
    case .number, .mixed: token.length > FileNameRecognizer.longestCounter ? .id : nil
    case .foreign: .name
    case .word: isHarmless(token) ? nil : .name
    }
  }

  private func isHarmless(_ token: Token) -> Bool {
    if token.isMedical || token.isStructural || token.facts.has(.abbreviation) { return true }
    if token.length <= 2 { return token.facts.weight(.dictionary) > 0 }
    let isName = token.given >= 6 || token.surname >= 6 || token.place >= 6
    return token.isOrdinaryWord || (token.facts.weight(.dictionary) >= 6 && !isName)
  }
}
