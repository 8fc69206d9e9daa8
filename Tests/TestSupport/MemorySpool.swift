package import Documents
package import Spool
internal import Synchronization
internal import Syscalls

/// A spool in memory, with the same promises as the one on disk and a fault to be set at any of its steps.
///
/// To try every crash: for n = 1, 2, ... make a spool, `fail(atStep: n)`, drive the document until something throws,
/// `heal()`, start again from `unfinished()` and what is still in the inbox, and look where it ended; stop at the
/// first n that nothing failed at (`hasFailed` is false).
package final class MemorySpool: DocumentSpool {
  /// What lies in the inbox under a name.
  package enum Entry: Sendable, Hashable {
    case file([UInt8])
    /// Something that is no document.
    case refused(Refusal)
    /// Something that cannot be moved out of the inbox.
    case stuck
  }

  /// A document somewhere behind the inbox.
  package struct Document: Sendable, Hashable {
    package var name: [UInt8]
    /// The profile asked for by the folder it was dropped into.
    package var profile: String?
    /// Nil once a released document's original has been disposed of.
    package var original: Entry?
    package var staged: [String: [UInt8]] = [:]
    package var decision: Decision?
    /// What a person decided while it was held, as long as it is in force.
    package var ruling: Spool.Decision?
    /// What it was held with, once it is taken up again.
    package var held: [String: [UInt8]] = [:]
    /// Why a person's decision was not carried out.
    package var refusal: String?
    /// The marks of processes that died over it.
    package var tries = 0
  }

  /// An outcome and what was told with it.
  package struct Decision: Sendable, Hashable {
    package let outcome: Outcome
    package let reason: String
    /// The names of the staged files when it was taken, in the order they are published in.
    package let files: [String]
  }

  /// All folders.
  package struct Contents: Sendable {
    package var inbox: [[UInt8]: Entry] = [:]
    /// The profile whose folder an entry of the inbox lies in.
    var profiles: [[UInt8]: String] = [:]
    package var work: [DocumentID: Document] = [:]
    package var outbox: [String: [UInt8]] = [:]
    /// Names in the order they became visible in the outbox.
    package var released: [String] = []
    package var hold: [DocumentID: Document] = [:]
    package var quarantine: [DocumentID: Document] = [:]
    package var receipts: [DocumentID: Decision] = [:]
    /// Persons' decisions that nobody has taken up yet.
    package var decisions: [DocumentID: Spool.Decision] = [:]
    /// Documents whose receipt cannot be read.
    var damaged: Set<DocumentID> = []
    var stepsTaken = 0
    var failingStep: Int?
    var hasFailed = false
  }

  let state = Mutex(Contents())
  private let reading = Mutex<@Sendable (Claim) -> Void>({ _ in })

  /// Sets what happens whenever somebody reads a document, before he gets it.
  package func onReading(_ body: @escaping @Sendable (Claim) -> Void) {
    reading.withLock { $0 = body }
  }

  /// A spool whose inbox holds these files.
  package init(inbox: [String: [UInt8]] = [:]) {
    for (name, bytes) in inbox { put(.file(bytes), named: Array(name.utf8)) }
  }

  /// A copy of all folders.
  package var contents: Contents { state.withLock { $0 } }

  /// Drops something into the inbox, replacing what was there under the name.
  package func put(_ entry: Entry, named name: [UInt8], profile: String? = nil) {
    state.withLock {
      $0.inbox[name] = entry
      $0.profiles[name] = profile
    }
  }

  /// What a watcher would deliver now, in the order of the names.
  package var arrivals: [Arrival] {
    let contents = contents
    return contents.inbox.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { name in
      Arrival(name: name, entrance: contents.profiles[name].map { .profile($0) } ?? .inbox)
    }
      + contents.decisions.keys.sorted().map {
        Arrival(name: Array("\($0).json".utf8), entrance: .decisions)
      }
  }

  package func claim(_ arrival: Arrival, as id: DocumentID) throws(SpoolError) -> Claim? {
    if arrival.entrance == .decisions { return try reopen(arrival) }
    return try change { (contents) throws(SpoolError) in
      try contents.step(id, .claim)
      if contents.inbox[arrival.name] == .stuck {
        let notPermitted = SystemError(errno: 1, call: "injected")
        throw .notClaimable(id, inode: 7, notPermitted)
      }
      guard let entry = contents.inbox.removeValue(forKey: arrival.name) else { return nil }
      contents.work[id] = Document(
        name: arrival.name, profile: arrival.profile, original: entry)
      try contents.step(id, .claim)
      return contents.claim(of: id)
    }
  }

  package func read(_ claim: Claim, limit: Int) throws(SpoolError) -> ReadResult {
    reading.withLock { $0 }(claim)
    return try change { (contents) throws(SpoolError) in
      try contents.step(claim.id, .read)
      guard let document = contents.work[claim.id] else { throw .unknownDocument(claim.id) }
      switch document.original {
      case .file(let bytes): return bytes.count > limit ? .refused(.tooLarge) : .bytes(bytes)
      case .refused(let refusal): return .refused(refusal)
      case .stuck, nil: return .refused(.unreadable)
      }
    }
  }

  package func unfinished() throws(SpoolError) -> [Claim] {
    try change { (contents) throws(SpoolError) in
      for id in contents.work.keys.sorted() where contents.work[id]?.decision != nil {
        do throws(SpoolError) {
          try contents.finish(id)
        } catch {
          // A fault of its own: it is returned below, for the caller to set aside.
          if error.isOfMachine { throw error }
        }
      }
      return contents.work.keys.sorted().compactMap { contents.claim(of: $0, isFound: true) }
    }
  }

  package func noteTry(_ claim: Claim) throws(SpoolError) {
    try change { (contents) throws(SpoolError) in
      guard contents.work[claim.id] != nil else { throw .unknownDocument(claim.id) }
      contents.work[claim.id]?.tries += 1
    }
  }

  package func forgetTries(_ claim: Claim) throws(SpoolError) {
    try change { (contents) throws(SpoolError) in contents.work[claim.id]?.tries = 0 }
  }

  /// Runs a change under the lock; what it did before it threw stays done, as on a disk.
  func change<Result>(
    _ body: (inout Contents) throws(SpoolError) -> Result
  ) throws(SpoolError) -> Result {
    try state.withLock { (contents) throws(SpoolError) in try body(&contents) }
  }
}

extension MemorySpool.Contents {
  func claim(of id: DocumentID, isFound: Bool = false) -> Claim? {
    guard let document = work[id] else { return nil }
    var refusal: Refusal?
    if case .refused(let reason) = document.original { refusal = reason }
    return Claim(
      id: id, name: document.name, profile: document.profile, refusal: refusal,
      decision: document.ruling, earlierTries: isFound ? document.tries : nil)
  }
}
