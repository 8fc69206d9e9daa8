import FoundationEssentials
import Syscalls

/// Where the daemon's state is told, and how often.
package struct Reporting: Sendable {
  /// The root of the spool, whose folders are counted and which gets the status record.
  package var root: String
  /// The file for Prometheus; nil when nobody wants it.
  package var metricsFile: String?
  /// The time between two looks.
  package var interval: Duration

  package init(root: String, metricsFile: String? = nil, interval: Duration = .seconds(5)) {
    self.root = root
    self.metricsFile = metricsFile
    self.interval = interval
  }
}

/// Tells status line, status record and figures again and again, on a thread of its own: a folder that is slow to list must
/// hold up neither workers nor watchdog.
struct Reporter: Sendable {
  let reporting: Reporting
  let startup: DaemonEvent.Startup
  let telemetry: Telemetry
  let pulses: Pulses
  let notifier: ServiceNotifier
  let journal: Journal
  /// Raised when the last has been told.
  private let isDone = StopFlag()

  /// Tells until the daemon has ended, and once more then.
  func start(until ended: StopFlag) throws(SystemError) {
    try SystemThread.start {
      let started = Date.now
      var isTroubled = false
      while true {
        let isLast = ended.isRaised
        let begin = ContinuousClock.now
        let trouble = tell(since: started)
        if let trouble, !isTroubled { journal.say(.figuresUnwritable(trouble)) }
        isTroubled = trouble != nil
        if isLast { return isDone.raise() }
        // Folders that take long to look at are looked at less often.
        let pause = max(reporting.interval, (ContinuousClock.now - begin) * 20)
        let next = ContinuousClock.now + pause
        while !ended.isRaised, ContinuousClock.now < next { Waiting.pause(.milliseconds(50)) }
      }
    }
  }

  /// Waits until the last has been told, after the daemon has ended: else what is told of it would be older than its end. A
  /// folder that does not answer is not waited for long.
  func waitForLast() {
    let latest = ContinuousClock.now + .seconds(3)
    while !isDone.isRaised, ContinuousClock.now < latest { Waiting.pause(.milliseconds(20)) }
  }

  /// Tells once: what a run that is over leaves for those who look later.
  func tellOnce() {
    if let trouble = tell(since: .now) { journal.say(.figuresUnwritable(trouble)) }
  }

  /// - Returns: why something could not be written.
  private func tell(since started: Date) -> SystemError? {
    let snapshot = snapshot(since: started)
    notifier.status(snapshot.line)
    do throws(SystemError) {
      try snapshot.record.write(root: reporting.root)
      if let file = reporting.metricsFile { try write(MetricsText(snapshot).text, to: file) }
      return nil
    } catch {
      return error
    }
  }

  func snapshot(since started: Date) -> Snapshot {
    Snapshot(
      startup: startup, started: started, now: .now, counts: telemetry.figures.all,
      problems: telemetry.problems.counts, lastProblem: telemetry.problems.last,
      // Those beyond wait for the disk, or for one of these to get up.
      busyWorkers: min(pulses.busyWorkers, startup.workers),
      census: try? SpoolCensus(root: reporting.root))
  }

  private func write(_ text: String, to file: String) throws(SystemError) {
    let slash = file.lastIndex(of: "/") ?? file.startIndex
    let folder = try Folder(opening: Path(String(file[..<slash])), followingLink: true)
    let name = Path(String(file[file.index(after: slash)...]))
    try WholeFile.write(Array(text.utf8), to: name, in: folder, mode: 0o644)
  }
}
