import Evaluation

/// One line of `gold.jsonl`, with the label the tagger is taught.
struct CorpusSpan {
  var line: Int
  var gold: GoldSpan
  /// Nil for what is never redacted: an age below 90.
  var label: TrainingLabel?

  /// The spans of each document, by its file name, in the order of the lines.
  static func byDocument(
    _ gold: [UInt8], file: String
  ) throws(TrainingTextError) -> [String: [CorpusSpan]] {
    let lines: [(line: Int, span: GoldSpan)]
    do { lines = try SpanLines.numberedGold(String(decoding: gold, as: UTF8.self)) } catch {
      throw TrainingTextError(file: file, line: error.line, .badJSON)
    }
    var spans: [String: [CorpusSpan]] = [:]
    for (line, span) in lines {
      let label = try label(of: span, file: file, line: line)
      spans[span.file, default: []].append(CorpusSpan(line: line, gold: span, label: label))
    }
    return spans
  }

  private static func label(
    of span: GoldSpan, file: String, line: Int
  ) throws(TrainingTextError) -> TrainingLabel? {
    switch span.hipaa {
    case "AGE": span.required ? .age : nil
    case "DATE": span.required ? .date : .year
    case "LOCATION_STATE": .state
    case "LOCATION_COUNTRY": .country
    case "OTHER": .revealing
    case let known:
      if let label = TrainingLabel(rawValue: known) {
        label
      } else {
        throw TrainingTextError(file: file, line: line, .unknownLabel)
      }
    }
  }
}
