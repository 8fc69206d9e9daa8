import Patterns

/// Decides for all rules at once, in one pass over a text, which of them can match there at all.
struct Prefilter: Sendable {
  private let automaton: LiteralAutomaton
  /// For each rule whether it requires no literal, so that the automaton has no say.
  private let takesAnyText: [Bool]
  /// For each rule the digits it requires.
  private let digits: [Int]
  /// For each hit of the automaton the rules that it satisfies.
  private let rules: [[Int]]

  init(_ requirements: [Requirement]) {
    takesAnyText = requirements.map { $0.literals.allSatisfy(\.isEmpty) }
    digits = requirements.map(\.digits)
    var words: [[UInt8]] = []
    var owners: [Int] = []
    for (rule, requirement) in requirements.enumerated() {
      for literal in requirement.literals {
        // The text is searched folded, so the literal must be folded too, or it would never be met.
        let folded = TextView(Array(literal.utf8)).bytes
        guard !folded.isEmpty else { continue }
        words.append(folded)
        owners.append(rule)
      }
    }
    automaton = LiteralAutomaton(words)
    rules = automaton.literals.map { hit in Set(hit.map { owners[$0] }).sorted() }
  }

  /// Says for each rule in `scratch.isWorthwhile` whether `text` meets its requirement.
  func decide(_ text: Span<UInt8>, _ scratch: inout PatternScratch) {
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
