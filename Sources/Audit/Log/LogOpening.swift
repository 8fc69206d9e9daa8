/// Opens a log that is there: checks that its end is what the head says, and cuts off a last line that a crash left
/// unfinished.
struct LogOpening {
  let folder: AuditFolder
  let signer: CheckpointSigner
  let limits: AuditLimits

  /// The state of the log, all of it on disk, and how many bytes had to be cut off.
  ///
  /// - Parameter generation: how often this process had opened it before.
  func open(generation: Int = 0) throws(AuditError) -> (state: LogState, droppedBytes: Int) {
    let segments = try folder.segments()
    try checkPublicKey(isNew: segments.isEmpty)
    let head = try readHead(isNew: segments.isEmpty)
    guard let last = segments.last else {
      guard head.position == .start else { throw .headMismatch }
      return (state(nil, nil, .start, size: 0, head, generation), 0)
    }
    let file = try folder.resume(last)
    let tail = try SegmentTail(file, segment: last, head: head)
    let dropped = try file.size() - tail.size
    let position =
      if let position = tail.position { position } else {
        try end(of: segments.dropLast(), head: head)
      }
    guard tail.sawHead || tail.position == nil else { throw .headMismatch }
    if dropped > 0 { try file.truncate(to: tail.size) }
    // What the page cache shows may not be on disk yet, and recovery acts on these records.
    try file.sync()
    return (state(last, file, position, size: tail.size, head, generation), dropped)
  }

  /// The last record before a segment that a crash left empty. The head was written before that segment was begun.
  private func end(
    of segments: ArraySlice<SegmentName>, head: Head
  ) throws(AuditError) -> ChainPosition {
    for segment in segments.reversed() {
      let file = try folder.open(segment)
      let tail = try SegmentTail(file, segment: segment, head: head)
      guard let position = tail.position else { continue }
      guard tail.sawHead, try file.size() == tail.size else { throw .headMismatch }
      return position
    }
    guard head.position == .start else { throw .headMismatch }
    return .start
  }

  private func state(
    _ segment: SegmentName?, _ file: OpenFile?, _ position: ChainPosition, size: Int, _ head: Head,
    _ generation: Int
  ) -> LogState {
    LogState(
      folder: folder, signer: signer, limits: limits, segment: segment, file: file,
      position: position, size: size,
      recordsSinceCheckpoint: max(0, position.seq - head.position.seq), generation: generation)
  }

  private func checkPublicKey(isNew: Bool) throws(AuditError) {
    let mine = signer.publicKey.file
    if let bytes = try folder.read(CheckpointPublicKey.fileName) {
      guard bytes == mine else { throw .otherKey }
    } else {
      guard isNew else { throw .otherKey }
      try folder.replace(CheckpointPublicKey.fileName, with: mine)
    }
  }

  private func readHead(isNew: Bool) throws(AuditError) -> Head {
    if let bytes = try folder.read(Head.fileName) {
      guard let head = Head(file: bytes, key: signer.publicKey) else { throw .headMismatch }
      return head
    }
    guard isNew else { throw .headMismatch }
    let head = Head(position: .start, segment: nil)
    try folder.replace(Head.fileName, with: try head.signed(by: signer))
    return head
  }
}

/// The last segment, read from its first line to the last one that is whole.
struct SegmentTail {
  /// Nil when it has no whole line.
  private(set) var position: ChainPosition?
  /// Bytes up to the end of the last whole line.
  private(set) var size = 0
  /// Whether the record that the head names was met, in the segment or as the last one before it.
  private(set) var sawHead = false

  init(_ file: OpenFile, segment: SegmentName, head: Head) throws(AuditError) {
    var lines = LineReader(file)
    var number = 0
    var isTorn = false
    while let line = try lines.next() {
      number += 1
      guard line.isWhole, let record = RecordLine(line.bytes) else {
        isTorn = true
        continue
      }
      let before = position ?? ChainPosition(seq: record.seq - 1, hash: record.prev)
      guard !isTorn, record.follows(before) else {
        throw .brokenChain(segment: segment.name, line: number)
      }
      sawHead = sawHead || before == head.position || record.position == head.position
      position = record.position
      size = line.offset + line.bytes.count + 1
    }
  }
}
