import Daemon
import Logging
import Settings

/// Sets up the log on standard error, where systemd picks it up.
enum Journaling {
  static func logger(_ level: LogLevel) -> Logger {
    var logger = Logger(label: "scrubd") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(rawValue: level.rawValue) ?? .info
    return logger
  }

  /// For commands that do a service's work for one document: what they have to tell, they tell themselves.
  static func quietJournal(_ level: LogLevel) -> Journal {
    var logger = logger(level)
    logger.logLevel = max(logger.logLevel, .warning)
    return Journal(logger)
  }

  /// For libraries that would log on their own account: only what went wrong.
  static var quiet: Logger {
    var logger = Logger(label: "scrubd.services") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    return logger
  }
}
