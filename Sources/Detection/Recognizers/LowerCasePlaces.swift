import Lexicons
import Patterns

/// Finds towns in notes typed without capitals: before a state and a ZIP code (`dunmore pa 18512`), or behind a
/// preposition of place (`from erie`).
struct LowerCasePlaces {
  private static let zipDigits = 5

  func find(in tokens: [Token], into candidates: inout [Candidate]) {
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind == .word, token.shape.contains(.lower), token.length >= 4, token.place >= 2,
        token.isNameOnly, isNoWord(token), token.continuesLine
      else { continue }
      if let zip = zip(tokens, behind: index) {
        add(tokens, index..<zip, .place, 880, "context:zip", into: &candidates)
        add(tokens, zip..<(zip + 1), .zip, 880, "context:zip", into: &candidates)
      } else if index > 0, tokens[index - 1].facts.has(.placePreposition), token.place >= 5,
        token.given < token.place
      {
        add(tokens, index..<(index + 1), .place, 740, "context:preposition", into: &candidates)
      }
    }
  }

  /// Whether nobody writes it in small letters for anything else: it stands in no dictionary, or in the largest alone and
  /// nearly always with a capital (`boston`).
  private func isNoWord(_ token: Token) -> Bool {
    let dictionary = token.facts.weight(.dictionary)
    return dictionary == 0 || dictionary == 1 && token.facts.weight(.titleShare) >= 12
  }

  private func add(
    _ tokens: [Token], _ range: Range<Int>, _ category: Category, _ confidence: Int,
    _ cue: String, into candidates: inout [Candidate]
  ) {
    let last = tokens[range.upperBound - 1]
    candidates.append(
      Candidate(
        range: Int(tokens[range.lowerBound].start)..<Int(last.end), category: category,
        rule: "place/lower-case", confidence: confidence, evidence: ["lexicon:place", cue]))
  }

  /// The ZIP code behind a town and its state, a comma between them or not.
  private func zip(_ tokens: [Token], behind index: Int) -> Int? {
    var state = index + 1
    if state < tokens.count, tokens[state].byte == 0x2c { state += 1 }
    guard state + 1 < tokens.count, tokens[state].continuesLine,
      tokens[state].facts.has(.stateAbbreviation) || tokens[state].facts.has(.state),
      tokens[state + 1].kind == .number, tokens[state + 1].length == LowerCasePlaces.zipDigits,
      tokens[state + 1].continuesLine
    else { return nil }
    return state + 1
  }
}
