import Logging
import Synchronization

@testable import Daemon

/// Journal records that a test can read.
final class CapturedRecords: Sendable {
  private let said = Mutex<[JournalRecord]>([])

  var records: [JournalRecord] { said.withLock { $0 } }

  var logger: Logger { Logger(label: "test") { _ in Handler(capture: self) } }

  private struct Handler: LogHandler {
    let capture: CapturedRecords
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let record = JournalRecord(
        level: event.level, message: "\(event.message)", fields: event.metadata ?? [:])
      capture.said.withLock { $0.append(record) }
    }
  }
}
