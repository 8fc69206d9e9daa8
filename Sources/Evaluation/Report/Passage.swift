/// A span of interest with the text around it. Holds document text: only for people who may read the corpus.
package struct Passage: Sendable, Hashable {
  package let file: String
  /// In code points.
  package let start: Int
  /// The label, and for an annotation the corpus's own behind a slash.
  package let label: String
  /// The span in double brackets, with up to 40 characters on both sides.
  package let context: String

  private static let margin = 40

  init(_ document: EvaluationDocument, _ text: CodePoints, _ span: GoldSpan) {
    self.init(
      document, text, span.range, label: "\(span.hipaa)/\(span.label ?? Passage.unlabelled)")
  }

  init(_ document: EvaluationDocument, _ text: CodePoints, _ span: PredictedSpan) {
    self.init(document, text, span.range, label: span.hipaa ?? Passage.unlabelled)
  }

  private static let unlabelled = "None"

  private init(
    _ document: EvaluationDocument, _ text: CodePoints, _ range: Range<Int>, label: String
  ) {
    file = document.name
    start = range.lowerBound
    self.label = label
    let before = max(0, range.lowerBound - Passage.margin)..<range.lowerBound
    let after = range.upperBound..<(range.upperBound + Passage.margin)
    context = "\(text.line(before))[[\(text.line(range))]]\(text.line(after))"
  }

  /// One line for a list.
  package var description: String { "\(file):\(start) \(label): \(context)" }
}

extension CodePoints {
  /// The text of a range, on one line.
  func line(_ range: Range<Int>) -> String {
    var line = String.UnicodeScalarView()
    line.append(
      contentsOf: scalars[range.clamped(to: scalars.indices)].map { $0 == "\n" ? "\u{23ce}" : $0 })
    return String(line)
  }
}
