import Audit
import Documents
package import Pipeline
import ServiceLifecycle
package import Spool

/// The daemon: finishes what an earlier run left, then brings every arrival of the inbox to its end until it is told
/// to stop. It is ready before it has finished: a long recovery must not look like a start that failed.
package struct ScrubService: Service {
  private let place: Workplace
  private let watcher: InboxWatcher
  private let audit: any AuditTrail
  private let startup: DaemonEvent.Startup
  private let notifier: ServiceNotifier
  private let journal: Journal
  package let tally = Tally()

  package init(
    place: Workplace, watcher: InboxWatcher, audit: any AuditTrail,
    startup: DaemonEvent.Startup, notifier: ServiceNotifier, journal: Journal
  ) {
    self.place = place
    self.watcher = watcher
    self.audit = audit
    self.startup = startup
    self.notifier = notifier
    self.journal = journal
  }

  package func run() async throws {
    journal.say(.started(startup))
    let stopping = StopFlag()
    try await withGracefulShutdownHandler {
      journal.say(.ready)
      notifier.ready()
      try notifier.keepAlive(until: stopping)
      await work(stopping)
    } onGracefulShutdown: {
      stopping.raise()
      watcher.stop()
      notifier.stopping()
      journal.say(.stopping)
    }
    try audit.append([.stopped], durable: true)
    journal.say(
      .stopped(
        released: tally[.released], held: tally[.held], quarantined: tally[.quarantined]))
  }

  private static let day = Duration.seconds(86_400)

  /// Says once when the inbox cannot be looked at any more, and once when it can again; and once a day how many entries
  /// have kept a temporary name for more than a day.
  private func reportInbox(until stopping: StopFlag) async {
    var isTroubled = false
    var nextReminder = ContinuousClock.now
    while !stopping.isRaised {
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

  private func crew(_ stopping: StopFlag) -> Crew {
    Crew(
      place: place, workers: startup.workers, journal: journal, tally: tally, stopping: stopping)
  }

  private func work(_ stopping: StopFlag) async {
    let queue = WorkQueue()
    let crew = crew(stopping)
    let reply = ArrivalReply(done: { watcher.done($0) }, postpone: { watcher.postpone($0) })
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        // All of it, before the first arrival is claimed and lies in `work/` as well.
        for job in await crew.unfinished() { await queue.push(job) }
        for await arrival in watcher.arrivals { await queue.push(.arrival(arrival)) }
        // Stopped: whatever nobody has begun stays where it is.
        await queue.abandon()
      }
      group.addTask { await crew.work(queue, reply) }
      group.addTask { await reportInbox(until: stopping) }
    }
  }
}
