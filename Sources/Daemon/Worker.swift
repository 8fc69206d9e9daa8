import Documents
import Pipeline
import Spool

/// Takes one job after the other from the queue and brings each document to its end.
struct Worker {
  let place: Workplace
  let journal: Journal
  let gate: FaultGate
  let stuck: StuckEntries
  let tally: Tally
  /// Raised while the daemon is being stopped: then a document that cannot go on stays in `work/` for the next start.
  let stopping: StopFlag
  let telemetry: Telemetry
  /// Whether to wait and try again while the machine fails; else its first fault raises `stopping`.
  let waitsOutFaults: Bool
  /// Where documents are scrubbed; shared with the other workers.
  let seats: Seats

  /// Works until the queue ends.
  ///
  /// - Parameter pulse: beats whenever a part of a document is done, so that a worker that hangs can be told from one that
  ///   works on something long.
  func run(_ queue: WorkQueue, _ reply: ArrivalReply, _ pulse: Pulse) async {
    var desk = Desk(timeLimit: place.timeLimit, at: seats) { [stopping, place] in
      pulse.beat()
      return stopping.isRaised(for: place.stopGrace)
    }
    while !stopping.isRaised, let job = await queue.next() {
      pulse.begin()
      switch job {
      case .unfinished(let claim, let decided): await finish(claim, decided: decided, &desk, pulse)
      case .arrival(let arrival): await take(arrival, reply, &desk, pulse)
      }
      pulse.rest()
    }
  }

  private func take(
    _ arrival: Arrival, _ reply: ArrivalReply, _ desk: inout Desk, _ pulse: Pulse
  ) async {
    do throws(SpoolError) {
      if let claim = try await claim(arrival, pulse) { await finish(claim, &desk, pulse) }
      reply.done(arrival)
    } catch {
      if reply.postpone(arrival) == 1 { stuck.add(error) }
    }
  }

  /// Brings a claimed document to its end, however often the machine fails on the way.
  ///
  /// - Parameter decided: its outcome, if one is on record already.
  private func finish(
    _ claim: Claim, decided: Outcome? = nil, _ desk: inout Desk, _ pulse: Pulse
  ) async {
    let begin = ContinuousClock.now
    let trier = gate.newTrier()
    var decided = decided
    while true {
      do throws(PipelineError) {
        let outcome = try place.runner.process(claim, decided: decided, &desk)
        gate.worked(trier)
        return finished(claim, outcome, ContinuousClock.now - begin)
      } catch {
        guard error.isOfMachine else {
          gate.gaveUp(trier)
          return journal.say(.leftInWork(claim.id, error))
        }
        gate.failed(.pipeline(error), trier)
      }
      repeat {
        guard await mayRetry(pulse) else { return gate.gaveUp(trier) }
      } while !knowsDecision(on: claim, &decided, trier)
    }
  }

  private func finished(_ claim: Claim, _ outcome: Outcome, _ spent: Duration) {
    tally.add(outcome)
    let milliseconds = Int(spent / .milliseconds(1))
    telemetry.finished(claim.id, outcome, milliseconds: milliseconds, journal)
    journal.say(.finished(claim.id, outcome, milliseconds: milliseconds))
  }

  /// Asks the audit, before a second try, whether the first one had got as far as to put an outcome on record.
  private func knowsDecision(
    on claim: Claim, _ decided: inout Outcome?, _ trier: FaultGate.Trier
  ) -> Bool {
    do throws(PipelineError) {
      decided = try place.runner.decided([claim])[claim.id]
      return true
    } catch {
      gate.failed(.pipeline(error), trier)
      return false
    }
  }

  /// Waits for the next try; false when there will be none. Who waits so has nothing to do meanwhile and does not hang.
  func mayRetry(_ pulse: Pulse? = nil) async -> Bool {
    if !waitsOutFaults { stopping.raise() }
    if stopping.isRaised { return false }
    pulse?.rest()
    do { try await Task.sleep(for: place.retryDelay) } catch { return false }
    pulse?.begin()
    return !stopping.isRaised
  }
}
