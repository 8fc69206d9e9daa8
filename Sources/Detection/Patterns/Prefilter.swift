import Patterns

/// Decides for all rules at once, in one pass over a text, which of them can match there at all.
struct Prefilter: Sendable {
  private let automaton: LiteralAutomaton
  /// For each rule whether it requires no literal, so that the automaton has no say.
  private let takesAnyText: [Bool]
  /// For each rule the digits it requires.
  private let digits: [Int]
  /// For each rule the literals of which it requires one, in lower case.
  private let words: [[[UInt8]]]
  /// For each hit of the automaton the rules that it satisfies.
  private let rules: [[Int]]

  init(_ requirements: [Requirement]) {
    takesAnyText = requirements.map { $0.literals.allSatisfy(\.isEmpty) }
    digits = requirements.map(\.digits)
    var all: [[UInt8]] = []
    var owners: [Int] = []
    for (rule, requirement) in requirements.enumerated() {
      for literal in requirement.literals {
        // The text is searched folded, so the literal must be folded too, or it would never be met.
        let folded = TextView(Array(literal.utf8)).bytes
        guard !folded.isEmpty else { continue }
        all.append(folded)
        owners.append(rule)
      }
    }
    automaton = LiteralAutomaton(all)
    words = requirements.map {
      $0.literals.map { TextView(Array($0.utf8)).bytes.map(LiteralAutomaton.lowered) }
        .filter { !$0.isEmpty }
    }
    rules = automaton.literals.map { hit in Set(hit.map { owners[$0] }).sorted() }
  }

  /// Whether a match of a rule holds by itself all that the rule requires of a text.
  func isMet(_ rule: Int, by match: Span<UInt8>) -> Bool {
    var digitCount = 0
    for index in match.indices where ByteClass.isDigit(match[index]) { digitCount += 1 }
    guard digitCount >= digits[rule] else { return false }
    return takesAnyText[rule] || words[rule].contains { Prefilter.stands($0, in: match) }
  }

  /// Whether a word, in lower case, stands in a text in any case.
  private static func stands(_ word: [UInt8], in text: Span<UInt8>) -> Bool {
    guard word.count <= text.count else { return false }
    for start in 0...(text.count - word.count)
    where word.indices.allSatisfy({ LiteralAutomaton.lowered(text[start + $0]) == word[$0] }) {
      return true
    }
    return false
  }

  /// Says for each rule in `scratch.isWorthwhile` whether `text` meets its requirement.
  func decide(_ text: Span<UInt8>, _ scratch: inout PatternScratch) {
    scratch.isDecided = true
    Prefilter.fill(&scratch.isMet, rules.count)
    let digitCount = automaton.scan(text, &scratch.isMet)
    scratch.isWorthwhile.removeAll(keepingCapacity: true)
    scratch.isWorthwhile.append(contentsOf: takesAnyText)
    for hit in rules.indices where scratch.isMet[hit] {
      for rule in rules[hit] { scratch.isWorthwhile[rule] = true }
    }
    for rule in digits.indices where digitCount < digits[rule] {
      scratch.isWorthwhile[rule] = false
    }
  }

  private static func fill(_ flags: inout [Bool], _ count: Int) {
    flags.removeAll(keepingCapacity: true)
    flags.append(contentsOf: repeatElement(false, count: count))
  }
}
