import Documents
package import Pipeline
package import Spool

/// What every worker needs; all of it is shared and immutable, or guards itself.
package struct Workplace: Sendable {
  package var spool: any DocumentSpool
  package var runner: DocumentRunner
  /// How long the scrubbing of one document may take.
  package var timeLimit: Duration
  /// Free bytes on the spool's file system; nil when it cannot be told.
  package var freeBytes: @Sendable () -> Int?
  /// Nothing is claimed while fewer bytes are free.
  package var minimumFreeBytes: Int
  /// How long to wait before a failed step is tried again.
  package var retryDelay: Duration

  package init(
    spool: any DocumentSpool, runner: DocumentRunner,
    timeLimit: Duration, freeBytes: @escaping @Sendable () -> Int?, minimumFreeBytes: Int,
    retryDelay: Duration = .seconds(5)
  ) {
    self.spool = spool
    self.runner = runner
    self.timeLimit = timeLimit
    self.freeBytes = freeBytes
    self.minimumFreeBytes = minimumFreeBytes
    self.retryDelay = retryDelay
  }
}

/// Takes one document after the other from the queue and brings each to its end.
struct Worker {
  let place: Workplace
  let journal: Journal
  let gate: FaultGate
  let tally: Tally
  /// Whether the daemon is being stopped: then a document that cannot go on stays in `work/` for the next start.
  let isStopping: @Sendable () -> Bool

  /// Works until the queue ends.
  ///
  /// - Parameter done: called when an arrival needs no more attention.
  func run(_ queue: ArrivalQueue, done: @Sendable (Arrival) -> Void) async {
    var desk = Desk(timeLimit: place.timeLimit)
    while let arrival = await queue.next() {
      if let claim = await claim(arrival) { await finish(claim, &desk) }
      done(arrival)
    }
  }

  /// Brings a claimed document to its end, however often the machine fails on the way.
  ///
  /// - Parameter decided: its outcome, if one is on record already.
  func finish(_ claim: Claim, decided: Outcome? = nil, _ desk: inout Desk) async {
    let begin = ContinuousClock.now
    var decided = decided
    while true {
      do throws(PipelineError) {
        let outcome = try place.runner.process(claim, decided: decided, &desk)
        return finished(claim, outcome, ContinuousClock.now - begin)
      } catch {
        gate.failed(.pipeline(error))
      }
      repeat {
        guard await mayRetry() else { return }
      } while !knowsDecision(on: claim, &decided)
    }
  }

  private func finished(_ claim: Claim, _ outcome: Outcome, _ spent: Duration) {
    gate.worked()
    tally.add(outcome)
    let milliseconds = Int(spent / .milliseconds(1))
    journal.say(.finished(claim.id, outcome, milliseconds: milliseconds))
  }

  /// Asks the audit, before a second try, whether the first one had got as far as to put an outcome on record.
  private func knowsDecision(on claim: Claim, _ decided: inout Outcome?) -> Bool {
    do throws(PipelineError) {
      decided = try place.runner.decided([claim])[claim.id]
      return true
    } catch {
      gate.failed(.pipeline(error))
      return false
    }
  }

  private func claim(_ arrival: Arrival) async -> Claim? {
    while true {
      do throws(MachineFault) {
        try checkSpace()
        let claim = try claimed(arrival)
        gate.worked()
        return claim
      } catch {
        gate.failed(error)
      }
      guard await mayRetry() else { return nil }
    }
  }

  private func claimed(_ arrival: Arrival) throws(MachineFault) -> Claim? {
    do throws(SpoolError) {
      return try place.spool.claim(arrival, as: DocumentID.now())
    } catch {
      throw .pipeline(.spool(error))
    }
  }

  private func checkSpace() throws(MachineFault) {
    guard let free = place.freeBytes(), free < place.minimumFreeBytes else { return }
    throw .lowSpace(free: free, minimum: place.minimumFreeBytes)
  }

  /// Waits for the next try; false when there will be none.
  private func mayRetry() async -> Bool {
    if isStopping() { return false }
    do { try await Task.sleep(for: place.retryDelay) } catch { return false }
    return !isStopping()
  }
}
