import Synchronization

/// Remembers which kinds of fault the machine has, so that each is said once and not by every worker at every try, and its
/// end when nobody meets it any more: that others get on with other documents does not end it.
final class FaultGate: Sendable {
  /// One who tries something again and again.
  struct Trier: Sendable, Hashable {
    fileprivate let number: Int
  }

  private struct State {
    /// Who meets a fault now, by its kind. Each trier meets one at a time.
    var triers: [MachineFault.Kind: Set<Trier>] = [:]
    var lastNumber = 0

    /// - Returns: the kind that nobody meets any more now.
    mutating func remove(_ trier: Trier, but kept: MachineFault.Kind? = nil) -> MachineFault.Kind? {
      for (kind, var those) in triers where kind != kept && those.remove(trier) != nil {
        triers[kind] = those.isEmpty ? nil : those
        return those.isEmpty ? kind : nil
      }
      return nil
    }
  }

  private let state = Mutex(State())
  private let journal: Journal

  init(_ journal: Journal) { self.journal = journal }

  func newTrier() -> Trier {
    state.withLock { state in
      state.lastNumber += 1
      return Trier(number: state.lastNumber)
    }
  }

  /// A try ended with a fault.
  func failed(_ fault: MachineFault, _ trier: Trier) {
    let (isNew, ended) = state.withLock { state in
      let isNew = state.triers[fault.kind] == nil
      state.triers[fault.kind, default: []].insert(trier)
      return (isNew, state.remove(trier, but: fault.kind))
    }
    if let ended { journal.say(.resumed(ended)) }
    if isNew { journal.say(.paused(fault)) }
  }

  /// A try went well.
  func worked(_ trier: Trier) {
    let ended = state.withLock { $0.remove(trier) }
    if let ended { journal.say(.resumed(ended)) }
  }

  /// There will be no further try; nobody knows whether the fault has ended.
  func gaveUp(_ trier: Trier) {
    state.withLock { _ = $0.remove(trier) }
  }
}
