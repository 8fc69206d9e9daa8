import Audit
import Daemon
import Documents
import Pipeline
import Settings
import Spool
import Syscalls

/// Hands a person's decision to whoever may carry it out, and tells what came of it.
struct DecisionDesk {
  private let settings: Settings

  /// How long to wait for a running service.
  private static let patience = Duration.seconds(60)

  init(_ settings: Settings) { self.settings = settings }

  /// - Parameters:
  ///   - decision: without the person: that is whoever runs this process.
  ///   - name: what the person calls the document.
  func decide(_ decision: Decision, on name: String) async throws {
    let document = try HeldDocument.find(name, in: HeldDocuments(root: settings.root))
    try check(decision, document)
    let person = Account.ofThisProcess()
    var decision = decision
    decision.user = person.uid
    decision.userName = person.name
    try DecisionBox(root: settings.root).post(decision, on: document.id)
    if DirectorySpool.isInUse(root: settings.root) {
      try await wait(for: document.id)
    } else if DecisionBox.isServiceUser(root: settings.root) {
      try await carryOut(on: document.id)
      try tell(document.id)
    } else {
      Console.out("Noted. scrubd does not run; it carries the decision out when it starts.")
    }
  }

  /// What the service would refuse anyway, said before anything moves.
  private func check(_ decision: Decision, _ document: HeldDocument) throws {
    guard decision.verdict == .approve else { return }
    guard let report = document.report else {
      throw Failure(RefusedDecision.words(for: Reason.changedSinceHeld.code))
    }
    let hasTraces = report.reasons.contains { $0.isOfSecondScan }
    if hasTraces, !decision.acceptsTraces {
      throw Failure(RefusedDecision.words(for: RefusedDecision.traces.rawValue))
    }
  }

  private func wait(for id: DocumentID) async throws {
    let end = ContinuousClock.now + DecisionDesk.patience
    let box = try DecisionBox(root: settings.root)
    while ContinuousClock.now < end {
      if try !box.isWaiting(id), try isSettled(id) { return try tell(id) }
      try await Task.sleep(for: .milliseconds(50))
    }
    Console.out("Noted. scrubd has not come to it yet; `scrubd review list` tells whether it has.")
  }

  /// Whether the document has ended, or lies in hold again.
  private func isSettled(_ id: DocumentID) throws -> Bool {
    let held = try HeldDocuments(root: settings.root)
    if try held.contains(id) { return true }
    let outcome = try held.outcome(of: id)
    return outcome == .released || outcome == .quarantined
  }

  private func tell(_ id: DocumentID) throws {
    let held = try HeldDocuments(root: settings.root)
    if try held.contains(id) {
      let refusal = try held.refusal(of: id) ?? ""
      throw Failure("Document \(id) stays held: \(RefusedDecision.words(for: refusal))")
    }
    let outcome = try held.outcome(of: id)
    Console.out("Document \(id) \(outcome?.rawValue ?? "is on its way").")
  }

  /// Does the service's work for this one document.
  private func carryOut(on id: DocumentID) async throws {
    let telemetry = Telemetry(hooks: try OutcomeHooks(settings))
    let station = try Station(settings, expectedBytes: 0, telemetry: telemetry)
    let journal = Journaling.quietJournal(settings.logLevel)
    try await SingleRun(station, settings, telemetry, journal)
      .carryOut(Arrival(name: Array("\(id).json".utf8), entrance: .decisions))
    try station.audit.append([.stopped], durable: true)
    try station.audit.close()
  }
}
