import FoundationEssentials

/// Spans as JSON Lines: one object a line with `file`, `start`, `end`, and what else is known.
package enum SpanLines {
  /// Reads annotations: `file`, `start`, `end`, `hipaa`, and optionally `label`, `required` (true unless it says false), `text`.
  ///
  /// - Throws: the first line that is no such object.
  package static func gold(_ text: String) throws(GoldError) -> [GoldSpan] {
    try numberedGold(text).map(\.span)
  }

  /// The same, each with the number of its line, from 1.
  package static func numberedGold(
    _ text: String
  ) throws(GoldError) -> [(line: Int, span: GoldSpan)] {
    try lines(text) { (line, number) throws(GoldError) in
      guard let hipaa = line.hipaa else {
        throw GoldError(line: number, problem: "the span has no `hipaa` label")
      }
      let span = GoldSpan(
        file: line.file, start: line.start, end: line.end, label: line.label, hipaa: hipaa,
        required: line.required ?? true, text: line.text)
      return (number, span)
    }
  }

  /// Reads findings as `scrubd detect --json --offsets codepoints` writes them: `file`, `start`, `end`, and optionally `hipaa`, `rule`.
  ///
  /// - Throws: the first line that is no such object.
  package static func predicted(_ text: String) throws(GoldError) -> [PredictedSpan] {
    try lines(text) { (line, _) throws(GoldError) in
      PredictedSpan(
        file: line.file, start: line.start, end: line.end, hipaa: line.hipaa, rule: line.rule)
    }
  }

  private struct Line: Decodable {
    let file: String
    let start: Int
    let end: Int
    let label: String?
    let hipaa: String?
    let required: Bool?
    let text: String?
    let rule: String?
  }

  private static func lines<Span>(
    _ text: String, _ span: (Line, Int) throws(GoldError) -> Span
  ) throws(GoldError) -> [Span] {
    let decoder = JSONDecoder()
    var spans: [Span] = []
    for (index, line) in text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
      .enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }) {
      guard let decoded = try? decoder.decode(Line.self, from: Data(line)) else {
        throw GoldError(
          line: index + 1,
          problem: "not a JSON object with `file` (text), `start` and `end` (whole numbers)")
      }
      guard 0 <= decoded.start, decoded.start <= decoded.end else {
        throw GoldError(line: index + 1, problem: "the span ends before it starts")
      }
      spans.append(try span(decoded, index + 1))
    }
    return spans
  }
}
