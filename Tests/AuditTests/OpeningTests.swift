import Documents
import Glibc
import Syscalls
import Testing

@testable import Audit

/// A log of a header and four records as a crash leaves it: not closed, the head at the first record.
private func crashed() throws -> (scratch: Scratch, file: String) {
  let scratch = try Scratch()
  let log = try scratch.log()
  for number in 1...4 {
    try log.append([.quarantined(Sample.document(UInt64(number)), reason: "test")], durable: true)
  }
  return (scratch, try #require(try scratch.segments().first))
}

@Test func `a last line torn anywhere is cut off, told, and the chain goes on`() throws {
  let (scratch, file) = try crashed()
  let whole = try scratch.read(file)
  let lastLine = try scratch.lines(file)[4].count + 1
  for missing in Array(stride(from: 1, to: lastLine, by: 9)) + [lastLine - 1] {
    try scratch.write(file, Array(whole.dropLast(missing)))
    let log = try scratch.log()
    #expect(try log.outcome(of: Sample.document(3)) == .quarantined)
    #expect(try log.outcome(of: Sample.document(4)) == nil)
    var dropped: [Int?] = []
    try AuditReader(folder: scratch.audit).forEach {
      if $0.type == "repaired" { dropped.append($0.droppedBytes) }
      return true
    }
    #expect(dropped == [lastLine - missing])
    try log.close()
    #expect(try scratch.problems() == [])
    // Back to the crash: the head was at the first record.
    try scratch.write(file, whole)
    let first = try #require(RecordLine(try scratch.lines(file)[1][...]))
    let head = Head(position: first.position, segment: SegmentName(file))
    try scratch.write(Head.fileName, try head.signed(by: Sample.key().signer))
  }
}

@Test(arguments: ["\0\0\0\0\0\0", "{\"seq\":5}\n", "\n", "junk\nmore junk\n{"])
func `bytes that are no record at the end are cut off`(junk: String) throws {
  let (scratch, file) = try crashed()
  try scratch.write(file, try scratch.read(file) + Array(junk.utf8))
  try scratch.log().close()
  #expect(try scratch.problems() == [])
}

@Test func `a log that was not torn is opened as it is`() throws {
  let (scratch, file) = try crashed()
  let before = try scratch.read(file)
  _ = try scratch.log()
  #expect(try scratch.read(file) == before)
}

@Test(arguments: [0, 1, 2])
func `damage before the last line keeps the log from opening`(line: Int) throws {
  let (scratch, file) = try crashed()
  var lines = try scratch.lines(file)
  lines[line][70] ^= 1
  try scratch.write(file, lines.flatMap { $0 + [UInt8(ascii: "\n")] })
  #expect(throws: AuditError.brokenChain(segment: file, line: line + 2)) { try scratch.log() }
}

@Test func `a record dropped in the middle keeps the log from opening`() throws {
  let (scratch, file) = try crashed()
  var lines = try scratch.lines(file)
  lines.remove(at: 2)
  try scratch.write(file, lines.flatMap { $0 + [UInt8(ascii: "\n")] })
  #expect(throws: AuditError.brokenChain(segment: file, line: 3)) { try scratch.log() }
}

@Test func `records that the head knows and the log has not keep it from opening`() throws {
  let (scratch, file) = try crashed()
  try scratch.log().close()
  let whole = try scratch.read(file)
  let lastLine = try #require(try scratch.lines(file).last)
  try scratch.write(file, Array(whole.dropLast(lastLine.count + 1)))
  #expect(throws: AuditError.headMismatch) { try scratch.log() }
  try scratch.write(file, [])
  #expect(throws: AuditError.headMismatch) { try scratch.log() }
  try scratch.remove(file)
  #expect(throws: AuditError.headMismatch) { try scratch.log() }
}

@Test func `a missing or foreign head or key keeps the log from opening`() throws {
  let (scratch, _) = try crashed()
  #expect(throws: AuditError.otherKey) {
    try AuditLog(folder: scratch.audit, key: Sample.key(9))
  }
  let head = try scratch.read(Head.fileName)
  try scratch.remove(Head.fileName)
  #expect(throws: AuditError.headMismatch) { try scratch.log() }
  let foreign = Head(position: .start, segment: nil)
  try scratch.write(Head.fileName, try foreign.signed(by: Sample.key(9).signer))
  #expect(throws: AuditError.headMismatch) { try scratch.log() }
  try scratch.write(Head.fileName, head)
  try scratch.remove(CheckpointPublicKeys.fileName)
  #expect(throws: AuditError.otherKey) { try scratch.log() }
}

@Test func `a segment that a crash left empty is filled`() throws {
  let (scratch, _) = try crashed()
  try scratch.log().close()
  try scratch.write("2026-01-03.1.jsonl", [])
  let log = try scratch.log(from: "2026-01-03T10:00:00.000000Z")
  try log.append([.stopped], durable: true)
  try log.close()
  #expect(try scratch.segments() == ["2026-01-02.1.jsonl", "2026-01-03.1.jsonl"])
  #expect(try scratch.problems() == [])
}

@Test func `a link in the folder's place is refused`() throws {
  let scratch = try Scratch()
  let elsewhere = scratch.path + "/elsewhere"
  try Folder.make(Path(elsewhere), mode: 0o700)
  _ = try AuditReader(folder: elsewhere)
  try #require(unsafe symlink(elsewhere, scratch.audit) == 0)
  #expect(throws: AuditError.self) { try AuditReader(folder: scratch.audit) }
  #expect(throws: AuditError.self) { try scratch.log() }
}
