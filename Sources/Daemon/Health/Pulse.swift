import Synchronization

/// A sign of life that one worker, or the queue, gives: a count that rises with every piece of work done, and whether
/// there is work at all.
package final class Pulse: Sendable {
  private let beats = Atomic<UInt64>(0)
  private let busy = Atomic<Bool>(false)

  package init() {}

  /// A piece of work is done. Cheap enough for inner loops.
  func beat() { beats.wrappingAdd(1, ordering: .relaxed) }

  /// Work begins.
  func begin() {
    beat()
    busy.store(true, ordering: .relaxed)
  }

  /// There is nothing to do.
  func rest() {
    beat()
    busy.store(false, ordering: .relaxed)
  }

  var count: UInt64 { beats.load(ordering: .relaxed) }
  var isBusy: Bool { busy.load(ordering: .relaxed) }
}

/// The signs of life of one crew.
package struct Pulses: Sendable {
  package let workers: [Pulse]
  /// Busy while jobs wait; beats when one is handed out.
  package let queue: Pulse
  /// Beats while tasks of the cooperative pool are run at all.
  package let pool: Pulse

  package init(workers: Int) {
    self.workers = (0..<workers).map { _ in Pulse() }
    queue = Pulse()
    pool = Pulse()
  }

  /// How many workers have a document in hand.
  package var busyWorkers: Int { workers.count { $0.isBusy } }
}
