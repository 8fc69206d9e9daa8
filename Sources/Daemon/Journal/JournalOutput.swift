import FoundationEssentials
package import Logging
import Syscalls

/// Where the log goes: to journald with its fields when systemd connected standard error to it, else as lines to standard
/// error.
package struct JournalOutput: LogHandler {
  package var logLevel = Logger.Level.info
  package var metadata: Logger.Metadata = [:]
  private let isJournald: Bool

  /// - Parameter stream: the value of `JOURNAL_STREAM`, by which systemd says that it did so (systemd.exec(5)).
  package init(stream: String?) {
    isJournald = stream != nil && stream == StandardStream.error.identity
  }

  /// A logger that writes so.
  package static func logger(_ level: Logger.Level, stream: String?) -> Logger {
    var logger = Logger(label: "scrubd") { _ in JournalOutput(stream: stream) }
    logger.logLevel = level
    return logger
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }
    let record = JournalRecord(level: event.level, message: "\(event.message)", fields: fields)
    if isJournald, NotifySocket.send(record.datagram, to: JournalRecord.socket) { return }
    // journald reads the number in brackets as the priority; people read the time.
    let head =
      isJournald
      ? "<\(event.level.priority)>"
      : "\(Date.now.formatted(.iso8601)) \(event.level.rawValue) "
    StandardStream.error.write(Array("\(head)scrubd: \(event.message)\n".utf8))
  }
}
