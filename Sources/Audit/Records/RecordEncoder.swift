import Documents

/// Where the chain stands: the number and the hash of the last record.
struct ChainPosition: Sendable, Hashable {
  /// Counted from 1; 0 before the first record.
  var seq: Int
  /// SHA-256 of the record's line without its line feed.
  var hash: AuditDigest

  static let start = ChainPosition(seq: 0, hash: .zero)
}

/// Turns events into the lines of the log, each bound to the one before.
struct RecordEncoder {
  /// Longest line in bytes that is written or read.
  static let longestLine = 4 << 20
  /// Of the log's format, as a segment's header has it.
  static let formatVersion = 1
  /// Room for signature and check, in bytes.
  private static let ending = SignedLine.fieldLength + 64
  /// Digits of `check`.
  static let checkDigits = 16

  /// The last record that is in `lines`.
  private(set) var position: ChainPosition
  /// The lines since the encoder was made, each with its line feed.
  private(set) var lines: [UInt8] = []
  /// Records that were added.
  private(set) var count = 0
  /// The record that was added last, still open at its end.
  private var open: JSONWriter?

  init(after position: ChainPosition) { self.position = position }

  /// Adds the record of an event, or several when its findings or catches do not fit one.
  mutating func append(_ event: AuditEvent, at time: AuditTime) throws(AuditError) {
    switch event {
    case .redacted(let document, let redaction):
      try append(event.type, document, redaction.parts, at: time) { $1.write(to: &$0) }
    case .scanned(let document, let catches):
      let parts = AuditEvent.parts(of: catches)
      try append(event.type, document, parts, at: time) { json, part in
        json.field(.catches, each: part) { $1.write(to: &$0) }
      }
    case .weighed(let document, let weighing):
      try append(event.type, document, weighing.parts, at: time) { $1.write(to: &$0) }
    default: try append(type: event.type, at: time) { event.write(to: &$0) }
    }
  }

  /// Adds a record for each part of an event of a document, numbered from 1.
  private mutating func append<Part>(
    _ type: AuditCode, _ document: DocumentID, _ parts: [Part], at time: AuditTime,
    _ body: (inout JSONWriter, Part) -> Void
  ) throws(AuditError) {
    for (index, part) in parts.enumerated() {
      try append(type: type, at: time) { json in
        json.field(.document, document)
        json.field(.part, index + 1)
        json.field(.parts, parts.count)
        body(&json, part)
      }
    }
  }

  /// Adds the record that a segment begins with.
  ///
  /// - Parameters:
  ///   - previous: the segment before it; nil for the first of a log.
  ///   - key: the one that signs now.
  mutating func appendHeader(
    _ segment: SegmentName, after previous: SegmentName?, key: CheckpointPublicKey,
    at time: AuditTime
  ) throws(AuditError) {
    try append(type: .segment, at: time) { json in
      json.field(.version, RecordEncoder.formatVersion)
      json.field(.segment, segment.code ?? SegmentName.none)
      json.field(.after, previous?.code ?? SegmentName.none)
      json.field(.key, key)
    }
  }

  /// Adds the record that a segment ends with.
  ///
  /// - Parameter records: those of the segment before this one.
  mutating func appendTrailer(
    _ segment: SegmentName, records: Int, at time: AuditTime
  ) throws(AuditError) {
    try append(type: .sealed, at: time) { json in
      json.field(.segment, segment.code ?? SegmentName.none)
      json.field(.records, records)
    }
  }

  /// Adds a checkpoint: a record that says nothing but that it is signed.
  mutating func appendCheckpoint(at time: AuditTime) throws(AuditError) {
    try append(type: .checkpoint, at: time) { _ in }
  }

  private mutating func append(
    type: AuditCode, at time: AuditTime, _ body: (inout JSONWriter) -> Void
  ) throws(AuditError) {
    finish()
    var json = JSONWriter()
    json.begin()
    json.field(.seq, position.seq + 1)
    json.field(.time, time)
    json.field(.type, type)
    json.field(.prev, position.hash)
    body(&json)
    guard json.bytes.count < RecordEncoder.longestLine - RecordEncoder.ending else {
      throw .recordTooLong(bytes: json.bytes.count)
    }
    open = json
    count += 1
  }

  /// Ends the last record with a signature, which covers all of its line before it, and through `prev` every record of
  /// the log before it.
  mutating func finish(signedBy signer: CheckpointSigner) throws(AuditError) {
    guard var json = open else { return }
    json.field(.signature, hexOf: try signer.sign(json.bytes))
    open = json
    finish()
  }

  /// Ends the last record.
  mutating func finish() {
    guard var json = open else { return }
    open = nil
    var hasher = AuditHasher()
    hasher.update(json.bytes)
    let length = json.bytes.count
    json.field(.check, hexOf: RecordEncoder.check(hasher.finish()))
    json.end()
    hasher.update(Array(json.bytes[length...]))
    position = ChainPosition(seq: position.seq + 1, hash: hasher.finish())
    lines.append(contentsOf: json.bytes)
    lines.append(UInt8(ascii: "\n"))
  }

  /// The bytes that `check` shows: the first eight of the digest of all that stands before the field. The chain vouches
  /// for every line but the last; this one tells whether the last line is whole after a crash.
  static func check(_ digest: AuditDigest) -> [UInt8] {
    Array(digest.bytes.prefix(checkDigits / 2))
  }
}

extension AuditCode {
  /// The records that the log writes of its own accord.
  static let segment: AuditCode = "segment"
  static let sealed: AuditCode = "sealed"
  static let checkpoint: AuditCode = "checkpoint"
  static let rotated: AuditCode = "rotated"
  static let pruned: AuditCode = "pruned"
}
