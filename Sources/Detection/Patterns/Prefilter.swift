import Patterns

/// Decides for all rules at once, in one pass over a text, which of them can match there at all.
struct Prefilter: Sendable {
  private let literals: LiteralSet
  /// For each rule whether it requires no literal, so that none has a say.
  private let takesAnyText: [Bool]
  /// For each rule the digits it requires.
  private let digits: [Int]
  /// For each rule the literals of which it requires one, in lower case.
  private let words: [[[UInt8]]]
  /// For each literal its rule.
  private let owners: [Int]

  init(_ requirements: [Requirement]) {
    takesAnyText = requirements.map { $0.literals.allSatisfy(\.isEmpty) }
    digits = requirements.map(\.digits)
    // The text is searched folded, so the literal must be folded too, or it would never be met.
    words = requirements.map {
      $0.literals.map { TextView(Array($0.utf8)).bytes.map(LiteralAutomaton.lowered) }
        .filter { !$0.isEmpty }
    }
    owners = words.enumerated().flatMap { repeatElement($0.offset, count: $0.element.count) }
    literals = LiteralSet(words.flatMap { $0 })
  }

  /// Whether a match of a rule holds by itself all that the rule requires of a text.
  func isMet(_ rule: Int, by match: Span<UInt8>) -> Bool {
    var digitCount = 0
    for index in match.indices where ByteClass.isDigit(match[index]) { digitCount += 1 }
    guard digitCount >= digits[rule] else { return false }
    return takesAnyText[rule] || words[rule].contains { LiteralSet.stands($0, in: match) }
  }

  /// Says for each rule in `scratch.isWorthwhile` whether `text` meets its requirement.
  func decide(_ text: Span<UInt8>, _ scratch: inout PatternScratch) {
    scratch.isDecided = true
    scratch.isMet.removeAll(keepingCapacity: true)
    scratch.isMet.append(contentsOf: repeatElement(false, count: owners.count))
    let digitCount = literals.scan(text, &scratch.isMet)
    scratch.isWorthwhile.removeAll(keepingCapacity: true)
    scratch.isWorthwhile.append(contentsOf: takesAnyText)
    for literal in owners.indices where scratch.isMet[literal] {
      scratch.isWorthwhile[owners[literal]] = true
    }
    for rule in digits.indices where digitCount < digits[rule] {
      scratch.isWorthwhile[rule] = false
    }
  }
}
