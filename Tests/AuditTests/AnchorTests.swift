import Documents
import Synchronization
import Syscalls
import Testing

@testable import Audit

/// A log that was cut off at a signed record, with the head of that time put back: all its own files agree.
private func rolledBack() throws -> (now: MemoryLog, then: MemoryLog) {
  let scratch = try Scratch()
  let log = try scratch.log()
  try log.append([.held(Sample.document(1), reasons: ["test"])], durable: true)
  try log.checkpoint()
  let then = try MemoryLog(scratch)
  try log.append([.held(Sample.document(2), reasons: ["test"])], durable: true)
  try log.close()
  return (try MemoryLog(scratch), then)
}

@Test
func `a log cut off at a checkpoint with its old head put back is caught by the anchor alone`()
  throws
{
  let (now, then) = try rolledBack()
  let file = try #require(now.files[Head.fileName])
  let head = try #require(try now.verify().end)
  #expect(try then.verify().isIntact)
  #expect(try now.verify(.init(heads: [head], headFiles: [file])).isIntact)
  #expect(try then.kinds(.init(headFiles: [file])) == [.truncatedTail])
  #expect(try then.kinds(.init(heads: [head])) == [.truncatedTail])
}

@Test func `every flipped bit of an anchor file is found`() throws {
  let now = try MemoryLog(of: .stopped)
  var file = try #require(now.files[Head.fileName])
  for index in file.indices {
    for bit in 0..<8 {
      file[index] ^= 1 << UInt8(bit)
      let found = try now.verify(.init(headFiles: [file]), limit: 1)
      #expect(!found.isIntact, "byte \(index) bit \(bit)")
      file[index] ^= 1 << UInt8(bit)
    }
  }
}

@Test
func `the newest head goes to the file and the teller of the administrator's choice`() throws {
  let scratch = try Scratch()
  let told = Told()
  let path = scratch.path + "/witness.json"
  let log = try AuditLog(
    folder: scratch.audit, key: Sample.key(), limits: AuditLimits(recordsPerCheckpoint: 3),
    anchor: AuditAnchor(
      file: path, tell: { told.heads.withLock { [head = $0] in $0.append(head) } }))
  for _ in 0..<7 { try log.append([.stopped], durable: true) }
  #expect(told.heads.withLock { $0 }.isEmpty, "nobody who appends waits for a share")
  try log.checkpoint()
  try log.checkpoint()
  try log.append([.stopped], durable: true)
  try log.close()
  let heads = told.heads.withLock { $0 }
  #expect(heads.count == 2)
  #expect(heads == heads.sorted { $0.seq < $1.seq })
  let copy = try Descriptor(opening: Path(path), .read).readToEnd(expecting: 512, limit: 4096) ?? []
  #expect(try copy == scratch.read(Head.fileName))
  let result = try AuditVerifier.verify(
    folder: scratch.audit, witnesses: .init(heads: heads, headFiles: [copy]))
  #expect(result.problems == [])
}

@Test func `an anchor that cannot be written is told once and the log goes on`() throws {
  let scratch = try Scratch()
  let told = Told()
  let log = try AuditLog(
    folder: scratch.audit, key: Sample.key(),
    anchor: AuditAnchor(
      file: scratch.path + "/witness/head.json",
      failed: { _ in told.failures.add(1, ordering: .relaxed) }))
  for _ in 0..<3 {
    try log.append([.stopped], durable: true)
    try log.checkpoint()
  }
  #expect(told.failures.load(ordering: .relaxed) == 1)
  try Folder.make(Path(scratch.path + "/witness"), mode: 0o700)
  // Nothing new has come, and still it is brought there.
  try log.checkpoint()
  let copy = try Descriptor(opening: Path(scratch.path + "/witness/head.json"), .read)
    .readToEnd(expecting: 512, limit: 4096)
  #expect(try copy == scratch.read(Head.fileName))
  try log.close()
  #expect(try scratch.problems() == [])
}

@Test(arguments: [
  "", "12", "12:", "-1:00", "01:" + String(repeating: "0", count: 64), "x:y", "1:2:3",
])
func `what is no head is refused`(text: String) { #expect(AuditHead(text) == nil) }

@Test func `a head is read back as it was told`() {
  let head = AuditHead(seq: 12, hash: AuditDigest(of: [1]))
  #expect(AuditHead(head.description) == head)
}

private final class Told: Sendable {
  let heads = Mutex<[AuditHead]>([])
  let failures = Atomic(0)
}
