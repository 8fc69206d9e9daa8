package import Audit
import Documents
import FoundationEssentials
package import Pipeline
package import Spool
import Syscalls

/// Removes originals whose time is over: the record of it first, so that none is gone unaccounted for. A stop in between
/// leaves originals on record as removed that are still there; the next round puts them on record again and removes them.
package struct OriginalsKeeper: Sendable {
  private let spool: DirectorySpool
  private let audit: any AuditTrail
  private let days: Int

  /// Records that are made durable at once.
  private static let batch = 200

  /// - Parameter days: how long after its arrival an original is kept; 0 for ever.
  package init(spool: DirectorySpool, audit: any AuditTrail, days: Int) {
    self.spool = spool
    self.audit = audit
    self.days = days
  }

  /// What stopped a round.
  package enum Fault: Error, Sendable, CustomStringConvertible {
    case spool(SpoolError)
    case audit(AuditError)

    package var description: String {
      switch self {
      case .spool(let error): "\(error)"
      case .audit(let error): "\(error)"
      }
    }
  }

  /// Removes what is too old now.
  ///
  /// - Returns: how many originals that were.
  package func removeExpired() throws(Fault) -> Int {
    guard days > 0 else { return 0 }
    let now = UInt64(max(0, Date.now.timeIntervalSince1970) * 1000)
    let span = UInt64(days) * 86_400_000
    guard now > span else { return 0 }
    let expired = try ofSpool { () throws(SpoolError) in
      try spool.originals(arrivedBefore: now - span)
    }
    for start in stride(from: 0, to: expired.count, by: OriginalsKeeper.batch) {
      try remove(expired[start..<min(start + OriginalsKeeper.batch, expired.count)])
    }
    return expired.count
  }

  private func remove(_ documents: ArraySlice<DocumentID>) throws(Fault) {
    do throws(AuditError) {
      try audit.append(documents.map { .expired($0) }, durable: true)
    } catch {
      throw .audit(error)
    }
    for id in documents {
      try ofSpool { () throws(SpoolError) in try spool.removeOriginal(of: id) }
    }
  }

  private func ofSpool<Value>(_ body: () throws(SpoolError) -> Value) throws(Fault) -> Value {
    do throws(SpoolError) { return try body() } catch { throw .spool(error) }
  }
}

extension OriginalsKeeper {
  /// Looks for expired originals now and every hour, on a thread of its own, until the daemon ends.
  func start(until ended: StopFlag, _ journal: Journal) throws(SystemError) {
    guard days > 0 else { return }
    try SystemThread.start {
      while true {
        let next = ContinuousClock.now + .seconds(3600)
        tell(journal)
        while ContinuousClock.now < next {
          if ended.isRaised { return }
          Waiting.pause(.milliseconds(500))
        }
      }
    }
  }

  /// One round, and a word on it.
  package func tell(_ journal: Journal) {
    do {
      let count = try removeExpired()
      if count > 0 { journal.say(.originalsExpired(count: count)) }
    } catch {
      journal.say(.originalsNotRemoved(error))
    }
  }
}
