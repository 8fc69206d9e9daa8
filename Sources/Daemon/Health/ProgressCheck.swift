/// Tells workers that work from workers that hang.
///
/// A timer alone would feed the watchdog of a daemon whose workers all hang, and a limit on the time of a document would
/// take a long one for a hang. So what counts is whether the pulse of somebody who has work still beats.
struct ProgressCheck {
  private struct Seen {
    var count: UInt64
    var since: ContinuousClock.Instant
  }

  /// How long a pulse may stand still before that is a hang.
  let patience: Duration
  private let pulses: Pulses
  private var seen: [Seen]

  init(_ pulses: Pulses, patience: Duration, at now: ContinuousClock.Instant) {
    self.pulses = pulses
    self.patience = patience
    seen = (pulses.workers + [pulses.queue, pulses.pool]).map { Seen(count: $0.count, since: now) }
  }

  /// How many hang: workers with a document that stands still; or all of them, when nobody has a document, and jobs wait
  /// that nobody takes or no task is run at all.
  mutating func hanging(at now: ContinuousClock.Instant) -> Int {
    var stuck = 0
    for (index, pulse) in (pulses.workers + [pulses.queue, pulses.pool]).enumerated() {
      let count = pulse.count
      if !pulse.isBusy || count != seen[index].count {
        seen[index] = Seen(count: count, since: now)
      }
      let isWorker = index < pulses.workers.count
      guard now - seen[index].since >= patience else { continue }
      if isWorker {
        stuck += 1
      } else if pulses.busyWorkers == 0 {
        stuck = pulses.workers.count
      }
    }
    return stuck
  }
}
