import Lexicons
import Patterns

/// Finds a town no list has by the state behind it: `Fairwater, VT`, `Rosehaven, RI 02814`.
///
/// `MD`, `PA` and other states that are credentials too count only before a ZIP code (`Lindqvist, MD` is a doctor).
struct UnlistedTowns {
  private static let zipDigits = 5

  func find(in tokens: [Token], into candidates: inout [Candidate]) {
    for comma in tokens.indices where tokens[comma].byte == 0x2c {
      guard comma > 0, comma + 1 < tokens.count, tokens[comma].isAttached,
        isTown(tokens[comma - 1]), isState(tokens, comma + 1)
      else { continue }
      add(tokens[comma - 1], .place, into: &candidates)
      add(tokens[comma + 1], .state, into: &candidates)
    }
  }

  private func add(_ token: Token, _ category: Category, into candidates: inout [Candidate]) {
    candidates.append(
      Candidate(
        range: token.range, category: category, rule: "place/before-state", confidence: 840,
        evidence: ["context:state"]))
  }

  private func isTown(_ token: Token) -> Bool {
    token.kind == .word && token.length >= 4 && token.startsUpper
      && token.facts.weight(.dictionary) == 0 && token.isNameOnly
  }

  private func isState(_ tokens: [Token], _ index: Int) -> Bool {
    let state = tokens[index]
    guard state.facts.has(.stateAbbreviation), state.shape.contains(.allCaps), state.length == 2,
      state.continuesLine, !state.isAttached
    else { return false }
    let isZIPNext =
      index + 1 < tokens.count && tokens[index + 1].kind == .number
      && tokens[index + 1].length == UnlistedTowns.zipDigits
    if isZIPNext { return true }
    return !state.facts.has(.credential) && !state.facts.has(.unit)
  }
}
