import ArgumentParser
import Audit
import Daemon
import Documents
import Logging
import ServiceLifecycle
import Settings
import Spool
import UnixSignals

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Watches the inbox and scrubs what is dropped there.",
    discussion: """
      Folders under the root: inbox, outbox, hold (a person must decide), quarantine (could not be processed), receipts, \
      originals, audit, work.

      EXAMPLE
        scrubd run --root ./var
        scrubd run --root ./var --once
      """)

  @Option(help: ArgumentHelp("The folder that holds inbox, outbox and the others.", valueName: "dir"))
  var root: String?

  @Flag(help: "Scrub what is in the inbox now, then end.") var once = false
  @OptionGroup var policy: PolicyOptions

  func run() async throws {
    var overrides = policy.overrides
    overrides[.root] = root
    let settings = try Settings.load(overrides)
    let logger = Journaling.logger(settings.logLevel)
    let station = try Station(settings)
    if once { try await runOnce(station, logger, settings) } else {
      try await serve(station, logger, settings)
    }
  }

  private func serve(_ station: Station, _ logger: Logger, _ settings: Settings) async throws {
    let service = ScrubService(
      place: station.place, watcher: try station.watcher(settings), audit: station.audit,
      startup: station.startup, notifier: station.notifier, journal: Journal(logger))
    try station.announce()
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: Journaling.quiet))
    try await group.run()
    try station.audit.close()
  }

  private func runOnce(_ station: Station, _ logger: Logger, _ settings: Settings) async throws {
    try station.announce()
    let tally = Tally()
    let crew = Crew(
      place: station.place, workers: settings.workers, journal: Journal(logger), tally: tally,
      stopping: StopFlag())
    try await crew.finishUnfinished()
    let settle = Duration.seconds(settings.settleSeconds)
    await crew.work(
      try await InboxWatcher.settledNow(
        root: settings.root, settle: settle, waitingAtMost: settle * 5 + .seconds(1)))
    try station.audit.append([.stopped], durable: true)
    try station.audit.close()
    Console.out(
      "\(tally[.released]) released, \(tally[.held]) held, \(tally[.quarantined]) quarantined")
  }
}
