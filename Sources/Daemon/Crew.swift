import Pipeline
package import Spool
import Syscalls

/// The workers of one run, and what they share.
///
/// There are several for each document that may be scrubbed at a time: while one scrubs, others wait for the disk, and
/// those who wait at the same time share its work.
package struct Crew: Sendable {
  /// Workers for each seat. A small document spends far more of its time on the disk than in its seat.
  private static let workersPerSeat = 12
  /// Descriptors that a worker has open at most, and those that are open beside.
  private static let descriptors = (each: 8, beside: 32)

  private let worker: Worker
  private let stuck: StuckEntries
  /// Gives memory back while there is nothing to scrub.
  let memory: RestingMemory
  /// The workers' signs of life.
  let pulses: Pulses

  /// - Parameters:
  ///   - seats: how many documents may be scrubbed at a time.
  ///   - telemetry: who counts and tells how documents ended.
  ///   - waitsOutFaults: whether to try again until a machine that fails works again; else its first fault raises
  ///     `stopping`.
  package init(
    place: Workplace, seats: Int, journal: Journal, tally: Tally, stopping: StopFlag,
    telemetry: Telemetry = Telemetry(), waitsOutFaults: Bool = true
  ) {
    pulses = Pulses(workers: Crew.workers(at: seats))
    stuck = StuckEntries(journal)
    let seats = Seats(seats)
    memory = RestingMemory(seats: seats)
    worker = Worker(
      place: place, journal: journal, gate: FaultGate(journal), stuck: stuck, tally: tally,
      stopping: stopping, telemetry: telemetry, waitsOutFaults: waitsOutFaults,
      seats: seats)
  }

  /// As many workers as can be of use, and have descriptors.
  private static func workers(at seats: Int) -> Int {
    let affordable = (ProcessLimits.openFiles - descriptors.beside) / descriptors.each
    return max(seats, min(seats * workersPerSeat, affordable))
  }

  /// How many entries of the inbox could not be taken up in this run.
  package var stuckCount: Int { stuck.count }

  /// Finishes or redoes what an earlier run left in `work/`, and ends.
  package func finishUnfinished() async {
    await work(fixed: await unfinished())
  }

  /// Works on a fixed list of arrivals: what `run --once` does.
  package func work(_ arrivals: [Arrival]) async {
    await work(fixed: arrivals.map { .arrival($0) })
  }

  /// Leaves status and figures of a run that is over for those who look later.
  package func report(
    _ reporting: Reporting, of startup: DaemonEvent.Startup, _ journal: Journal
  ) {
    Reporter(
      reporting: reporting, startup: startup, telemetry: worker.telemetry, pulses: pulses,
      notifier: ServiceNotifier(socket: nil, watchdogMicroseconds: nil), journal: journal
    ).tellOnce()
  }

  private func work(fixed jobs: [Job], by count: Int = .max) async {
    let queue = WorkQueue(pulse: pulses.queue)
    for job in jobs { await queue.push(job) }
    await queue.finish()
    await work(queue, ArrivalReply(done: { _ in }, postpone: { _ in 1 }), by: count)
  }

  /// What an earlier run left in `work/`. Call it before any worker begins.
  ///
  /// A document over which a process may have died is brought to its end by itself first: should it end this one as well, no
  /// other document is in work with it and comes under suspicion.
  func unfinished() async -> [Job] {
    let jobs = await worker.unfinished()
    await work(fixed: jobs.filter(\.isSuspect), by: 1)
    return jobs.filter { !$0.isSuspect }
  }

  /// Works until the queue ends.
  ///
  /// - Parameter count: so many workers at most.
  func work(_ queue: WorkQueue, _ reply: ArrivalReply, by count: Int = .max) async {
    let pulses = pulses.workers.prefix(count)
    // Without threads of their own, which the machine may refuse, they wait for the disk in the cooperative pool.
    let threads = try? ThreadCrew(pulses.count)
    await withTaskGroup(of: Void.self) { group in
      for pulse in pulses {
        group.addTask(executorPreference: threads) { [worker] in
          await worker.run(queue, reply, pulse)
        }
      }
    }
    threads?.end()
  }
}
