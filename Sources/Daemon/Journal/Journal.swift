import Documents
package import Logging

/// Writes events to the log. It takes nothing but `DaemonEvent`s, so that no other text can get there.
package struct Journal: Sendable {
  private let logger: Logger
  private let board: ProblemBoard?

  /// - Parameter board: where problems are pinned up for the status as well.
  package init(_ logger: Logger, board: ProblemBoard? = nil) {
    self.logger = logger
    self.board = board
  }

  package func say(_ event: DaemonEvent) {
    var metadata: Logger.Metadata = [JournalRecord.messageID: .string(event.kind.messageID)]
    for field in event.fields { metadata[field.name.rawValue] = .string(field.text) }
    logger.log(level: event.level, "\(event.message)", metadata: metadata)
    if event.isWarning { board?.pin(event) }
  }
}

extension DaemonEvent {
  fileprivate var level: Logger.Level {
    switch self {
    case .stalled: .error
    case _ where isWarning: .warning
    case .finished(_, .held, _), .finished(_, .quarantined, _): .notice
    default: .info
    }
  }
}
