import Audit
import Documents
import Pipeline
import Spool
import Synchronization
import Syscalls
import TestSupport

/// An audit trail in memory that notes what the outbox showed while each record was written, and can fail.
final class MemoryTrail: AuditTrail {
  /// How an append goes wrong.
  enum Fault: Sendable, CaseIterable {
    /// Nothing was written.
    case unwritten
    /// The records are on disk, and the process died before it learned so.
    case unheard
  }

  private struct State {
    var events: [AuditEvent] = []
    var isDurable: [Bool] = []
    var visible: [[String]] = []
    var appends = 0
    var failing: (append: Int, fault: Fault)?
    var hasFailed = false
    var isPoisoned = false
    var longest = Int.max
  }

  private let state = Mutex(State())
  private let outbox: @Sendable () -> [String]

  /// - Parameter outbox: the names that stand in the outbox.
  init(outbox: @escaping @Sendable () -> [String] = { [] }) { self.outbox = outbox }

  var events: [AuditEvent] { state.withLock { $0.events } }

  /// Every append is signed at once.
  func checkpoint() {}

  /// For each record, whether the caller waited for the disk.
  var isDurable: [Bool] { state.withLock { $0.isDurable } }

  /// For each record, what the outbox showed while it was written.
  var visible: [[String]] { state.withLock { $0.visible } }

  var hasFailed: Bool { state.withLock { $0.hasFailed } }

  /// Makes the nth append (1 is the first of all) fail once; the trail then refuses everything until it is reopened.
  func fail(atAppend append: Int, _ fault: Fault) {
    state.withLock { $0.failing = (append, fault) }
  }

  /// Refuses to write more records than this at a time, as too long.
  func limit(toRecords count: Int) { state.withLock { $0.longest = count } }

  /// Puts records there as an earlier run would have.
  func recall(_ events: [AuditEvent]) {
    state.withLock { state in
      state.events += events
      state.isDurable += events.map { _ in true }
      state.visible += events.map { _ in [] }
    }
  }

  func append(_ events: [AuditEvent], durable: Bool) throws(AuditError) {
    let visible = outbox()
    try state.withLock { (state) throws(AuditError) in
      guard !state.isPoisoned else { throw .poisoned }
      guard events.count <= state.longest else { throw .recordTooLong(bytes: 1 << 23) }
      state.appends += 1
      let fault = state.failing?.append == state.appends ? state.failing?.fault : nil
      if fault != .unwritten {
        state.events += events
        state.isDurable += events.map { _ in durable }
        state.visible += events.map { _ in visible }
      }
      guard fault != nil else { return }
      state.hasFailed = true
      state.isPoisoned = true
      throw .system(.invalidArgument(of: "injected"), file: "segment")
    }
  }

  func outcomes(of documents: Set<DocumentID>) throws(AuditError) -> [DocumentID: Outcome] {
    try state.withLock { (state) throws(AuditError) in
      guard !state.isPoisoned else { throw .poisoned }
      return state.events.reduce(into: [:]) { outcomes, event in
        guard let (id, outcome) = event.end, documents.contains(id) else { return }
        outcomes[id] = outcome
      }
    }
  }

  func outputs(of document: DocumentID) throws(AuditError) -> [AuditOutput]? {
    let ends = events.filter { $0.end?.0 == document }
    guard case .released(_, let outputs, _)? = ends.last else { return nil }
    return outputs
  }

  func reopen() throws(AuditError) { state.withLock { $0.isPoisoned = false } }
}

extension AuditEvent {
  /// The document that ended with this record, and where.
  var end: (DocumentID, Outcome)? {
    switch self {
    case .released(let id, _, _): (id, .released)
    case .held(let id, _): (id, .held)
    case .quarantined(let id, _): (id, .quarantined)
    default: nil
    }
  }

  /// What kind of record it is.
  var kind: String {
    switch self {
    case .started: "started"
    case .stopped: "stopped"
    case .claimed: "claimed"
    case .redacted: "redacted"
    case .scanned: "scanned"
    case .released: "released"
    case .held: "held"
    case .quarantined: "quarantined"
    case .recovered: "recovered"
    case .repaired: "repaired"
    case .weighed: "weighed"
    case .decided: "decided"
    default: "other"
    }
  }
}
