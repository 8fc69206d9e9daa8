import Audit
import Documents
package import Pipeline
import ServiceLifecycle
package import Spool
import Syscalls

/// The daemon: finishes what an earlier run left, then brings every arrival of the inbox to its end until it is told
/// to stop. It is ready before it has finished: a long recovery must not look like a start that failed.
package struct ScrubService: Service {
  private let place: Workplace
  private let watcher: InboxWatcher
  private let audit: any AuditTrail
  private let startup: DaemonEvent.Startup
  private let notifier: ServiceNotifier
  private let journal: Journal
  private let telemetry: Telemetry
  private let checkpoints: Duration
  private let originals: OriginalsKeeper?
  private let reporting: Reporting?
  private let reloading: Reloading?
  package let tally = Tally()

  /// - Parameters:
  ///   - telemetry: who counts and tells how documents ended.
  ///   - checkpoints: the time between two checkpoints of the audit log.
  ///   - originals: who removes those whose time is over; nil when nobody does.
  ///   - reporting: where status and figures are told; nil when nowhere.
  ///   - reloading: how changed settings are taken; nil when not at all.
  package init(
    place: Workplace, watcher: InboxWatcher, audit: any AuditTrail,
    startup: DaemonEvent.Startup, notifier: ServiceNotifier, journal: Journal,
    telemetry: Telemetry = Telemetry(), checkpoints: Duration = .seconds(60),
    originals: OriginalsKeeper? = nil, reporting: Reporting? = nil, reloading: Reloading? = nil
  ) {
    self.place = place
    self.watcher = watcher
    self.audit = audit
    self.startup = startup
    self.notifier = notifier
    self.journal = journal
    self.telemetry = telemetry
    self.checkpoints = checkpoints
    self.originals = originals
    self.reporting = reporting
    self.reloading = reloading
  }

  package func run() async throws {
    journal.say(.started(startup))
    let stopping = StopFlag()
    let ended = StopFlag()
    defer { ended.raise() }
    let crew = crew(stopping)
    try telemetry.start(journal)
    let reporter = reporter(on: crew)
    try await withGracefulShutdownHandler {
      journal.say(.ready)
      notifier.ready()
      try notifier.keepAlive(until: ended, while: crew.pulses, journal)
      try reporter?.start(until: ended)
      try CheckpointTimer(audit: audit, interval: checkpoints).start(until: ended)
      try originals?.start(until: ended, journal)
      await work(crew, stopping)
    } onGracefulShutdown: {
      reloading?.withdraw()
      stop(stopping)
      notifier.stopping()
      journal.say(.stopping)
    }
    telemetry.finish()
    try audit.append([.stopped], durable: true)
    journal.say(
      .stopped(
        released: tally[.released], held: tally[.held], quarantined: tally[.quarantined]))
    ended.raise()
    reporter?.waitForLast()
  }

  private func stop(_ stopping: StopFlag) {
    stopping.raise()
    watcher.stop()
  }

  /// Who tells status and figures until the daemon has ended; nil when nobody does.
  private func reporter(on crew: Crew) -> Reporter? {
    reporting.map {
      Reporter(
        reporting: $0, startup: startup, telemetry: telemetry, pulses: crew.pulses,
        notifier: notifier, journal: journal)
    }
  }

  /// Answers those who ask for a reload, until one may be.
  private func answerReloads(_ stopping: StopFlag) async {
    guard let reloading else { return }
    for await _ in reloading.requests {
      notifier.reloading()
      let fault = reloading.judge()
      guard !stopping.isRaised else { return }
      if let fault {
        journal.say(.reloadRefused(fault))
        notifier.ready()
      } else {
        journal.say(.reloading)
        return stop(stopping)
      }
    }
  }

  private static let day = Duration.seconds(86_400)

  /// Says once when the inbox cannot be looked at any more, and once when it can again; and once a day how many entries
  /// have kept a temporary name for more than a day.
  private func reportInbox(until stopping: StopFlag, _ pulses: Pulses) async {
    var isTroubled = false
    var nextReminder = ContinuousClock.now
    while !stopping.isRaised {
      pulses.pool.beat()
      let trouble = watcher.trouble
      if let trouble, !isTroubled { journal.say(.inboxUnreachable(trouble)) }
      if trouble == nil, isTroubled { journal.say(.inboxReachable) }
      isTroubled = trouble != nil
      let forgotten = watcher.forgotten
      if forgotten > 0, ContinuousClock.now >= nextReminder {
        journal.say(.forgotten(count: forgotten))
        nextReminder = ContinuousClock.now + ScrubService.day
      }
      do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
    }
  }

  /// Gives memory back: what the start has left behind, and then whatever a time without documents makes needless.
  private func rest(_ memory: RestingMemory, until stopping: StopFlag) async {
    memory.giveBack()
    while !stopping.isRaised {
      do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
      memory.look()
    }
  }

  private func crew(_ stopping: StopFlag) -> Crew {
    Crew(
      place: place, seats: startup.workers, journal: journal, tally: tally, stopping: stopping,
      telemetry: telemetry)
  }

  private func work(_ crew: Crew, _ stopping: StopFlag) async {
    let queue = WorkQueue(pulse: crew.pulses.queue)
    crew.pulses.pool.begin()
    defer { crew.pulses.pool.rest() }
    let reply = ArrivalReply(done: { watcher.done($0) }, postpone: { watcher.postpone($0) })
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await answerReloads(stopping) }
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          // All of it, before the first arrival is claimed and lies in `work/` as well.
          for job in await crew.unfinished() { await queue.push(job) }
          for await arrival in watcher.arrivals { await queue.push(.arrival(arrival)) }
          // Stopped: whatever nobody has begun stays where it is.
          await queue.abandon()
        }
        group.addTask { await crew.work(queue, reply) }
        group.addTask { await reportInbox(until: stopping, crew.pulses) }
        group.addTask { await rest(crew.memory, until: stopping) }
      }
      group.cancelAll()
    }
  }
}

extension ScrubService: CustomStringConvertible {
  /// What the group of services calls it. Without this it asks reflection, which spells out every rule and list in
  /// megabytes of text that stay in memory.
  package var description: String { "scrubd" }
}
