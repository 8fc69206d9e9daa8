import Pipeline
package import Spool

/// The workers of one run, and what they share.
package struct Crew: Sendable {
  private let place: Workplace
  private let workers: Int
  private let journal: Journal
  private let tally: Tally
  private let stopping: StopFlag
  private let gate: FaultGate

  package init(
    place: Workplace, workers: Int, journal: Journal, tally: Tally, stopping: StopFlag
  ) {
    self.place = place
    self.workers = workers
    self.journal = journal
    self.tally = tally
    self.stopping = stopping
    gate = FaultGate(journal)
  }

  /// Finishes or redoes what an earlier run left in `work/`.
  package func finishUnfinished() async throws {
    let claims = try place.spool.unfinished()
    guard !claims.isEmpty else { return }
    journal.say(.recovering(count: claims.count))
    let decided = try place.runner.decided(claims)
    var desk = Desk(timeLimit: place.timeLimit)
    for claim in claims where !stopping.isRaised {
      await worker.finish(claim, decided: decided[claim.id], &desk)
    }
  }

  /// Works on a fixed list of arrivals: what `run --once` does.
  package func work(_ arrivals: [Arrival]) async {
    let queue = ArrivalQueue()
    for arrival in arrivals { await queue.push(arrival) }
    await queue.finish()
    await work(queue) { _ in }
  }

  /// Works until the queue ends.
  func work(_ queue: ArrivalQueue, done: @escaping @Sendable (Arrival) -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask { await worker.run(queue, done: done) }
      }
    }
  }

  private var worker: Worker {
    Worker(
      place: place, journal: journal, gate: gate, tally: tally,
      isStopping: { [stopping] in stopping.isRaised })
  }
}
