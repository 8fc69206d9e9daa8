import Patterns
import Pipeline

/// Revealing references as lines for a person, two for each advice: a long text gives the same one again and again.
struct ReferenceLines {
  let text: [String]

  private struct Advice: Hashable {
    let kind: RevealingKind
    let reason: String
    let suggestion: String
  }

  /// Line numbers that are listed; of more only the number is told.
  private static let mostLines = 12

  init(_ places: [Report.Place]) {
    var order: [Advice] = []
    var lines: [Advice: [Int]] = [:]
    for place in places {
      let advice = Advice(kind: place.kind, reason: place.reason, suggestion: place.suggestion)
      if lines[advice] == nil { order.append(advice) }
      if lines[advice]?.last != place.line { lines[advice, default: []].append(place.line) }
    }
    text = order.flatMap { advice in
      [
        "  \(ReferenceLines.name(lines[advice] ?? [])): \(advice.kind.words). \(advice.reason)",
        "    Instead: \(advice.suggestion)",
      ]
    }
  }

  /// `line 3`, or `lines 3, 7 and 40 more`.
  private static func name(_ lines: [Int]) -> String {
    let listed = lines.prefix(mostLines).map(String.init).joined(separator: ", ")
    let rest = lines.count - mostLines
    return (lines.count == 1 ? "line " : "lines ") + listed + (rest > 0 ? " and \(rest) more" : "")
  }
}
