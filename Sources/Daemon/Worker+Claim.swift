import Documents
import Pipeline
import Spool

extension Worker {
  /// Takes an arrival out of the inbox, however often the machine fails.
  ///
  /// - Returns: nil when it is gone, or the daemon is being stopped.
  /// - Throws: when this entry cannot be taken, and others can.
  func claim(_ arrival: Arrival, _ pulse: Pulse) async throws(SpoolError) -> Claim? {
    let trier = gate.newTrier()
    var begun: DocumentID?
    while true {
      do throws(SpoolError) {
        if let fault = lowSpace {
          gate.failed(fault, trier)
        } else {
          let claim = try claimed(arrival, &begun)
          gate.worked(trier)
          return claim
        }
      } catch {
        guard error.isOfMachine else {
          gate.worked(trier)
          throw error
        }
        gate.failed(.pipeline(.spool(error)), trier)
      }
      guard await mayRetry(pulse) else {
        gate.gaveUp(trier)
        return nil
      }
    }
  }

  /// - Parameter begun: the id of a try that failed. It may have failed after the document had come to `work/`, where no
  ///   second try would look for it.
  private func claimed(
    _ arrival: Arrival, _ begun: inout DocumentID?
  ) throws(SpoolError) -> Claim? {
    if let id = begun, try isInWork(Claim(id: id, name: arrival.name)) {
      return Claim(id: id, name: arrival.name)
    }
    let id = DocumentID.now()
    begun = id
    return try place.spool.claim(arrival, as: id)
  }

  /// Whether a document lies in `work/` under a claim's id. What is no document is refused when it is read.
  private func isInWork(_ claim: Claim) throws(SpoolError) -> Bool {
    do throws(SpoolError) {
      return try place.spool.read(claim, limit: 0) != .refused(.unreadable)
    } catch .unknownDocument {
      return false
    }
  }

  private var lowSpace: MachineFault? {
    guard let free = place.freeBytes(), free < place.minimumFreeBytes else { return nil }
    return .lowSpace(free: free, minimum: place.minimumFreeBytes)
  }
}
