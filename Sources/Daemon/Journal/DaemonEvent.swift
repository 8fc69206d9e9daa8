package import Audit
package import Documents
package import Pipeline
package import Spool
package import Syscalls

/// Everything the daemon says in its journal. The cases carry ids, codes, counts and errors of the machine; none can
/// carry text of a document or a file's name.
package enum DaemonEvent: Sendable {
  case started(Startup)
  /// Documents found in `work/` that an earlier run had not finished.
  case recovering(count: Int)
  case ready
  case finished(DocumentID, Outcome, milliseconds: Int)
  /// The machine fails (disk full, audit not writable): what needs it waits until it works again. Said once a kind.
  case paused(MachineFault)
  /// Nobody meets this kind of fault any more.
  case resumed(MachineFault.Kind)
  /// A document stays in `work/` for the next start: it was interrupted, or could not even be quarantined.
  case leftInWork(DocumentID, PipelineError)
  /// Entries of the inbox that could not be taken up so far, and why the last one could not.
  case stuck(count: Int, SpoolError)
  /// Entries of the inbox that have kept a temporary name for more than a day. Said once a day.
  case forgotten(count: Int)
  /// The inbox cannot be looked at (removed, no permission). Said once.
  case inboxUnreachable(SystemError)
  case inboxReachable
  /// So many workers have made no progress for a while: the watchdog is not fed any more. Said once.
  case stalled(workers: Int, seconds: Int)
  case reloading
  case reloadRefused(ReloadFault)
  /// The program set for an outcome failed for a document.
  case hookFailed(DocumentID, HookFault)
  /// Originals were removed because their time was over.
  case originalsExpired(count: Int)
  /// Originals whose time is over cannot be removed. It is tried again every hour.
  case originalsNotRemoved(OriginalsKeeper.Fault)
  /// How far the audit log has come: whoever keeps the journal elsewhere can tell when its end was cut off.
  case auditHead(AuditHead)
  /// The copy of the audit log's head cannot be written. Said once.
  case anchorUnwritable(AuditError)
  /// Figures or status cannot be written. Said once.
  case figuresUnwritable(SystemError)
  case stopping
  case stopped(released: Int, held: Int, quarantined: Int)

  package var kind: EventKind {
    switch self {
    case .started: .started
    case .recovering: .recovering
    case .ready: .ready
    case .finished: .finished
    case .paused: .paused
    case .resumed: .resumed
    case .leftInWork: .leftInWork
    case .stuck: .stuck
    case .forgotten: .forgotten
    case .inboxUnreachable: .inboxUnreachable
    case .inboxReachable: .inboxReachable
    case .stalled: .stalled
    case .reloading: .reloading
    case .reloadRefused: .reloadRefused
    case .hookFailed: .hookFailed
    case .originalsExpired: .originalsExpired
    case .originalsNotRemoved: .originalsNotRemoved
    case .auditHead: .auditHead
    case .anchorUnwritable: .anchorUnwritable
    case .figuresUnwritable: .figuresUnwritable
    case .stopping: .stopping
    case .stopped: .stopped
    }
  }

  /// Whether an administrator should look at it.
  package var isWarning: Bool {
    switch self {
    case .paused, .leftInWork, .stuck, .forgotten, .inboxUnreachable, .stalled, .reloadRefused,
      .hookFailed, .originalsNotRemoved, .anchorUnwritable, .figuresUnwritable:
      true
    case .started(let startup): !startup.isJITOn
    default: false
    }
  }
}
