import Daemon
import Documents
import Settings
import Spool
import UnixSignals

/// What `run --once` does: works through the inbox as it is now, and ends.
struct SingleRun {
  /// How it ended.
  enum End: Equatable {
    /// What is left in the inbox, in words; nil when nothing is.
    case done(left: String?)
    /// A signal asked it to end: the documents in work were finished, the rest was left.
    case interrupted
    /// The machine failed; the journal says how.
    case failed
  }

  private let station: Station
  private let journal: Journal
  private let crew: Crew
  private let telemetry: Telemetry
  private let reporting: Reporting
  private let settle: Duration
  private let tally = Tally()
  private let stopping = StopFlag()
  private let signalled = StopFlag()

  /// - Parameter telemetry: the one the station counts with.
  init(
    _ station: Station, _ settings: Settings, _ telemetry: Telemetry, _ journal: Journal
  ) {
    self.station = station
    self.journal = journal
    crew = Crew(
      place: station.place, seats: settings.workers, journal: journal, tally: tally,
      stopping: stopping, telemetry: telemetry, waitsOutFaults: false)
    self.telemetry = telemetry
    reporting = Reporting(root: settings.root, metricsFile: settings.metricsFile)
    settle = .seconds(settings.settleSeconds)
  }

  /// Does all of it.
  func work() async throws -> End {
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    try telemetry.start(journal)
    try station.announce()
    // An entry that is still being written is waited for, but not long.
    let finding = Task { [reporting, settle, station] in
      try await InboxWatcher.settledNow(
        root: reporting.root, profiles: station.dropFolders, settle: settle,
        waitingAtMost: settle * 5 + .seconds(1))
    }
    let listening = Task { [signalled, stopping] in
      for await _ in signals {
        signalled.raise()
        stopping.raise()
        finding.cancel()
      }
    }
    defer { listening.cancel() }
    await crew.finishUnfinished()
    await crew.work(try await finding.value)
    station.originals.tell(journal)
    telemetry.finish()
    crew.report(reporting, of: station.startup, journal)
    if signalled.isRaised { return .interrupted }
    return stopping.isRaised ? .failed : .done(left: try left())
  }

  /// Takes one arrival to its end.
  func carryOut(_ arrival: Arrival) async throws {
    try telemetry.start(journal)
    try station.announce()
    await crew.finishUnfinished()
    await crew.work([arrival])
    telemetry.finish()
  }

  /// How many documents ended where.
  var summary: String {
    "\(tally[.released]) released, \(tally[.held]) held, \(tally[.quarantined]) quarantined"
  }

  private func left() throws -> String? {
    let inbox = try InboxWatcher.count(root: reporting.root, profiles: station.dropFolders)
    let stuck = min(crew.stuckCount, inbox.other)
    let parts = [
      (inbox.other - stuck, "still being written or just dropped in"),
      (inbox.temporary, "with a temporary name"), (stuck, "that cannot be moved (see above)"),
    ]
    let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }
}
