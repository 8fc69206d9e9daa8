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

      SIGHUP makes it take changed settings, patterns and profiles, if they are right; else it goes on with those it has. \
      SIGTERM and SIGINT let the documents in work finish.

      With --once it ends when the inbox has been worked through. The exit code is 0 when nothing was left in the inbox; \
      documents that were held or quarantined are counted and are no failure. It is 1 when something was left: an entry \
      that is still being written, has a temporary name (.part, .tmp, a leading dot) or cannot be moved, or all of them \
      after an interrupt or while the machine fails.

      EXAMPLE
        scrubd run --root ./var
        scrubd run --root ./var --once
      """)

  @OptionGroup var asked: ServiceOptions
  @Flag(help: "Scrub what is in the inbox now, then end.") var once = false

  func run() async throws {
    let overrides = asked.overrides
    let settings = try Settings.load(overrides)
    let logger = JournalOutput.logger(
      Logger.Level(settings.logLevel), stream: Surroundings.journalStream)
    if once {
      try await runOnce(settings, logger)
    } else {
      try await Serving(settings, overrides, logger).run()
    }
  }

  private func runOnce(_ settings: Settings, _ logger: Logger) async throws {
    let telemetry = Telemetry(hooks: try OutcomeHooks(settings))
    let journal = Journal(logger, board: telemetry.problems)
    let station = try Station(settings, telemetry: telemetry, journal: journal)
    let run = SingleRun(station, settings, telemetry, journal)
    let end = try await run.work()
    if end != .failed {
      try station.audit.append([.stopped], durable: true)
      try station.audit.close()
      Console.out(run.summary)
    }
    switch end {
    case .failed:
      throw Failure(
        "stopped early for the reason above; nothing is lost, and the next run goes on from here")
    case .interrupted:
      throw Failure("interrupted; nothing is lost, and the next run goes on from here")
    case .done(let left):
      if let left { throw Failure("left in the inbox: \(left)") }
    }
  }
}

extension Logger.Level {
  /// The same word in the log's own type.
  init(_ level: LogLevel) { self = Logger.Level(rawValue: level.rawValue) ?? .info }
}
