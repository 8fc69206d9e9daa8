import Audit
import Pipeline
import Syscalls

/// Has the audit log signed and its head brought to its witnesses while the daemon runs, on a thread of its own: the witness
/// may lie on a share that does not answer.
struct CheckpointTimer {
  let audit: any AuditTrail
  /// The time between two checkpoints.
  let interval: Duration

  /// Goes on until the daemon has ended; the last checkpoint is for whoever closes the log.
  func start(until ended: StopFlag) throws(SystemError) {
    try SystemThread.start {
      while true {
        let next = ContinuousClock.now + interval
        while ContinuousClock.now < next {
          if ended.isRaised { return }
          Waiting.pause(min(interval, .milliseconds(250)))
        }
        // A log that cannot be written is said by the workers, who have something to put there.
        do { try audit.checkpoint() } catch { try? audit.reopen() }
      }
    }
  }
}
