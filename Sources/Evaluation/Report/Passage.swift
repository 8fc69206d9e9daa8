/// A span of interest with the text around it. Holds document text: only for people who may read the corpus.
package struct Passage: Sendable, Hashable {
  package let file: String
  /// In code points.
  package let start: Int
  /// The coarse label; `None` for a prediction without one.
  package let hipaa: String
  /// The corpus's own label; nil for predictions, and where the corpus gives none.
  package let ownLabel: String?
  /// What found it, or a part of it; in order, each once.
  package let rules: [String]
  /// Tokens left of an annotation, or covered by a prediction though nobody marked them.
  package let tokens: Int
  /// The span in double brackets, with up to 40 characters on both sides, on one line.
  package let context: String

  private static let margin = 40
  private static let unlabelled = "None"

  /// An annotation of which `tokens` are left.
  init(
    _ document: EvaluationDocument, _ text: CodePoints, missed span: GoldSpan, rules: [String],
    tokens: Int
  ) {
    file = document.name
    start = span.start
    hipaa = span.hipaa
    ownLabel = span.label
    self.rules = rules
    self.tokens = tokens
    context = text.surroundings(of: span.range, margin: Passage.margin)
  }

  /// A prediction that covers `tokens` which nobody marked.
  init(
    _ document: EvaluationDocument, _ text: CodePoints, falsely span: PredictedSpan, tokens: Int
  ) {
    file = document.name
    start = span.start
    hipaa = span.hipaa ?? Passage.unlabelled
    ownLabel = nil
    rules = span.rule.map { [$0] } ?? []
    self.tokens = tokens
    context = text.surroundings(of: span.range, margin: Passage.margin)
  }

  /// The coarse label, and the corpus's own behind a slash where it says more.
  package var label: String {
    guard let ownLabel, ownLabel != hipaa else { return hipaa }
    return "\(hipaa)/\(ownLabel)"
  }
}

extension CodePoints {
  /// A range in double brackets and what stands around it, on one line.
  fileprivate func surroundings(of range: Range<Int>, margin: Int) -> String {
    let before = max(0, range.lowerBound - margin)..<range.lowerBound
    let after = range.upperBound..<(range.upperBound + margin)
    return "\(line(before))[[\(line(range))]]\(line(after))"
  }

  private func line(_ range: Range<Int>) -> String {
    var line = String.UnicodeScalarView()
    line.append(
      contentsOf: scalars[range.clamped(to: scalars.indices)].map { $0 == "\n" ? "\u{23ce}" : $0 })
    return String(line)
  }
}
