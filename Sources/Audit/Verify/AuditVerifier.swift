/// Checks a log from its first record to its last, with no daemon and no secret, in memory that does not grow with it.
///
/// Every record is checked against the one before. Signatures are checked where the log is vouched for: at checkpoints, at
/// the ends of segments, where the key changes, and at the last record; the chain carries them to all other records.
package struct AuditVerifier {
  private let source: any LogSource
  private let witnesses: Witnesses
  private let limit: Int
  private let headFile: [UInt8]?

  private var result = AuditVerification()
  private var listed: CheckpointPublicKeys?
  private var chain: KeyChain
  private var walk: ChainWalk
  private var head: Head?
  private var tombstone: Tombstone?
  private var expected: ExpectedPositions
  private var tail = UnsignedEnd()
  /// Whether a record tells of the tombstone.
  private var isPruningRecorded = false

  /// What an auditor has from elsewhere.
  package struct Witnesses: Sendable {
    /// Public keys as the auditor keeps them; without one the folder's own are taken, which whoever rewrites the whole
    /// folder could have replaced. Of several the last has to have signed.
    package var keys: [CheckpointPublicKey]
    /// Heads as the daemon's own log tells them.
    package var heads: [AuditHead]
    /// Copies of `head.json`.
    package var headFiles: [[UInt8]]

    package init(
      keys: [CheckpointPublicKey] = [], heads: [AuditHead] = [], headFiles: [[UInt8]] = []
    ) {
      self.keys = keys
      self.heads = heads
      self.headFiles = headFiles
    }
  }

  /// Reads the whole log.
  ///
  /// - Parameter progress: called after each segment with the number of records so far.
  package static func verify(
    folder: String, witnesses: Witnesses = Witnesses(), progress: (Int) -> Void = { _ in }
  ) throws(AuditError) -> AuditVerification {
    try verify(try LogSnapshot(AuditFolder(folder)), witnesses: witnesses, progress: progress)
  }

  /// - Parameter limit: how many problems are enough.
  static func verify(
    _ source: any LogSource, witnesses: Witnesses = Witnesses(), limit: Int = .max,
    progress: (Int) -> Void = { _ in }
  ) throws(AuditError) -> AuditVerification {
    var verifier = try AuditVerifier(source, witnesses, limit)
    return try verifier.run(progress)
  }

  private init(
    _ source: any LogSource, _ witnesses: Witnesses, _ limit: Int
  ) throws(AuditError) {
    self.source = source
    self.witnesses = witnesses
    self.limit = limit
    let keyFile = try source.read(CheckpointPublicKeys.fileName)
    listed = keyFile.flatMap { CheckpointPublicKeys(file: $0) }
    if keyFile == nil { result.add(.keyMissing) } else if listed == nil { result.add(.keyDamaged) }
    let known = (listed?.keys ?? []) + witnesses.keys
    let stone = try source.read(Tombstone.fileName)
    let read = stone.flatMap { Tombstone.read($0, keys: known) }
    if stone != nil, read == nil { result.add(.tombstoneDamaged) }
    tombstone = read?.tombstone
    chain = KeyChain(first: tombstone?.key ?? known.first)
    if let signer = read?.signer { chain.note(signer) }
    walk = ChainWalk(from: tombstone?.position ?? .start)
    headFile = try source.read(Head.fileName)
    head = headFile.flatMap { Head(unchecked: $0) }
    if headFile == nil { result.add(.headMissing) } else if head == nil { result.add(.headDamaged) }
    let kept = witnesses.headFiles.map { Head(unchecked: $0) }
    for head in kept where head == nil { result.add(.anchorDamaged) }
    expected = ExpectedPositions(
      [head?.position].compactMap(\.self) + kept.compactMap { $0?.position }
        + witnesses.heads.map(\.position))
    anchors = kept.compactMap { $0?.position } + witnesses.heads.map(\.position)
  }

  private let anchors: [ChainPosition]

  private mutating func run(_ progress: (Int) -> Void) throws(AuditError) -> AuditVerification {
    var previous = tombstone?.segment
    if let tombstone {
      expected.forget(through: tombstone.position.seq)
      result.prunedRecords = tombstone.position.seq
    }
    let segments = try source.segments()
    for segment in segments where result.problemCount < limit {
      try read(segment, after: previous, isLast: segment == segments.last)
      previous = segment
      progress(result.records)
    }
    if result.problemCount < limit { checkEnd() }
    return result
  }

  private mutating func read(
    _ segment: SegmentName, after previous: SegmentName?, isLast: Bool
  ) throws(AuditError) {
    result.segments += 1
    var lines = try source.lines(of: segment)
    var place = SegmentWalk(segment, previous)
    while result.problemCount < limit, let line = try lines.next() {
      place.line += 1
      guard line.isWhole, let record = RecordLine(line.bytes) else {
        result.add(line.isWhole ? .damaged : .unfinished, segment.name, place.line)
        walk.skip()
        place.isBlind = true
        continue
      }
      result.records += 1
      check(record, line.bytes, &place)
    }
    if place.line == 0, result.problemCount < limit {
      result.add(isLast ? .emptySegment : .foreignSegment, segment.name)
    }
  }

  private mutating func check(
    _ record: RecordLine, _ line: ArraySlice<UInt8>, _ place: inout SegmentWalk
  ) {
    let isFirst = place.line == 1
    // Segments that a pruning was to remove and did not get to: they are vouched for by what follows.
    let isLeftover = tombstone.map { record.seq <= $0.position.seq } ?? false
    if isFirst, let problem = place.checkHeader(record, line) {
      if problem != .segmentMissing || result.records > 1 || !isLeftover {
        result.add(problem, place.segment.name, 1)
      }
    }
    if result.records == 1, isLeftover { walk.begin(at: record) }
    if let problem = walk.step(record) { result.add(problem, place.segment.name, place.line) }
    if let problem = place.checkTrailer(record, line) {
      result.add(problem, place.segment.name, place.line)
    }
    expected.meet(record.position)
    if let head, record.seq > head.position.seq { result.recordsPastHead += 1 }
    checkSignature(record, line, place)
  }

  private mutating func checkSignature(
    _ record: RecordLine, _ line: ArraySlice<UInt8>, _ place: SegmentWalk
  ) {
    tail.note(record, place)
    if record.isType(.pruned) { checkPruning(line) }
    guard record.isVouching else { return }
    result.signatures += 1
    if !chain.accepts(record) { result.add(.badSignature, place.segment.name, place.line) }
    if record.isType(.rotated) {
      if let heir = NamedKey(line)?.key { chain.goOver(to: heir) }
    }
  }

  private mutating func checkPruning(_ line: ArraySlice<UInt8>) {
    guard let tombstone, let head = PrunedHead(line)?.head else { return }
    isPruningRecorded = isPruningRecorded || head.position == tombstone.position
  }

  private mutating func checkEnd() {
    if let last = tail.lastSigned, !last.record.isVouching {
      result.signatures += 1
      if !chain.accepts(last.record) { result.add(.badSignature, last.segment, last.line) }
    }
    if tail.unsigned > 0 { result.add(.unsignedEnd(records: tail.unsigned)) }
    if let head, expected.isMissing(head.position) {
      result.add(.recordsMissing(head: head.position.seq))
    }
    for anchor in anchors where expected.isMissing(anchor) {
      result.add(.anchorMissed(seq: anchor.seq))
    }
    if tombstone != nil, !isPruningRecorded { result.add(.tombstoneDamaged) }
    checkHeads()
    checkKeys()
    result.end = AuditHead(seq: walk.position.seq, hash: walk.position.hash)
    result.keys = chain.keys
  }

  private mutating func checkKeys() {
    if let listed,
      Array(listed.keys.suffix(chain.keys.count)) != chain.keys
        || (tombstone == nil && listed.keys.count != chain.keys.count)
    {
      result.add(.keyDamaged)
    }
    guard let trusted = witnesses.keys.last else { return }
    if !chain.keys.contains(trusted) || !chain.used.contains(trusted) {
      result.add(.keyNotTrusted)
    }
  }

  /// Heads are signed with the key that was in force when they were written.
  private mutating func checkHeads() {
    if let headFile, head != nil, !isSigned(headFile) { result.add(.headDamaged) }
    for file in witnesses.headFiles where Head(unchecked: file) != nil && !isSigned(file) {
      result.add(.anchorDamaged)
    }
  }

  private mutating func isSigned(_ file: [UInt8]) -> Bool {
    guard let key = SignedLine.payload(ofFile: file, keys: chain.keys)?.key else { return false }
    chain.note(key)
    return true
  }
}
