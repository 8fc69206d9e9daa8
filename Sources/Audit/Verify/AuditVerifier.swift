/// Checks a log from its first record to its last, with no daemon and no secret, in memory that does not grow with it.
package struct AuditVerifier {
  private let folder: AuditFolder
  private let trustedKey: CheckpointPublicKey?

  private var key: CheckpointPublicKey?
  private var head: Head?
  private var result = AuditVerification()
  private var chain = ChainWalk()

  private init(folder: String, trustedKey: CheckpointPublicKey?) throws(AuditError) {
    self.folder = try AuditFolder(folder)
    self.trustedKey = trustedKey
  }

  /// Reads the whole log.
  ///
  /// - Parameters:
  ///   - trustedKey: the public key as the auditor keeps it; without it the folder's own is taken, which whoever rewrites
  ///     the whole folder could have replaced.
  ///   - progress: called after each segment with the number of records so far.
  package static func verify(
    folder: String, trustedKey: CheckpointPublicKey? = nil, progress: (Int) -> Void = { _ in }
  ) throws(AuditError) -> AuditVerification {
    var verifier = try AuditVerifier(folder: folder, trustedKey: trustedKey)
    return try verifier.run(progress)
  }

  private mutating func run(_ progress: (Int) -> Void) throws(AuditError) -> AuditVerification {
    try readKey()
    try readHead()
    var previous: SegmentName?
    for segment in try folder.segments() {
      checkOrder(segment, after: previous)
      try read(segment)
      previous = segment
      progress(result.records)
    }
    checkEnd()
    return result
  }

  private mutating func readKey() throws(AuditError) {
    guard let bytes = try folder.read(CheckpointPublicKey.fileName) else {
      key = trustedKey
      return result.add(.keyMissing)
    }
    let found = CheckpointPublicKey(file: bytes)
    key = trustedKey ?? found
    if found == nil || key?.file != bytes { result.add(.keyDamaged) }
  }

  private mutating func readHead() throws(AuditError) {
    guard let bytes = try folder.read(Head.fileName) else { return result.add(.headMissing) }
    head = key.flatMap { Head(file: bytes, key: $0) }
    if head == nil, key != nil { result.add(.headDamaged) }
  }

  private mutating func checkOrder(_ segment: SegmentName, after previous: SegmentName?) {
    let isNext =
      segment.number == 1 || segment.day == previous?.day && segment.number - 1 == previous?.number
    if !isNext { result.add(.segmentMissing, segment.name) }
  }

  private mutating func read(_ segment: SegmentName) throws(AuditError) {
    result.segments += 1
    var lines = LineReader(try folder.open(segment))
    var number = 0
    while let line = try lines.next() {
      number += 1
      guard line.isWhole, let record = RecordLine(line.bytes) else {
        result.add(line.isWhole ? .damaged : .unfinished, segment.name, number)
        chain.skip()
        continue
      }
      result.records += 1
      if let problem = chain.step(record) { result.add(problem, segment.name, number) }
      checkSignature(record, segment.name, number)
      checkHead(record, in: segment)
    }
  }

  private mutating func checkSignature(_ record: RecordLine, _ segment: String, _ line: Int) {
    guard record.isCheckpoint else { return }
    result.checkpoints += 1
    guard let key else { return }
    guard let (payload, signature) = SignedLine.split(record.payload),
      key.isValid(signature: signature, for: payload)
    else { return result.add(.badSignature, segment, line) }
  }

  private mutating func checkHead(_ record: RecordLine, in segment: SegmentName) {
    guard let head, record.seq >= head.position.seq else { return }
    if record.seq > head.position.seq { result.recordsPastHead += 1 }
    if record.position == head.position, segment == head.segment { chain.sawHead = true }
  }

  private mutating func checkEnd() {
    guard let head, head.position != .start, !chain.sawHead else { return }
    result.add(.recordsMissing(head: head.position.seq))
  }
}

/// Follows the chain and goes on behind a problem, so that one damage is told once.
private struct ChainWalk {
  private var position: ChainPosition = .start
  /// Whether the line before was no record, so that its hash is unknown.
  private var isBlind = false
  var sawHead = false

  mutating func skip() {
    position.seq += 1
    isBlind = true
  }

  mutating func step(_ record: RecordLine) -> AuditProblem.What? {
    defer {
      position = record.position
      isBlind = false
    }
    if record.seq != position.seq + 1 {
      return .outOfSequence(expected: position.seq + 1, found: record.seq)
    }
    return isBlind || record.prev == position.hash ? nil : .brokenLink
  }
}
