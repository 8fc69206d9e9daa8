package import Spool

/// The workers of one run, and what they share.
package struct Crew: Sendable {
  private let worker: Worker
  private let stuck: StuckEntries
  /// The workers' signs of life.
  let pulses: Pulses

  /// - Parameters:
  ///   - telemetry: who counts and tells how documents ended.
  ///   - waitsOutFaults: whether to try again until a machine that fails works again; else its first fault raises
  ///     `stopping`.
  package init(
    place: Workplace, workers: Int, journal: Journal, tally: Tally, stopping: StopFlag,
    telemetry: Telemetry = Telemetry(), waitsOutFaults: Bool = true
  ) {
    pulses = Pulses(workers: workers)
    stuck = StuckEntries(journal)
    worker = Worker(
      place: place, journal: journal, gate: FaultGate(journal), stuck: stuck, tally: tally,
      stopping: stopping, telemetry: telemetry, waitsOutFaults: waitsOutFaults)
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

  private func work(fixed jobs: [Job]) async {
    let queue = WorkQueue(pulse: pulses.queue)
    for job in jobs { await queue.push(job) }
    await queue.finish()
    await work(queue, ArrivalReply(done: { _ in }, postpone: { _ in 1 }))
  }

  /// What an earlier run left in `work/`. Call it before any worker begins.
  func unfinished() async -> [Job] { await worker.unfinished() }

  /// Works until the queue ends.
  func work(_ queue: WorkQueue, _ reply: ArrivalReply) async {
    await withTaskGroup(of: Void.self) { group in
      for pulse in pulses.workers {
        group.addTask { [worker] in await worker.run(queue, reply, pulse) }
      }
    }
  }
}
