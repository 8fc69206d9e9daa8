import Documents
import FoundationEssentials
import Syscalls

/// All that figures, status line and status record are made from, at one moment.
struct Snapshot {
  let startup: DaemonEvent.Startup
  let started: Date
  let now: Date
  let counts: Figures.Counts
  let problems: [EventKind: Int]
  let lastProblem: ProblemBoard.Problem?
  let busyWorkers: Int
  /// Nil when the folders could not be looked at.
  let census: SpoolCensus?

  /// Age of the oldest waiting file in seconds, 0 when there is none.
  var oldestSeconds: Int {
    guard let oldest = census?.oldest else { return 0 }
    return max(0, Int(now.timeIntervalSince(oldest)))
  }

  /// What `systemctl status` shows.
  var line: String {
    var parts: [String] = []
    if let census {
      parts.append("waiting \(census.waiting), in work \(census.inWork)")
      parts.append("held \(census.held.count), quarantined \(census.quarantined)")
    } else {
      parts.append("the folders cannot be looked at")
    }
    let tail =
      lastProblem.map { "last problem at \($0.time.formatted(.iso8601)): \($0.message)" }
      ?? "no problems"
    return parts.joined(separator: ", ") + "; " + tail.prefix(300)
  }

  var record: StatusRecord {
    StatusRecord(
      version: startup.version, process: ProcessLimits.processID, started: started,
      profile: startup.profile, profileVersion: startup.profileVersion,
      patterns: startup.patterns, jit: startup.isJITOn, seal: startup.seal.code,
      workers: startup.workers, busy: busyWorkers, released: counts.documents[.released] ?? 0,
      held: counts.documents[.held] ?? 0, quarantined: counts.documents[.quarantined] ?? 0,
      lastProblem: lastProblem)
  }
}
