import Lexicons
import Patterns

/// Finds names in notes typed without capitals, where only the words themselves and their neighbours tell.
///
/// A word must be known as a name and as nothing else, and another name, a title, a word of kinship or an initial must
/// stand beside it.
struct LowerCaseNames {
  /// Tokens of the longest name.
  private static let longest = 12

  /// Whether the document is typed without capitals: see `WritingHabits`.
  let isTypedLower: Bool

  func find(in tokens: [Token], into candidates: inout [Candidate]) {
    var index = 0
    while index < tokens.count {
      guard let match = match(tokens, index) ?? (isTypedLower ? alone(tokens, index) : nil) else {
        index += 1
        continue
      }
      candidates.append(
        Candidate(
          range: Int(tokens[match.start].start)..<Int(tokens[match.end - 1].end), category: .name,
          rule: "name/lower-case", confidence: match.confidence, evidence: [match.cue],
          role: match.cue == "context:kinship" ? .relative : .unknown))
      index = match.end
    }
  }

  private struct Match {
    var start: Int
    var end: Int
    var confidence: Int
    var cue: String
  }

  private func match(_ tokens: [Token], _ index: Int) -> Match? {
    let token = tokens[index]
    guard token.kind == .word, token.shape.contains(.lower), isNameAlone(token) else { return nil }
    let end = end(tokens, from: index)
    if index > 0, token.continuesLine {
      if isTitle(tokens, before: index) {
        return Match(start: index, end: end, confidence: 850, cue: "context:title")
      }
      if tokens[index - 1].facts.has(.relation), token.given >= 3 || token.surname >= 6 {
        return Match(start: index, end: end, confidence: 820, cue: "context:kinship")
      }
      if let initial = initial(tokens, before: index), token.surname >= 5 {
        return Match(start: initial, end: end, confidence: 820, cue: "shape:initial")
      }
    }
    guard token.given >= 5, end > index + 1 else { return nil }
    return Match(start: index, end: end, confidence: 850, cue: "lexicon:given")
  }

  /// In a note without capitals, a given name that is nothing else.
  private func alone(_ tokens: [Token], _ index: Int) -> Match? {
    let token = tokens[index]
    guard token.kind == .word, token.shape.contains(.lower), isNameAlone(token),
      token.given >= 6, token.given + 2 > token.surname, token.place < 8, token.length >= 4
    else { return nil }
    return Match(start: index, end: index + 1, confidence: 640, cue: "lexicon:given")
  }

  /// One past the surname that follows, hyphens included; just past `index` when none does.
  private func end(_ tokens: [Token], from index: Int) -> Int {
    var end = index + 1
    while end < min(tokens.count, index + LowerCaseNames.longest), tokens[end].continuesLine {
      var word = end
      if tokens[end].byte == 0x2d, tokens[end].isAttached { word += 1 }
      guard word < tokens.count, tokens[word].shape.contains(.lower), isNameAlone(tokens[word]),
        tokens[word].surname >= 4 || (tokens[word].given >= 5 && word > end),
        (word == end) != tokens[word].isAttached
      else { break }
      end = word + 1
    }
    return end
  }

  /// Listed as a name, in no dictionary, and seen in running text with a capital if at all.
  private func isNameAlone(_ token: Token) -> Bool {
    let facts = token.facts
    return token.length > 2 && max(token.given, token.surname) >= 3
      && facts.weight(.dictionary) == 0 && !token.isMedical && !token.isStructural
      && !facts.has(.abbreviation) && !facts.has(.gene) && !facts.has(.eponym)
      && (facts.weight(.english) == 0 || facts.weight(.titleShare) >= 10)
  }

  /// `mrs. eudora`, `father kowalczyk`.
  private func isTitle(_ tokens: [Token], before index: Int) -> Bool {
    var title = index - 1
    if tokens[title].byte == 0x2e, tokens[title].isAttached, title > 0 { title -= 1 }
    return tokens[title].facts.has(.title) && tokens[title].length > 1
  }

  /// The first token of `n. castellanos`.
  private func initial(_ tokens: [Token], before index: Int) -> Int? {
    guard index >= 2, tokens[index - 1].byte == 0x2e, tokens[index - 1].isAttached,
      tokens[index - 2].kind == .word, tokens[index - 2].length == 1,
      !tokens[index - 2].isAttached
    else { return nil }
    return index - 2
  }
}
