import Documents
import Testing

@testable import Audit

/// A small log of two segments that was closed in order, and what its files hold.
private struct IntactLog {
  let scratch: Scratch
  let segments: [String]

  init() throws {
    scratch = try Scratch()
    for day in 1...2 {
      let log = try scratch.log(from: "2026-01-0\(day)T12:00:00.000000Z")
      try log.append([.held(Sample.document(1), reasons: ["test"])], durable: true)
      try log.append([.stopped], durable: true)
      try log.close()
    }
    segments = try scratch.segments()
  }

  /// Writes `bytes` in a file's place, asks the verifier, and puts the old bytes back.
  func problems(with bytes: [UInt8], in file: String) throws -> [AuditProblem] {
    let before = try scratch.read(file)
    defer { try? scratch.write(file, before) }
    try scratch.write(file, bytes)
    return try scratch.problems()
  }
}

@Test func `an intact log has no problem`() throws {
  let log = try IntactLog()
  #expect(log.segments.count == 2)
  #expect(try log.scratch.problems() == [])
}

@Test func `a log that was written anew under another key is found by whoever keeps the key`()
  throws
{
  let mine = try Sample.key().signer.publicKey
  let forged = try Scratch()
  let log = try AuditLog(folder: forged.audit, key: Sample.key(9))
  try log.append([.stopped], durable: true)
  try log.close()
  #expect(try forged.problems() == [])
  let found = try AuditVerifier.verify(
    folder: forged.audit, witnesses: .init(keys: [mine])
  ).problems.map(\.what)
  #expect(found == [.keyNotTrusted])
}

@Test func `a rewritten record with its chain made anew fails at the next signature`() throws {
  let log = try IntactLog()
  let file = try #require(log.segments.first)
  let lines = try log.scratch.lines(file)
  let checkpoint = try #require(lines.firstIndex { RecordLine($0[...])?.isVouching == true })
  var encoder = RecordEncoder(after: .start)
  let time = AuditTime(microseconds: 0)
  for _ in 0..<checkpoint { try encoder.append(.stopped, at: time) }
  try encoder.appendCheckpoint(at: time)
  try encoder.finish(signedBy: Sample.key(9).signer)
  #expect(
    try log.problems(with: encoder.lines, in: file).map(\.what).contains(.badSignature))
}

@Test func `one damaged line is told once, with its place`() throws {
  let log = try IntactLog()
  let file = try #require(log.segments.first)
  var bytes = try log.scratch.read(file)
  let second = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 60
  bytes[second] ^= 1
  #expect(
    try log.problems(with: bytes, in: file)
      == [AuditProblem(what: .damaged, segment: file, line: 2)])
}

@Test func `records past the head are counted, as their loss would not be seen`() throws {
  let scratch = try Scratch()
  let log = try scratch.log()
  for _ in 0..<5 { try log.append([.stopped], durable: true) }
  #expect(try AuditVerifier.verify(folder: scratch.audit).recordsPastHead == 4)
  try log.checkpoint()
  #expect(try AuditVerifier.verify(folder: scratch.audit).recordsPastHead == 0)
}

@Test(arguments: [
  "", "\n", "{}\n", "{\"seq\":9223372036854775807\n", String(repeating: "x", count: 5_000_000),
])
func `whatever stands in a segment, the verifier tells a problem and goes on`(text: String) throws {
  let log = try IntactLog()
  let file = try #require(log.segments.first)
  #expect(try !log.problems(with: Array(text.utf8), in: file).isEmpty)
}

@Test func `a valid check on an absurd number does no harm`() throws {
  let scratch = try Scratch()
  try scratch.log().append([.stopped], durable: true)
  var encoder = RecordEncoder(after: ChainPosition(seq: Int.max - 1, hash: .zero))
  try encoder.append(.stopped, at: AuditTime(microseconds: 0))
  encoder.finish()
  let file = try #require(try scratch.segments().first)
  try scratch.write(file, encoder.lines + encoder.lines)
  #expect(try !scratch.problems().isEmpty)
}
