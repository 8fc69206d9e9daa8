import FoundationEssentials

/// One line of `gold.jsonl`.
struct GoldSpan {
  var line: Int
  /// Code points of the document, half open.
  var start: Int
  var end: Int
  var text: String
  /// Nil for what is never redacted: an age below 90.
  var label: TrainingLabel?

  private struct Record: Decodable {
    var file: String
    var start: Int
    var end: Int
    var hipaa: String
    var text: String
    var required: Bool
  }

  /// The spans of each document, by its file name, in the order of the lines.
  static func byDocument(
    _ gold: [UInt8], file: String
  ) throws(TrainingTextError) -> [String: [GoldSpan]] {
    let decoder = JSONDecoder()
    var spans: [String: [GoldSpan]] = [:]
    for (index, line) in gold.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0d }) {
      guard let record = try? decoder.decode(Record.self, from: Data(line)) else {
        throw TrainingTextError(file: file, line: index + 1, .badJSON)
      }
      let span = GoldSpan(
        line: index + 1, start: record.start, end: record.end, text: record.text,
        label: try label(of: record, file: file, line: index + 1))
      spans[record.file, default: []].append(span)
    }
    return spans
  }

  private static func label(
    of record: Record, file: String, line: Int
  ) throws(TrainingTextError) -> TrainingLabel? {
    switch record.hipaa {
    case "AGE": record.required ? .age : nil
    case "DATE": record.required ? .date : .year
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
