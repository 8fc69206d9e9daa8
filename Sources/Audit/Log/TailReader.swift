/// Where the reading of a segment goes on: what stands before is known.
struct TailStart {
  var offset: Int
  var position: ChainPosition
  var firstSeq: Int
  var isSealed: Bool

  /// Nil when the state is of another segment, or of more than the file has.
  init?(_ state: LogState, _ segment: SegmentName, in file: OpenFile) {
    guard state.segment == segment, state.size > 0, let size = try? file.size(), size >= state.size
    else { return nil }
    (offset, position, firstSeq) = (state.size, state.position, state.firstSeq)
    isSealed = state.isSealed
  }
}

/// Reads a segment to its last whole batch: the last record that is signed.
struct TailReader {
  let file: OpenFile
  let segment: SegmentName
  let head: Head
  /// Keys whose signature counts.
  let keys: [CheckpointPublicKey]

  struct Tail {
    /// Of the last signed record; nil when there is none.
    fileprivate(set) var position: ChainPosition?
    /// Bytes up to the end of that record.
    fileprivate(set) var size = 0
    /// The number of the last record before the segment.
    fileprivate(set) var firstSeq = 0
    /// Whether the record that the head names was met, in the segment or as the last one before it.
    fileprivate(set) var sawHead = false
    /// Whether its last record is a trailer: the next record needs another segment.
    fileprivate(set) var isSealed = false
    /// The key that the last `rotated` record names.
    fileprivate(set) var heir: CheckpointPublicKey?
  }

  /// - Throws: when the chain is broken, or the last signature is nobody's.
  func read(from start: TailStart? = nil) throws(AuditError) -> Tail {
    var tail = Tail()
    var walked = start?.position
    if let start {
      (tail.position, tail.size) = (start.position, start.offset)
      tail.isSealed = start.isSealed
      (tail.firstSeq, tail.sawHead) = (start.firstSeq, head.position.seq <= start.position.seq)
    }
    var lines = LineReader(file, from: tail.size)
    var isTorn = false
    var number = 0
    var lastSigned: (record: RecordLine, line: Int)?
    while let line = try lines.next() {
      number += 1
      guard line.isWhole, let record = RecordLine(line.bytes) else {
        isTorn = true
        continue
      }
      let before = walked ?? ChainPosition(seq: record.seq - 1, hash: record.prev)
      guard !isTorn, record.follows(before) else {
        throw .brokenChain(segment: segment.name, line: number)
      }
      if walked == nil { tail.firstSeq = before.seq }
      walked = record.position
      tail.sawHead =
        tail.sawHead || before == head.position || record.position == head.position
      guard record.isSigned else { continue }
      lastSigned = (record, number)
      tail.position = record.position
      tail.size = line.offset + line.bytes.count + 1
      tail.isSealed = record.isType(.sealed)
      if record.isType(.rotated) { tail.heir = NamedKey(line.bytes)?.key }
    }
    if let lastSigned, !lastSigned.record.isSigned(byOneOf: keys) {
      throw .badSignature(segment: segment.name, line: lastSigned.line)
    }
    return tail
  }
}
