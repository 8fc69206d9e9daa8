package import Logging

/// Writes events to the log. It takes nothing but `DaemonEvent`s, so that no other text can get there.
package struct Journal: Sendable {
  private let logger: Logger

  package init(_ logger: Logger) { self.logger = logger }

  func say(_ event: DaemonEvent) {
    logger.log(level: event.isWarning ? .warning : .info, "\(event.message)")
  }
}
