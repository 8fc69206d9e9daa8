/// What the writer of a log knows: the open segment, and how far it is written and on disk.
struct LogState: Sendable {
  let folder: AuditFolder
  let signer: CheckpointSigner
  let limits: AuditLimits
  private(set) var segment: SegmentName?
  private(set) var file: OpenFile?
  /// The last record written.
  private(set) var position: ChainPosition
  /// Bytes of the open segment that are written.
  private(set) var size: Int
  /// The last record that is on disk, and the bytes of the open segment up to it.
  private(set) var durable: ChainPosition
  private var durableSize: Int
  private var recordsSinceCheckpoint: Int
  private var isHeadDue = true
  /// Counts how often the log was opened again: a number given out before may since belong to another record.
  private let generation: Int
  /// Why nothing can be written any more.
  private(set) var failure: AuditError?

  /// A log whose records so far are all on disk.
  ///
  /// - Parameters:
  ///   - recordsSinceCheckpoint: those that the head does not vouch for.
  ///   - generation: how often the log was opened before by this process.
  init(
    folder: AuditFolder, signer: CheckpointSigner, limits: AuditLimits, segment: SegmentName?,
    file: OpenFile?, position: ChainPosition, size: Int, recordsSinceCheckpoint: Int,
    generation: Int
  ) {
    self.folder = folder
    self.signer = signer
    self.limits = limits
    self.segment = segment
    self.file = file
    self.position = position
    self.size = size
    durable = position
    durableSize = size
    self.recordsSinceCheckpoint = recordsSinceCheckpoint
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

  /// The generation of the state that takes this one's place.
  var nextGeneration: Int { generation + 1 }

  /// From here on every write fails with `error`: after a failed write or sync the kernel may have dropped pages and say
  /// of the next sync that it went well.
  mutating func stop(_ error: AuditError) { failure = failure ?? error }

  func checkWritable() throws(AuditError) {
    if let failure { throw failure }
  }

  /// Writes the records of `events`, and a checkpoint when one is due. They are not on disk yet.
  ///
  /// - Returns: the last record.
  mutating func write(_ events: [AuditEvent], at time: AuditTime) throws(AuditError) -> Mark {
    try checkWritable()
    do { return try writeOrThrow(events, at: time) } catch {
      if case .recordTooLong = error { throw error }
      stop(.poisoned)
      throw error
    }
  }

  private mutating func writeOrThrow(
    _ events: [AuditEvent], at time: AuditTime
  ) throws(AuditError) -> Mark {
    var encoder = RecordEncoder(after: position)
    for event in events { try encoder.append(event, at: time) }
    if try beginSegmentIfDue(at: time) {
      // The checkpoint at the old segment's end moved the chain on.
      encoder = RecordEncoder(after: position)
      for event in events { try encoder.append(event, at: time) }
    }
    recordsSinceCheckpoint += encoder.position.seq - position.seq
    if recordsSinceCheckpoint >= limits.recordsPerCheckpoint {
      try encoder.appendCheckpoint(at: time, signer: signer)
      noteCheckpoint()
    }
    try put(encoder)
    return last
  }

  /// Writes a checkpoint now, unless the last record is one.
  mutating func writeCheckpoint(at time: AuditTime) throws(AuditError) -> Mark {
    try checkWritable()
    guard recordsSinceCheckpoint > 0, file != nil else { return last }
    do {
      var encoder = RecordEncoder(after: position)
      try encoder.appendCheckpoint(at: time, signer: signer)
      noteCheckpoint()
      try put(encoder)
    } catch {
      stop(.poisoned)
      throw error
    }
    return last
  }

  private mutating func noteCheckpoint() {
    recordsSinceCheckpoint = 0
    isHeadDue = true
  }

  private mutating func put(_ encoder: RecordEncoder) throws(AuditError) {
    guard let file else { throw .poisoned }
    try file.append(encoder.lines)
    position = encoder.position
    size += encoder.lines.count
  }

  /// Notes that the open segment is on disk up to `position`, and writes the head when it is due.
  mutating func markDurable(_ position: ChainPosition, size: Int) throws(AuditError) {
    guard position.seq > durable.seq else { return }
    durable = position
    durableSize = size
    guard isHeadDue else { return }
    try writeHead()
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

  private mutating func writeHead() throws(AuditError) {
    let head = try Head(position: durable, segment: segment).signed(by: signer)
    try folder.replace(Head.fileName, with: head)
    isHeadDue = false
  }
}

extension LogState {
  /// Begins a new segment when there is none, the day has changed or the segment is full. The old one ends with a
  /// checkpoint and the head points at it before the new one exists.
  ///
  /// - Returns: whether the chain moved on.
  private mutating func beginSegmentIfDue(at time: AuditTime) throws(AuditError) -> Bool {
    guard let old = segment else {
      try begin(SegmentName(day: time.day, number: 1))
      return false
    }
    guard time.day > old.day || size >= limits.segmentBytes else { return false }
    if size > 0 { try finishSegment(at: time) }
    try begin(old.next(on: time.day))
    return true
  }

  private mutating func finishSegment(at time: AuditTime) throws(AuditError) {
    guard let file else { throw .poisoned }
    var encoder = RecordEncoder(after: position)
    try encoder.appendCheckpoint(at: time, signer: signer)
    try put(encoder)
    try file.sync()
    durable = position
    durableSize = size
    try writeHead()
    noteCheckpoint()
  }

  private mutating func begin(_ next: SegmentName) throws(AuditError) {
    file = try folder.begin(next)
    segment = next
    size = 0
    durableSize = 0
  }
}
