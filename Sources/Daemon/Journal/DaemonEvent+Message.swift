import Documents

extension DaemonEvent {
  /// The line in the journal.
  package var message: String {
    switch self {
    case .started(let startup): startup.message
    case .recovering(let count): "finishing \(count) documents an earlier run left unfinished"
    case .ready: "watching the inbox"
    case .finished(let id, let outcome, let milliseconds):
      "document \(id) \(outcome.rawValue) after \(milliseconds) ms"
    case .paused(let fault): "paused, \(fault.kind.consequence): \(fault)"
    case .resumed(let kind): "working again: \(kind.rawValue)"
    case .leftInWork(let id, let error): "document \(id) stays in work for the next start: \(error)"
    case .stuck(let count, let reason):
      "\(count) entries could not be taken up and are tried again later; the last: \(reason)"
    case .forgotten(let count):
      "\(count) entries of the inbox have kept a temporary name for more than a day (.part, .tmp, a leading dot); "
        + "rename them if they are whole, or remove them"
    case .inboxUnreachable(let error):
      "the inbox cannot be watched: \(error); it is tried again and again"
    case .inboxReachable: "the inbox can be watched again"
    case .stopping: "stopping: finishing the documents in work"
    case .stopped(let released, let held, let quarantined):
      "stopped: \(released) released, \(held) held, \(quarantined) quarantined in this run"
    default: serviceMessage
    }
  }

  /// Of the events that are about the service and not about documents.
  private var serviceMessage: String {
    switch self {
    case .stalled(let workers, let seconds):
      "\(workers) workers have made no progress for \(seconds) seconds; "
        + "the watchdog is not fed any more, and the service manager starts scrubd anew"
    case .reloading: "reloading: finishing the documents in work, then starting anew in place"
    case .reloadRefused(let fault): "reload refused, everything goes on as before: \(fault)"
    case .hookFailed(let id, let fault):
      "the program to tell of document \(id) failed: \(fault); the document is not affected"
    case .originalsExpired(let count):
      "removed \(count) originals that were kept for the time set; each is on record"
    case .originalsNotRemoved(let fault):
      "originals whose time is over cannot be removed: \(fault); it is tried again in an hour"
    case .auditHead(let head): "audit log signed up to record \(head)"
    case .anchorUnwritable(let error):
      "the copy of the audit log's head cannot be written: \(error); check anchorFile; the log itself goes on"
    case .figuresUnwritable(let error):
      "figures and status cannot be written: \(error); check metricsFile and the root folder"
    default: kind.rawValue
    }
  }
}

extension DaemonEvent.Startup {
  fileprivate var message: String {
    "scrubd \(version) started: profile \(profile) v\(profileVersion), "
      + "\(patterns) patterns, JIT \(isJITOn ? "on" : "OFF (slow)"), "
      + "\(workers) workers, \(seal.words)"
  }
}
