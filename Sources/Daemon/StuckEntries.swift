import Spool
import Synchronization

/// Counts the entries of the inbox that could not be taken up, and says so without a line for each of a flood.
final class StuckEntries: Sendable {
  private let number = Mutex(0)
  private let journal: Journal

  init(_ journal: Journal) { self.journal = journal }

  var count: Int { number.withLock { $0 } }

  /// An entry could not be taken up for the first time.
  func add(_ reason: SpoolError) {
    let count = number.withLock { number in
      number += 1
      return number
    }
    // The first, the second, the fourth, the eighth.
    if count & (count - 1) == 0 { journal.say(.stuck(count: count, reason)) }
  }
}
