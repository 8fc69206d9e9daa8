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
  case stopping
  case stopped(released: Int, held: Int, quarantined: Int)

  /// What the daemon runs with.
  package struct Startup: Sendable {
    package var version: String
    package var profile: String
    package var profileVersion: Int
    package var patterns: Int
    package var isJITOn: Bool
    package var workers: Int

    package init(
      version: String, profile: String, profileVersion: Int, patterns: Int, isJITOn: Bool,
      workers: Int
    ) {
      self.version = version
      self.profile = profile
      self.profileVersion = profileVersion
      self.patterns = patterns
      self.isJITOn = isJITOn
      self.workers = workers
    }
  }

  /// The line in the journal.
  package var message: String {
    switch self {
    case .started(let startup):
      "scrubd \(startup.version) started: profile \(startup.profile) v\(startup.profileVersion), "
        + "\(startup.patterns) patterns, JIT \(startup.isJITOn ? "on" : "OFF (slow)"), "
        + "\(startup.workers) workers"
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
    }
  }

  /// Whether an administrator should look at it.
  package var isWarning: Bool {
    switch self {
    case .paused, .leftInWork, .stuck, .forgotten, .inboxUnreachable: true
    case .started(let startup): !startup.isJITOn
    default: false
    }
  }
}
