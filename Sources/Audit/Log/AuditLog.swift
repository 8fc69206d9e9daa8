package import Documents
import Synchronization

/// When the log writes a checkpoint and begins a new segment.
package struct AuditLimits: Sendable {
  /// A crash leaves at most this many records without a signature and without the head's protection.
  package var recordsPerCheckpoint: Int
  /// A segment that has reached this size, in bytes, is followed by another one on the same day.
  package var segmentBytes: Int

  package init(recordsPerCheckpoint: Int = 256, segmentBytes: Int = 256 << 20) {
    self.recordsPerCheckpoint = recordsPerCheckpoint
    self.segmentBytes = segmentBytes
  }
}

/// The audit log of one daemon: the only writer of the folder `audit/`.
///
/// Append-only JSON Lines in segments by UTC day, each record carrying the SHA-256 of the line before. Calls block. Threads
/// that wait for the disk at the same time share one sync. After a failed write or sync every call throws until `reopen`.
package final class AuditLog: Sendable {
  private let opening: LogOpening
  private let clock: @Sendable () -> AuditTime
  /// Held until the log is closed.
  private let lock: Mutex<OpenFile?>
  private let state: Mutex<LogState>
  /// Taken before `state`, never after: whoever holds it syncs for all that have written.
  private let syncing = Mutex(())

  /// Opens the log, or begins one, in `folder`, whose parent must exist.
  ///
  /// A last line that a crash left unfinished is cut off and a `repaired` record says so. Any other damage to the last
  /// segment, and records that the head knows and the log does not, are errors.
  package init(
    folder: String, key: AuditKey, limits: AuditLimits = AuditLimits(),
    clock: @escaping @Sendable () -> AuditTime = AuditTime.now
  ) throws(AuditError) {
    try AuditFolder.make(folder)
    let folder = try AuditFolder(folder)
    lock = Mutex(try folder.lock())
    opening = LogOpening(folder: folder, signer: key.signer, limits: limits)
    self.clock = clock
    let (state, droppedBytes) = try opening.open()
    self.state = Mutex(state)
    try recordRepair(droppedBytes)
  }

  /// Appends records in this order.
  ///
  /// An error does not say that the records are not in the log: what failed may have been a later step. After `reopen`,
  /// `outcomes` tells.
  ///
  /// - Parameter durable: whether to return only when they are on disk, with all that was appended before them.
  package func append(_ events: [AuditEvent], durable: Bool) throws(AuditError) {
    let last = try write(events)
    if durable { try sync(through: last) }
  }

  /// Writes records without waiting for the disk.
  ///
  /// - Returns: the last of them.
  func write(_ events: [AuditEvent]) throws(AuditError) -> LogState.Mark {
    let time = clock()
    return try state.withLock { (state) throws(AuditError) in try state.write(events, at: time) }
  }

  /// Writes a signed checkpoint and the head, on disk on return. Call it when the daemon is idle.
  package func checkpoint() throws(AuditError) {
    let time = clock()
    let last = try state.withLock { (state) throws(AuditError) in
      try state.writeCheckpoint(at: time)
    }
    try sync(through: last)
  }

  /// Ends the log with a checkpoint and lets another writer have it. Every later write throws.
  package func close() throws(AuditError) {
    try checkpoint()
    state.withLock { $0.stop(.closed) }
    lock.withLock { $0 = nil }
  }

  /// Opens the log again after a failure. Records that were not on disk are cut off: nobody was told that they were.
  package func reopen() throws(AuditError) {
    let dropped = try syncing.withLock { (_) throws(AuditError) in
      try state.withLock { (state) throws(AuditError) in try reopen(&state) }
    }
    try recordRepair(dropped)
  }

  /// - Returns: how many bytes were cut off.
  private func reopen(_ state: inout LogState) throws(AuditError) -> Int {
    guard let failure = state.failure else { return 0 }
    guard failure != .closed else { throw .closed }
    let dropped = try state.dropWhatIsNotOnDisk()
    let opened = try opening.open(generation: state.nextGeneration)
    state = opened.state
    return dropped + opened.droppedBytes
  }

  private func recordRepair(_ droppedBytes: Int) throws(AuditError) {
    guard droppedBytes > 0 else { return }
    try append([.repaired(droppedBytes: droppedBytes)], durable: true)
  }

  /// Returns when this record and all before it are on disk.
  func sync(through mark: LogState.Mark) throws(AuditError) {
    try syncing.withLock { (_) throws(AuditError) in
      guard let pending = try pending(through: mark) else { return }
      do throws(AuditError) {
        try pending.file.sync()
        try state.withLock { (state) throws(AuditError) in
          try state.markDurable(pending.position, size: pending.size)
        }
      } catch {
        state.withLock { $0.stop(.poisoned) }
        throw error
      }
    }
  }

  /// What a sync now would bring to disk; nil when the record is there already.
  private func pending(
    through mark: LogState.Mark
  ) throws(AuditError) -> (file: OpenFile, position: ChainPosition, size: Int)? {
    try state.withLock { (state) throws(AuditError) in
      if try state.isDurable(mark) { return nil }
      try state.checkWritable()
      guard let file = state.file else { throw .poisoned }
      return (file, state.position, state.size)
    }
  }
}

extension AuditLog {
  /// Where a document ended according to this log; nil when no record says so. Reads the segments since its arrival: ask
  /// for many at once with `outcomes`.
  package func outcome(of document: DocumentID) throws(AuditError) -> Outcome? {
    try outcomes(of: [document])[document]
  }

  /// The files that the record of a document's release names; nil when it was not released last. Reads the segments since
  /// its arrival.
  package func outputs(of document: DocumentID) throws(AuditError) -> [AuditOutput]? {
    try OutcomeSearch(folder: opening.folder).outputs(of: document)
  }

  /// Where documents ended according to this log. What the log has no outcome for is missing in the answer.
  package func outcomes(of documents: Set<DocumentID>) throws(AuditError) -> [DocumentID: Outcome] {
    try OutcomeSearch(folder: opening.folder).outcomes(of: documents)
  }
}
