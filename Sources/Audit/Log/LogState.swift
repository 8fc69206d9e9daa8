/// What the writer of a log knows: the open segment, and how far it is written and on disk.
struct LogState: Sendable {
  let folder: AuditFolder
  let limits: AuditLimits
  private(set) var signer: CheckpointSigner
  private(set) var segment: SegmentName?
  /// The one before `segment`.
  private(set) var previous: SegmentName?
  private(set) var file: OpenFile?
  /// The last record written.
  private(set) var position: ChainPosition
  /// Bytes of the open segment that are written.
  private(set) var size: Int
  /// The number of the last record before the open segment.
  private(set) var firstSeq: Int
  /// Whether the open segment ends with its trailer.
  private(set) var isSealed: Bool
  /// The last record that is on disk, and the bytes of the open segment up to it.
  private(set) var durable: ChainPosition
  private var durableSize: Int
  private var recordsSinceCheckpoint: Int
  private(set) var isHeadDue = true
  /// Counts how often the log was opened again: a number given out before may since belong to another record.
  let generation: Int
  /// Why nothing can be written any more.
  private(set) var failure: AuditError?

  /// Where a log ends, all of it on disk.
  struct End: Sendable {
    var segment: SegmentName?
    var previous: SegmentName?
    var file: OpenFile?
    var position: ChainPosition
    /// In bytes.
    var size: Int
    /// The number of the last record before the segment.
    var firstSeq: Int
    /// Whether the segment ends with its trailer.
    var isSealed: Bool
    /// Records that the head does not vouch for.
    var recordsSinceCheckpoint: Int
  }

  /// - Parameter generation: how often the log was opened before by this process.
  init(
    folder: AuditFolder, signer: CheckpointSigner, limits: AuditLimits, end: End, generation: Int
  ) {
    self.folder = folder
    self.signer = signer
    self.limits = limits
    segment = end.segment
    previous = end.previous
    file = end.file
    position = end.position
    size = end.size
    firstSeq = end.firstSeq
    isSealed = end.isSealed
    durable = end.position
    durableSize = end.size
    recordsSinceCheckpoint = end.recordsSinceCheckpoint
    self.generation = generation
  }

  /// A record that was written, by which its writer can ask later whether it is on disk.
  struct Mark: Sendable, Hashable {
    fileprivate let generation: Int
    fileprivate let seq: Int
  }

  /// The last record written.
  private var last: Mark { Mark(generation: generation, seq: position.seq) }

  /// Whether a record is on disk.
  ///
  /// - Throws: `poisoned` when the log was opened again since it was written, and it may have been cut off.
  func isDurable(_ mark: Mark) throws(AuditError) -> Bool {
    guard mark.generation == generation else { throw .poisoned }
    return durable.seq >= mark.seq
  }

  /// From here on every write fails with `error`: after a failed write or sync the kernel may have dropped pages and say
  /// of the next sync that it went well.
  mutating func stop(_ error: AuditError) { failure = failure ?? error }

  func checkWritable() throws(AuditError) {
    if let failure { throw failure }
  }

  /// Writes the records of `events`, and a checkpoint when one is due; the last record is signed. They are not on disk
  /// yet.
  ///
  /// - Returns: the last record.
  mutating func write(_ events: [AuditEvent], at time: AuditTime) throws(AuditError) -> Mark {
    try checkWritable()
    return try stoppingOnFailure { (state) throws(AuditError) in
      if state.isSegmentDue(at: time) {
        // Throws before anything is written when a record is too long.
        _ = try state.encoded(events, at: time)
        try state.beginSegment(at: time)
      }
      var encoder = try state.encoded(events, at: time)
      state.recordsSinceCheckpoint += encoder.count
      if state.recordsSinceCheckpoint >= state.limits.recordsPerCheckpoint {
        try encoder.appendCheckpoint(at: time)
        state.noteCheckpoint()
      }
      try state.put(&encoder)
      return state.last
    }
  }

  /// Writes a checkpoint now, unless the last record is one.
  mutating func writeCheckpoint(at time: AuditTime) throws(AuditError) -> Mark {
    try checkWritable()
    guard recordsSinceCheckpoint > 0, file != nil else { return last }
    return try stoppingOnFailure { (state) throws(AuditError) in
      var encoder = RecordEncoder(after: state.position)
      try encoder.appendCheckpoint(at: time)
      state.noteCheckpoint()
      try state.put(&encoder)
      return state.last
    }
  }

  /// Goes over to another key: the old one signs that the new one is its heir.
  mutating func rotate(to next: CheckpointSigner, at time: AuditTime) throws(AuditError) {
    _ = try write([.rotated(to: next.publicKey)], at: time)
    signer = next
    isHeadDue = true
  }

  private mutating func stoppingOnFailure<Result>(
    _ body: (inout LogState) throws(AuditError) -> Result
  ) throws(AuditError) -> Result {
    do throws(AuditError) { return try body(&self) } catch {
      if case .recordTooLong = error { throw error }
      stop(.poisoned)
      throw error
    }
  }

  private mutating func noteCheckpoint() {
    recordsSinceCheckpoint = 0
    isHeadDue = true
  }

  /// The records of `events`, after the segment's header where it has none yet.
  private func encoded(_ events: [AuditEvent], at time: AuditTime) throws(AuditError)
    -> RecordEncoder
  {
    var encoder = RecordEncoder(after: position)
    if size == 0, let segment {
      try encoder.appendHeader(segment, after: previous, key: signer.publicKey, at: time)
    }
    for event in events { try encoder.append(event, at: time) }
    return encoder
  }

  private mutating func put(_ encoder: inout RecordEncoder) throws(AuditError) {
    try encoder.finish(signedBy: signer)
    guard let file else { throw .poisoned }
    try file.append(encoder.lines)
    position = encoder.position
    size += encoder.lines.count
  }
}

extension LogState {
  /// Notes that the open segment is on disk up to `position`.
  mutating func markDurable(_ position: ChainPosition, size: Int) {
    guard position.seq > durable.seq else { return }
    durable = position
    durableSize = size
  }

  /// Cuts off what was written after the last sync that went well; the state is of no use afterwards.
  ///
  /// - Returns: the number of bytes.
  func dropWhatIsNotOnDisk() throws(AuditError) -> Int {
    guard let file else { return 0 }
    let dropped = try file.size() - durableSize
    if dropped > 0 { try file.truncate(to: durableSize) }
    return max(0, dropped)
  }

  /// Writes the head: all that is on disk.
  ///
  /// - Returns: the head and its bytes.
  mutating func writeHead() throws(AuditError) -> (head: Head, file: [UInt8]) {
    let head = Head(position: durable, segment: segment)
    let bytes = try head.signed(by: signer)
    try folder.replace(Head.fileName, with: bytes)
    isHeadDue = false
    return (head, bytes)
  }

  /// Whether the next record needs another segment: there is none, the day has changed or the segment is full.
  private func isSegmentDue(at time: AuditTime) -> Bool {
    guard let segment else { return true }
    return isSealed || time.day > segment.day || size >= limits.segmentBytes
  }

  /// Begins a new segment. The old one ends with a trailer and the head points at it before the new one exists.
  private mutating func beginSegment(at time: AuditTime) throws(AuditError) {
    guard let old = segment else { return try begin(SegmentName(day: time.day, number: 1)) }
    if size > 0 {
      if !isSealed { try sealSegment(old, at: time) }
      previous = old
    } else {
      // A crash left it without a record.
      try folder.remove(old.name)
    }
    try begin(old.next(on: time.day))
  }

  private mutating func sealSegment(
    _ segment: SegmentName, at time: AuditTime
  ) throws(AuditError) {
    var encoder = RecordEncoder(after: position)
    try encoder.appendTrailer(segment, records: position.seq - firstSeq, at: time)
    try put(&encoder)
    isSealed = true
    guard let file else { throw .poisoned }
    try file.sync()
    durable = position
    durableSize = size
    _ = try writeHead()
    noteCheckpoint()
  }

  private mutating func begin(_ next: SegmentName) throws(AuditError) {
    file = try folder.begin(next)
    segment = next
    size = 0
    isSealed = false
    firstSeq = position.seq
    durableSize = 0
  }
}
