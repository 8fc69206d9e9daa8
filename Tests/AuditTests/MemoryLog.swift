import Documents

@testable import Audit

/// A log whose files are bytes at hand, so that it can be damaged and verified very often.
struct MemoryLog: LogSource, Sendable {
  var files: [String: [UInt8]] = [:]

  /// All files of a log on disk that a verifier reads.
  init(_ scratch: Scratch) throws {
    let others = [Head.fileName, CheckpointPublicKeys.fileName, Tombstone.fileName]
    let folder = try AuditFolder(scratch.audit)
    for name in try scratch.segments() + others { files[name] = try folder.read(name) }
  }

  func segments() -> [SegmentName] { files.keys.compactMap { SegmentName($0) }.sorted() }

  func read(_ name: String) -> [UInt8]? { files[name] }

  func lines(of segment: SegmentName) -> LineReader {
    let bytes = files[segment.name] ?? []
    return LineReader { offset, count in
      Array(bytes[min(offset, bytes.count)..<min(offset + count, bytes.count)])
    }
  }

  /// The lines of a segment, each with its line feed.
  subscript(lines name: String) -> [[UInt8]] {
    get {
      (files[name] ?? []).split(separator: UInt8(ascii: "\n")).map {
        Array($0) + [UInt8(ascii: "\n")]
      }
    }
    set { files[name] = newValue.flatMap(\.self) }
  }

  func verify(
    _ witnesses: AuditVerifier.Witnesses = .init(), limit: Int = .max
  ) throws -> AuditVerification {
    try AuditVerifier.verify(self, witnesses: witnesses, limit: limit)
  }

  func kinds(_ witnesses: AuditVerifier.Witnesses = .init()) throws -> Set<AuditProblem.Kind> {
    Set(try verify(witnesses).problems.map(\.kind))
  }
}

extension Sample {
  /// A log with a record of every type, in two segments, the key changed between them, closed in order.
  static func everyRecord() throws -> Scratch {
    let scratch = try Scratch()
    let first = try scratch.log(from: "2026-01-02T12:00:00.000000Z")
    try first.append(try Sample.events(of: Sample.document(1)), durable: true)
    try first.close()
    let ring = try AuditKey(secret: Array(repeating: 7, count: 32) + Array(repeating: 8, count: 32))
    let clock = TestClock("2026-01-03T12:00:00.000000Z")
    let second = try AuditLog(folder: scratch.audit, key: ring, clock: clock.now)
    try second.append([.started(Sample.start)], durable: true)
    try second.append([.held(Sample.document(2), reasons: ["test"]), .stopped], durable: true)
    try second.close()
    return scratch
  }
}

extension MemoryLog {
  /// A small log of one event: its header, its record, a checkpoint.
  init(of event: AuditEvent) throws {
    let signer = try Sample.key().signer
    let (name, time) = (SegmentName(day: "2026-01-02", number: 1), AuditTime(microseconds: 0))
    var encoder = RecordEncoder(after: .start)
    try encoder.appendHeader(name, after: nil, key: signer.publicKey, at: time)
    try encoder.append(event, at: time)
    try encoder.finish(signedBy: signer)
    try encoder.appendCheckpoint(at: time)
    try encoder.finish(signedBy: signer)
    files = [
      name.name: encoder.lines,
      CheckpointPublicKeys.fileName: CheckpointPublicKeys(signer.publicKey).file,
      Head.fileName: try Head(position: encoder.position, segment: name).signed(by: signer),
    ]
  }

  /// A small log of the records that the log writes of its own accord: two segments, the key changed in the second.
  static func ofBookkeeping() throws -> MemoryLog {
    let scratch = try Scratch()
    try scratch.log().append([.stopped], durable: true)
    let ring = try AuditKey(secret: Array(repeating: 7, count: 32) + Array(repeating: 8, count: 32))
    let clock = TestClock("2026-01-03T04:00:00.000000Z")
    let log = try AuditLog(folder: scratch.audit, key: ring, clock: clock.now)
    try log.append([.started(Sample.start)], durable: true)
    try log.close()
    return try MemoryLog(scratch)
  }
}
