import Audit
import Daemon
import Documents
import Logging
import ServiceLifecycle
import Settings
import Syscalls
import UnixSignals

/// The daemon's life in one process: from loaded settings to the end, or to the process that takes its place.
struct Serving {
  private let settings: Settings
  private let overrides: SettingsOverrides
  private let logger: Logger
  private let telemetry: Telemetry

  init(_ settings: Settings, _ overrides: SettingsOverrides, _ logger: Logger) throws {
    self.settings = settings
    self.overrides = overrides
    self.logger = logger
    telemetry = Telemetry(hooks: try OutcomeHooks(settings))
  }

  func run() async throws {
    // Before anything else, so that an early signal to reload does not end the process.
    let hangups = await UnixSignalsSequence(trapping: .sighup)
    let journal = Journal(logger, board: telemetry.problems)
    let station = try Station(settings, telemetry: telemetry, journal: journal)
    var startup = station.startup
    // All patterns are compiled.
    startup.seal = MemorySeal.close(keeping: station)
    let reloading = reloading(on: hangups)
    let service = ScrubService(
      place: station.place, watcher: try station.watcher(settings), audit: station.audit,
      startup: startup, notifier: station.notifier,
      journal: journal, telemetry: telemetry,
      checkpoints: .seconds(settings.checkpointSeconds), originals: station.originals,
      reporting: Reporting(root: settings.root, metricsFile: settings.metricsFile),
      reloading: reloading)
    try station.announce()
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: Journaling.quiet))
    try await group.run()
    try station.audit.close()
    if reloading.isAccepted { try becomeAnew() }
  }

  private func reloading(on hangups: UnixSignalsSequence) -> Reloading {
    let (requests, requested) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    Task { for await _ in hangups { requested.yield() } }
    return Reloading(requests: requests) { [overrides] in
      do {
        // Without machine code: it is not wanted here, and could not be made any more.
        _ = try Policy(try Settings.load(overrides), expectedBytes: 0)
        return nil
      } catch let error as SettingsError {
        return .settings(error)
      } catch {
        return .policy
      }
    }
  }

  /// A new process reads everything anew and can make machine code again, which this one has forsworn.
  private func becomeAnew() throws {
    let executable = Surroundings.ofThisProcess().executable
    let error = Replacement.become(Path(executable), arguments: CommandLine.arguments)
    throw Failure("cannot start anew for the reload: \(error); start the service again")
  }
}

extension OutcomeHooks {
  /// Those the settings ask for; nil when there are none.
  convenience init?(_ settings: Settings) throws {
    let programs = [(Outcome.held, settings.onHeld), (.quarantined, settings.onQuarantined)]
      .compactMap { outcome, path in path.map { (outcome, Path($0)) } }
    try self.init(
      Dictionary(uniqueKeysWithValues: programs), limit: .seconds(settings.hookSeconds))
  }
}
