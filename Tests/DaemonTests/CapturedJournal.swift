import Daemon
import Logging
import Synchronization

/// A journal whose lines a test can read.
final class CapturedJournal: Sendable {
  struct Line: Sendable, Hashable {
    let level: Logger.Level
    let text: String
  }

  private let said = Mutex<[Line]>([])

  var lines: [Line] { said.withLock { $0 } }

  var journal: Journal {
    Journal(Logger(label: "test") { _ in Handler(capture: self) })
  }

  fileprivate func add(_ line: Line) { said.withLock { $0.append(line) } }

  private struct Handler: LogHandler {
    let capture: CapturedJournal
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    init(capture: CapturedJournal) { self.capture = capture }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      capture.add(Line(level: event.level, text: "\(event.message)"))
    }
  }
}
