import Logging

/// One entry as journald takes it: `NAME=value` lines (systemd's "Native Journal Protocol"). The values are single lines.
struct JournalRecord {
  static let messageID = "MESSAGE_ID"
  /// Where journald listens.
  static let socket = "/run/systemd/journal/socket"

  let level: Logger.Level
  let message: String
  let fields: Logger.Metadata

  var datagram: String {
    var lines = [
      "PRIORITY=\(level.priority)", "SYSLOG_IDENTIFIER=scrubd",
      "MESSAGE=\(JournalRecord.line(message))",
    ]
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      lines.append("\(name)=\(JournalRecord.line("\(value)"))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}

extension Logger.Level {
  /// As syslog(3) numbers them.
  var priority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
