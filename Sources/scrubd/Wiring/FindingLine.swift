import Detection
import Patterns

/// One finding as `detect` prints it.
struct FindingLine {
  var file: String
  var start: Int
  var end: Int
  var category: String
  var hipaa: String
  var rule: String
  /// Thousandths.
  var confidence: Int
  /// The identifier itself; only when asked for.
  var text: String?

  init(_ finding: Finding, file: String) {
    self.file = file
    start = finding.range.lowerBound
    end = finding.range.upperBound
    category = finding.category.rawValue
    hipaa = finding.category.goldLabel
    rule = finding.rule
    confidence = finding.confidence
  }

  /// `notes/a.txt:12..20 NAME names/titled 0.95`, for people.
  var plain: String {
    let shown = text.map { "  \($0)" } ?? ""
    return "\(file):\(start)..\(end)  \(category)  \(rule)  \(decimal)\(shown)"
  }

  /// An object on one line, keys in a fixed order.
  var json: String {
    var fields = [
      "\"file\":\(JSONText.quoted(file))", "\"start\":\(start)", "\"end\":\(end)",
      "\"category\":\"\(category)\"", "\"hipaa\":\"\(hipaa)\"", "\"rule\":\(JSONText.quoted(rule))",
      "\"confidence\":\(decimal)",
    ]
    if let text { fields.append("\"text\":\(JSONText.quoted(text))") }
    return "{\(fields.joined(separator: ","))}"
  }

  private var decimal: String {
    confidence >= 1000 ? "1.0" : "0.\(String(1000 + confidence).dropFirst())"
  }
}

/// Strings in JSON (RFC 8259).
enum JSONText {
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
