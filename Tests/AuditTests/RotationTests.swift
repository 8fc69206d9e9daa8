import Documents
import Syscalls
import Testing

@testable import Audit

/// The key of the samples, and one that was made after it.
private func ring() throws -> AuditKey {
  try AuditKey(secret: Array(repeating: 7, count: 32) + Array(repeating: 8, count: 32))
}

private func open(_ scratch: Scratch, _ key: AuditKey) throws -> AuditLog {
  try AuditLog(
    folder: scratch.audit, key: key, clock: TestClock("2026-01-02T05:00:00.000000Z").now)
}

@Test func `a log goes over to the newest key when the daemon starts, and not before`() throws {
  let scratch = try Scratch()
  try scratch.log().append([.stopped], durable: true)
  let (old, new) = (try Sample.key().signer.publicKey, try Sample.key(8).signer.publicKey)
  let person = try open(scratch, try ring())
  try person.append([.recovered(Sample.document(1), action: "test")], durable: true)
  #expect(
    try CheckpointPublicKeys(file: scratch.read(CheckpointPublicKeys.fileName))?.keys == [old])
  try person.append([.started(Sample.start)], durable: true)
  try person.close()
  #expect(
    try CheckpointPublicKeys(file: scratch.read(CheckpointPublicKeys.fileName))?.keys == [old, new])
  let result = try AuditVerifier.verify(folder: scratch.audit)
  #expect(result.problems == [])
  #expect(result.keys == [old, new])
}

@Test func `the first key, the newest or both vouch for a log that has had two`() throws {
  let log = try MemoryLog(Sample.everyRecord())
  let (old, new) = (try Sample.key().signer.publicKey, try Sample.key(8).signer.publicKey)
  for keys in [[old], [new], [old, new]] {
    #expect(try log.verify(.init(keys: keys)).problems == [])
  }
  let stranger = try Sample.key(9).signer.publicKey
  #expect(try log.verify(.init(keys: [stranger])).problems.map(\.what) == [.keyNotTrusted])
}

@Test func `a writer that has only the old key does not write behind the new one`() throws {
  let scratch = try Scratch()
  let old = try scratch.log()
  try old.append([.stopped], durable: true)
  try open(scratch, try ring()).append([.started(Sample.start)], durable: true)
  #expect(throws: AuditError.otherKey) { try old.append([.stopped], durable: true) }
  #expect(throws: AuditError.otherKey) { try scratch.log() }
}

@Test func `a change of key that a crash interrupted is completed at the next start`() throws {
  let scratch = try Scratch()
  try scratch.log().append([.stopped], durable: true)
  let (keys, head) = (
    try scratch.read(CheckpointPublicKeys.fileName), try scratch.read(Head.fileName)
  )
  try open(scratch, try ring()).append([.started(Sample.start)], durable: true)
  let segment = try #require(try scratch.segments().first)
  // On disk is the record of the change and nothing that was done after it.
  let lines = try scratch.lines(segment)
  let rotated = try #require(lines.firstIndex { RecordLine($0[...])?.isType(.rotated) == true })
  try scratch.write(segment, lines[...rotated].flatMap { $0 + [UInt8(ascii: "\n")] })
  try scratch.write(CheckpointPublicKeys.fileName, keys)
  try scratch.write(Head.fileName, head)
  let log = try open(scratch, try ring())
  try log.append([.started(Sample.start)], durable: true)
  try log.close()
  #expect(try scratch.problems() == [])
  #expect(try AuditVerifier.verify(folder: scratch.audit).keys.count == 2)
}

@Test func `a changed key file keeps its old secrets and has one more`() throws {
  let scratch = try Scratch()
  let first = try AuditKey.loadOrCreate(scratch.key)
  #expect(try !AuditKey.create(scratch.key))
  let second = try AuditKey.rotate(scratch.key)
  #expect(second.publicKeys.count == 2)
  #expect(second.publicKeys.first == first.signer.publicKey)
  #expect(second.mac(value: [65]) != first.mac(value: [65]))
  #expect(try AuditKey.load(scratch.key).publicKeys == second.publicKeys)
  #expect(try Folder(opening: Path(scratch.path)).names() == ["audit.key"])
  #expect(try Folder(opening: Path(scratch.path)).status(of: "audit.key")?.mode == 0o600)
}
