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

/// The audit log in the folder `audit/`, written by nothing else.
///
/// Append-only JSON Lines in segments by UTC day, each record carrying the SHA-256 of the line before, the last of each
/// batch signed. Calls block. Threads that wait for the disk at the same time share one sync, and processes take turns:
/// the daemon writes, and now and then a command by which a person decides. After a failed write or sync every call throws
/// until `reopen`.
package final class AuditLog: Sendable {
  let opening: LogOpening
  private let clock: @Sendable () -> AuditTime
  private let lock: WriterLock
  private let anchor: AnchorWriter
  /// `lock` is taken within it, never the other way round.
  private let state: Mutex<LogState>
  /// Taken before `state`, never after: whoever holds it syncs for all that have written.
  private let syncing = Mutex(())

  /// Opens the log, or begins one, in `folder`, whose parent must exist.
  ///
  /// What a crash left unfinished at the end is cut off and a `repaired` record says so. Any other damage to the last
  /// segment, and records that the head knows and the log does not, are errors.
  package init(
    folder: String, key: AuditKey, limits: AuditLimits = AuditLimits(),
    anchor: AuditAnchor = AuditAnchor(), clock: @escaping @Sendable () -> AuditTime = AuditTime.now
  ) throws(AuditError) {
    try AuditFolder.make(folder)
    let folder = try AuditFolder(folder)
    lock = try folder.writerLock()
    let opening = LogOpening(folder: folder, key: key, limits: limits)
    let (state, droppedBytes) = try lock.withTurn { (_) throws(AuditError) in try opening.open() }
    self.opening = opening
    self.anchor = AnchorWriter(anchor)
    self.clock = clock
    self.state = Mutex(state)
    try recordRepair(droppedBytes)
  }

  /// Appends records in this order. `started` among them is where the log goes over to the newest key.
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
    let isStart = events.contains { if case .started = $0 { true } else { false } }
    return try inTurn { (state, time) throws(AuditError) in
      if isStart { try self.opening.rotateIfDue(&state, at: time) }
      return try state.write(events, at: time)
    }
  }

  /// Writes a signed checkpoint and the head, on disk on return, and brings the head to the anchor. Call it every now and
  /// then: it does nothing when nothing was appended.
  package func checkpoint() throws(AuditError) {
    try sync(
      through: try inTurn { (state, time) throws(AuditError) in
        try state.writeCheckpoint(at: time)
      })
    anchor.deliver()
  }

  /// Ends the log with a checkpoint. Every later write throws.
  package func close() throws(AuditError) {
    try checkpoint()
    state.withLock { $0.stop(.closed) }
  }

  /// Writes while no other process does, behind what others have written meanwhile.
  func inTurn<Result: Sendable>(
    _ body: (inout LogState, AuditTime) throws(AuditError) -> Result
  ) throws(AuditError) -> Result {
    let time = clock()
    return try state.withLock { (state) throws(AuditError) in
      try state.checkWritable()
      return try lock.withTurn { (isFresh) throws(AuditError) in
        if !isFresh { try catchUp(&state, at: time) }
        return try body(&state, time)
      }
    }
  }

  private func catchUp(_ state: inout LogState, at time: AuditTime) throws(AuditError) {
    do throws(AuditError) {
      let (caughtUp, dropped) = try opening.open(generation: state.generation, knowing: state)
      state = caughtUp
      if dropped > 0 { _ = try state.write([.repaired(droppedBytes: dropped)], at: time) }
    } catch {
      state.stop(.poisoned)
      throw error
    }
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
    return try lock.withTurn { (isFresh) throws(AuditError) in
      // Whoever wrote meanwhile has seen to what this process left, and others' records must not be cut off.
      let dropped = isFresh ? try state.dropWhatIsNotOnDisk() : 0
      let opened = try opening.open(generation: state.generation + 1)
      state = opened.state
      return dropped + opened.droppedBytes
    }
  }

  private func recordRepair(_ droppedBytes: Int) throws(AuditError) {
    guard droppedBytes > 0 else { return }
    try append([.repaired(droppedBytes: droppedBytes)], durable: true)
  }

  /// Returns when this record and all before it are on disk.
  func sync(through mark: LogState.Mark) throws(AuditError) {
    let head = try syncing.withLock { (_) throws(AuditError) -> (Head, [UInt8])? in
      guard let pending = try pending(through: mark) else {
        return try state.withLock { (state) throws(AuditError) in try writeHeadIfDue(&state) }
      }
      do throws(AuditError) {
        try pending.file.sync()
        return try state.withLock { (state) throws(AuditError) in
          state.markDurable(pending.position, size: pending.size)
          return try writeHeadIfDue(&state)
        }
      } catch {
        state.withLock { $0.stop(.poisoned) }
        throw error
      }
    }
    if let (head, bytes) = head { anchor.note(head, file: bytes) }
  }

  /// Writes the head, unless another process has written meanwhile: its head may be newer, and this one's will come.
  private func writeHeadIfDue(_ state: inout LogState) throws(AuditError) -> (Head, [UInt8])? {
    guard state.isHeadDue, state.failure == nil else { return nil }
    return try lock.withLock { (isFresh) throws(AuditError) in
      isFresh ? try state.writeHead() : nil
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
