/// Opens a log that is there: checks that its end is what the head says, and cuts off what a crash left unfinished.
struct LogOpening {
  let folder: AuditFolder
  let key: AuditKey
  let limits: AuditLimits

  /// The state of the log, all of it on disk, and how many bytes had to be cut off.
  ///
  /// - Parameters:
  ///   - generation: how often this process had opened it before.
  ///   - known: what this process knew; only what was written since is read where that is enough.
  func open(
    generation: Int = 0, knowing known: LogState? = nil
  ) throws(AuditError) -> (state: LogState, droppedBytes: Int) {
    let segments = try folder.segments()
    var keys = try publicKeys(isNew: segments.isEmpty)
    let head = try readHead(isNew: segments.isEmpty, keys)
    var end = LogState.End(
      position: .start, size: 0, firstSeq: 0, isSealed: false, recordsSinceCheckpoint: 0)
    var dropped = 0
    if let last = segments.last {
      let file = try folder.resume(last)
      let reader = TailReader(
        file: file, segment: last, head: head, keys: keys.keys + key.publicKeys)
      let tail = try reader.read(from: known.flatMap { TailStart($0, last, in: file) })
      guard tail.sawHead || tail.position == nil else { throw .headMismatch }
      if let heir = tail.heir, !keys.keys.contains(heir) {
        // The last start went over to a new key and was interrupted.
        keys.add(heir)
        try folder.replace(CheckpointPublicKeys.fileName, with: keys.file)
      }
      end.position =
        if let position = tail.position { position } else {
          try self.end(of: segments.dropLast(), head, keys)
        }
      end.firstSeq = tail.position == nil ? end.position.seq : tail.firstSeq
      (end.segment, end.previous, end.file) = (last, segments.dropLast().last, file)
      (end.size, end.isSealed) = (tail.size, tail.isSealed)
      dropped = try settle(file, size: tail.size)
    } else if head.position != .start {
      throw .headMismatch
    }
    end.recordsSinceCheckpoint = max(0, end.position.seq - head.position.seq)
    guard let signer = key.signer(for: keys.newest) else { throw .otherKey }
    let state = LogState(
      folder: folder, signer: signer, limits: limits, end: end, generation: generation)
    return (state, dropped)
  }

  /// Cuts off what is no whole batch.
  ///
  /// - Returns: the number of bytes.
  private func settle(_ file: OpenFile, size: Int) throws(AuditError) -> Int {
    let dropped = try file.size() - size
    if dropped > 0 { try file.truncate(to: size) }
    // What the page cache shows may not be on disk yet, and recovery acts on these records.
    try file.sync()
    return dropped
  }

  /// The last record before a segment that a crash left empty. The head was written before that segment was begun.
  private func end(
    of segments: ArraySlice<SegmentName>, _ head: Head, _ keys: CheckpointPublicKeys
  ) throws(AuditError) -> ChainPosition {
    guard let segment = segments.last else {
      guard head.position == .start else { throw .headMismatch }
      return .start
    }
    let file = try folder.open(segment)
    let reader = TailReader(
      file: file, segment: segment, head: head, keys: keys.keys + key.publicKeys)
    let tail = try reader.read()
    guard let position = tail.position, tail.sawHead, try file.size() == tail.size else {
      throw .headMismatch
    }
    return position
  }

  /// The keys the log was signed with so far; the newest has to be one of ours.
  private func publicKeys(isNew: Bool) throws(AuditError) -> CheckpointPublicKeys {
    if let bytes = try folder.read(CheckpointPublicKeys.fileName) {
      guard let keys = CheckpointPublicKeys(file: bytes), key.signer(for: keys.newest) != nil else {
        throw .otherKey
      }
      return keys
    }
    guard isNew else { throw .otherKey }
    let keys = CheckpointPublicKeys(key.signer.publicKey)
    try folder.replace(CheckpointPublicKeys.fileName, with: keys.file)
    return keys
  }

  private func readHead(isNew: Bool, _ keys: CheckpointPublicKeys) throws(AuditError) -> Head {
    if let bytes = try folder.read(Head.fileName) {
      guard let head = Head(file: bytes, keys: keys.keys + key.publicKeys) else {
        throw .headMismatch
      }
      return head
    }
    guard isNew, let signer = key.signer(for: keys.newest) else { throw .headMismatch }
    let head = Head(position: .start, segment: nil)
    try folder.replace(Head.fileName, with: try head.signed(by: signer))
    return head
  }
}

extension LogOpening {
  /// Goes over to the newest key, when the log is signed with an older one.
  func rotateIfDue(_ state: inout LogState, at time: AuditTime) throws(AuditError) {
    guard state.signer.publicKey != key.signer.publicKey,
      let bytes = try folder.read(CheckpointPublicKeys.fileName),
      var keys = CheckpointPublicKeys(file: bytes)
    else { return }
    try state.rotate(to: key.signer, at: time)
    try state.file?.sync()
    // From here on the log is the new key's; a start that finds the file behind completes it.
    keys.add(key.signer.publicKey)
    try folder.replace(CheckpointPublicKeys.fileName, with: keys.file)
  }
}
