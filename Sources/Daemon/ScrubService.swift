import Audit
import Documents
package import Pipeline
import ServiceLifecycle
package import Spool

/// The daemon: finishes what an earlier run left, then brings every arrival of the inbox to its end until it is told
/// to stop.
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
      try await recover(stopping)
      journal.say(.ready)
      notifier.ready()
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

  /// Says once when the inbox cannot be looked at any more, and once when it can again.
  private func reportTrouble(until stopping: StopFlag) async {
    var isTroubled = false
    while !stopping.isRaised {
      let trouble = watcher.trouble
      if let trouble, !isTroubled { journal.say(.inboxUnreachable(trouble)) }
      if trouble == nil, isTroubled { journal.say(.inboxReachable) }
      isTroubled = trouble != nil
      do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
    }
  }

  private func crew(_ stopping: StopFlag) -> Crew {
    Crew(
      place: place, workers: startup.workers, journal: journal, tally: tally, stopping: stopping)
  }

  private func recover(_ stopping: StopFlag) async throws {
    try await crew(stopping).finishUnfinished()
  }

  private func work(_ stopping: StopFlag) async {
    let queue = ArrivalQueue()
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await arrival in watcher.arrivals { await queue.push(arrival) }
        // Stopped: whatever nobody has begun stays in the inbox.
        await queue.abandon()
      }
      group.addTask { await crew(stopping).work(queue) { watcher.done($0) } }
      group.addTask { await notifier.keepAlive(until: stopping) }
      group.addTask { await reportTrouble(until: stopping) }
    }
  }
}
