package import Pipeline
package import Spool

/// What every worker needs; all of it is shared and immutable, or guards itself.
package struct Workplace: Sendable {
  package var spool: any DocumentSpool
  package var runner: DocumentRunner
  /// How long the scrubbing of one document may take.
  package var timeLimit: Duration
  /// Free bytes on the spool's file system; nil when it cannot be told.
  package var freeBytes: @Sendable () -> Int?
  /// Nothing is claimed while fewer bytes are free.
  package var minimumFreeBytes: Int
  /// How long to wait before a failed step is tried again.
  package var retryDelay: Duration
  /// How long after a stop the scrubbing of a document may go on; then it is interrupted, and the document stays for the
  /// next start. Well below the time after which the service manager kills the process.
  package var stopGrace: Duration

  package init(
    spool: any DocumentSpool, runner: DocumentRunner,
    timeLimit: Duration, freeBytes: @escaping @Sendable () -> Int?, minimumFreeBytes: Int,
    retryDelay: Duration = .seconds(5), stopGrace: Duration = .seconds(20)
  ) {
    self.spool = spool
    self.runner = runner
    self.timeLimit = timeLimit
    self.freeBytes = freeBytes
    self.minimumFreeBytes = minimumFreeBytes
    self.retryDelay = retryDelay
    self.stopGrace = stopGrace
  }
}
