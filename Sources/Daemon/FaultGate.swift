import Synchronization

/// Remembers whether the machine is failing, so that a fault is said once and not by every worker at every try.
final class FaultGate: Sendable {
  private let isFaulty = Mutex(false)
  private let journal: Journal

  init(_ journal: Journal) { self.journal = journal }

  func failed(_ fault: MachineFault) {
    let isNew = isFaulty.withLock { faulty in
      defer { faulty = true }
      return !faulty
    }
    if isNew { journal.say(.paused(fault)) }
  }

  func worked() {
    let wasFaulty = isFaulty.withLock { faulty in
      defer { faulty = false }
      return faulty
    }
    if wasFaulty { journal.say(.resumed) }
  }
}
