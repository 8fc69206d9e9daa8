import Lexicons

/// Chooses what the tagger reads: only stretches where something can be an identifier, or it would be the slowest thing
/// in the house.
struct TagGate {
  /// Between two candidates so many other tokens are read along (`van der`, `of the`).
  private static let bridge = 3

  /// Whether a token can be part of an identifier, by itself.
  ///
  /// - Parameter found: whether packs or recognizers found something here.
  static func canIdentify(_ tokens: [Token], _ index: Int, found: Bool) -> Bool {
    if found { return true }
    let token = tokens[index]
    switch token.kind {
    case .mixed, .foreign: return true
    case .number: return !isMeasure(tokens, index)
    case .possessive, .punctuation: return false
    case .word: break
    }
    if token.startsUpper { return !isEveryday(token) || hasNameBeside(tokens, index) }
    if token.facts.weight(.dictionary) == 0 { return !isKnownMedicine(token) }
    return token.given >= 10 && token.facts.weight(.dictionary) < 10
      || token.facts.has(.nickname) && token.facts.weight(.dictionary) < 7
  }

  /// A capitalised word that everybody writes and hardly anybody bears.
  private static func isEveryday(_ token: Token) -> Bool {
    token.facts.weight(.dictionary) >= 7 && token.given < 6 && token.surname < 6
      && token.shape.isDisjoint(with: [.mixedCase, .capsLine])
      && (token.shape.contains(.sentenceStart) || token.facts.weight(.dictionary) >= 13)
  }

  private static func hasNameBeside(_ tokens: [Token], _ index: Int) -> Bool {
    func isUpper(_ index: Int) -> Bool {
      tokens.indices.contains(index) && tokens[index].startsUpper && tokens[index].length > 1
    }
    return isUpper(index + 1) || isUpper(index - 1)
  }

  /// A number of up to three digits with a unit or a percent sign behind it, or the digits behind a decimal point.
  private static func isMeasure(_ tokens: [Token], _ index: Int) -> Bool {
    guard tokens[index].length <= 3 else { return false }
    if index + 1 < tokens.count {
      let next = tokens[index + 1]
      if next.byte == 0x25 || next.facts.has(.unit) && next.continuesLine { return true }
      if isDecimal(tokens, index + 1) { return true }
    }
    return isDecimal(tokens, index - 1)
  }

  /// A full stop between two digits, with nothing else beside it: `9.3` and not `3.14.24`.
  private static func isDecimal(_ tokens: [Token], _ index: Int) -> Bool {
    func isNumber(_ index: Int) -> Bool {
      tokens.indices.contains(index) && tokens[index].kind == .number
    }
    func isStop(_ index: Int) -> Bool {
      tokens.indices.contains(index) && tokens[index].byte == 0x2e && tokens[index].isAttached
    }
    return isStop(index) && isNumber(index - 1) && isNumber(index + 1)
      && tokens[index + 1].isAttached && !isStop(index + 2) && !isStop(index - 2)
  }

  /// A lower-case word only medicine writes.
  private static func isKnownMedicine(_ token: Token) -> Bool {
    token.isMedical && token.given == 0 && token.surname < 6 || token.facts.has(.abbreviation)
  }

  /// The stretches of tokens to read, in order and apart: candidates, what lies between two that are near each other, and
  /// one token on each side.
  static func stretches(_ candidates: [Bool], into stretches: inout [Range<Int>]) {
    stretches.removeAll(keepingCapacity: true)
    var last: Range<Int>?
    for index in candidates.indices where candidates[index] {
      if let open = last, index - open.upperBound <= bridge {
        last = open.lowerBound..<index + 1
      } else {
        if let open = last { append(open, candidates.count, &stretches) }
        last = index..<index + 1
      }
    }
    if let open = last { append(open, candidates.count, &stretches) }
  }

  private static func append(_ open: Range<Int>, _ count: Int, _ stretches: inout [Range<Int>]) {
    stretches.append(max(0, open.lowerBound - 1)..<min(count, open.upperBound + 1))
  }
}
