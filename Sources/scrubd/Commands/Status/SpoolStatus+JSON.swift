import Daemon
import FoundationEssentials

extension SpoolStatus {
  /// One object on one line, for programs of those who may see the inbox: it tells names of its folders.
  var json: String {
    var fields = [
      "\"root\":\(JSONText.quoted(root))", "\"running\":\(isRunning)",
      "\"waiting\":\(census.waiting)",
      "\"oldestSeconds\":\(oldestSeconds.map(String.init) ?? "null")",
      "\"inWork\":\(census.inWork)", "\"held\":\(SpoolStatus.list(census.held))",
      "\"quarantined\":\(census.quarantined)", "\"partial\":\(census.isPartial)",
      "\"unknownSubfolders\":"
        + SpoolStatus.list(unknownSubfolders.map { String(decoding: $0, as: UTF8.self) }),
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    if let record, let json = try? encoder.encode(record) {
      fields.append("\"daemon\":\(String(decoding: json, as: UTF8.self))")
    }
    return "{\(fields.joined(separator: ","))}"
  }

  private static func list(_ texts: [String]) -> String {
    "[\(texts.map(JSONText.quoted).joined(separator: ","))]"
  }
}
