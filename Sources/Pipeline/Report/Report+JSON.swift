import FoundationEssentials

extension Report {
  /// The bytes of `report.json`: the same report gives the same bytes.
  package var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Nothing in a report can fail to be encoded; if it did, a reader must not take it for a whole one.
    guard let json = try? encoder.encode(self) else { return [] }
    return Array(json) + [UInt8(ascii: "\n")]
  }

  /// A report read back; nil when the bytes are none.
  package init?(json: [UInt8]) {
    guard let report = try? JSONDecoder().decode(Report.self, from: Data(json)) else { return nil }
    self = report
  }
}
