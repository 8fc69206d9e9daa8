import Documents
import Patterns
import Synchronization
import Syscalls

@testable import Audit

/// A folder of its own for one test, removed with everything in it.
final class Scratch: Sendable {
  let path: String
  var audit: String { path + "/audit" }
  var key: String { path + "/audit.key" }

  init() throws {
    path = "/tmp/scrubd-audit-\(UInt64.random(in: .min ... .max))"
    try Folder.make(Path(path), mode: 0o700)
  }

  deinit { try? Scratch.remove(path) }

  private static func remove(_ path: String) throws {
    let folder = try Folder(opening: Path(path))
    for name in try folder.names() {
      if try folder.status(of: name)?.kind == .folder {
        try remove(path + "/" + String(decoding: name.bytes, as: UTF8.self))
      } else {
        try folder.remove(name)
      }
    }
    try Folder(opening: Path(path + "/..")).removeFolder(
      Path(bytes: Array(path.utf8.split(separator: UInt8(ascii: "/")).last ?? [])))
  }

  func read(_ name: String) throws -> [UInt8] {
    try Descriptor(opening: Path(audit + "/" + name), .read)
      .readToEnd(expecting: 1 << 16, limit: 1 << 28) ?? []
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = try Descriptor(opening: Path(audit + "/" + name), [.write, .create])
    try file.truncate(to: 0)
    try file.write(bytes)
  }

  func remove(_ name: String) throws { try Folder(opening: Path(audit)).remove(Path(name)) }

  func segments() throws -> [String] { try AuditFolder(audit).segments().map(\.name) }

  func lines(_ segment: String) throws -> [[UInt8]] {
    try read(segment).split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  /// A log with a fixed key; the clock moves on by one second a call.
  func log(
    from start: String = "2026-01-02T03:04:05.678901Z", limits: AuditLimits = AuditLimits()
  ) throws -> AuditLog {
    try AuditLog(
      folder: audit, key: Sample.key(), limits: limits, clock: TestClock(start).now)
  }

  func problems() throws -> [AuditProblem] {
    try AuditVerifier.verify(folder: audit).problems
  }
}

extension Folder {
  /// Has a folder stand where a file is to be made.
  static func block(_ path: String) throws { try make(Path(path), mode: 0o700) }

  static func unblock(_ path: String) throws {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    try Folder(opening: Path(String(path[..<slash])))
      .removeFolder(Path(String(path[path.index(after: slash)...])))
  }
}

/// A clock that moves on by one second a reading, and to any moment when it is told to.
final class TestClock: Sendable {
  private let time: Mutex<Int64>

  init(_ start: String) { time = Mutex(AuditTime(start)?.microseconds ?? 0) }

  var now: @Sendable () -> AuditTime {
    { [self] in
      time.withLock { time in
        defer { time += 1_000_000 }
        return AuditTime(microseconds: time)
      }
    }
  }

  func set(_ moment: String) { time.withLock { $0 = AuditTime(moment)?.microseconds ?? 0 } }
}

/// Invented records.
enum Sample {
  static func key(_ byte: UInt8 = 7) throws -> AuditKey {
    try AuditKey(secret: Array(repeating: byte, count: AuditKey.size))
  }

  /// The nth document of January 2, 2026.
  static func document(_ number: UInt64) -> DocumentID {
    var random = Counter(value: number)
    return DocumentID(milliseconds: 1_767_312_000_000 + number, using: &random)
  }

  static func finding(_ number: Int = 1) throws -> AuditFinding {
    AuditFinding(
      rule: "name/titled", category: .name, start: 12, length: 8, action: "tag",
      label: AuditLabel(.name, number), confidence: 950, evidence: ["context:title"],
      role: .patient, valueMAC: try key().mac(value: "Gonzalez".utf8))
  }

  static let start = AuditStart(
    version: "1.0.0", profile: "publication", profileVersion: "3",
    profileDigest: AuditDigest(of: "profile".utf8), packsDigest: AuditDigest(of: "packs".utf8),
    lexicon: "a1b2", tagger: "c3d4", isJITOn: true, zip3Census: "2020")

  /// One event of every type, of one document.
  static func events(of id: DocumentID) throws -> [AuditEvent] {
    let kept = AuditFinding(
      rule: "date/year", category: .year, item: .other, start: 40, length: 4, action: "keep",
      confidence: 500, valueMAC: try key().mac(value: "1999".utf8))
    let redaction = AuditRedaction(
      format: "text", encoding: "utf-8", findings: [try finding(), kept], policy: policy)
    return [
      .started(start), .claimed(id, size: 120, contentMAC: try key().mac(content: [1, 2, 3])),
      .redacted(id, redaction), .scanned(id, catches: []),
      .scanned(id, catches: [AuditCatch(rule: "second-scan/number", category: .id)]),
      .weighed(id, weighing), .vaulted(id, values: 3),
      .released(
        id, outputs: [AuditOutput(kind: "text", size: 99, digest: AuditDigest(of: [4]))],
        seconds: 2),
      .held(id, reasons: ["second-scan", "three-indirect"]),
      .quarantined(id, reason: "encoding"), .recovered(id, action: "redone"),
      .repaired(droppedBytes: 17),
      .decided(id, AuditDecision(verdict: .approved, person: person, reason: .consent)),
      .revealed(
        id,
        AuditReveal(
          label: AuditLabel(.name, 1), person: person, reason: .treatment, result: .shown)),
      .shredded(
        id, AuditShredding(person: AuditPerson(uid: 0, name: nil), reason: .retention)),
      .expired(id), .stopped,
    ]
  }

  static let policy = AuditPolicy(
    profile: "strict", version: "2", digest: AuditDigest(of: "strict".utf8))

  static let person = AuditPerson(uid: 1001, name: "mreyes")

  static let weighing = AuditWeighing(
    references: [
      AuditReference(rule: "occupation/keeper", kind: .occupation, start: 7, length: 18)
    ], kinds: [.occupation, .remainingPlace], decisive: [], sum: 1500, limit: 3000, holds: false)

  /// Counts up: gives each document another id.
  private struct Counter: RandomNumberGenerator {
    var value: UInt64
    mutating func next() -> UInt64 {
      defer { value &+= 1 }
      return value
    }
  }
}
