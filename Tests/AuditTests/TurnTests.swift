import Documents
import Syscalls
import Testing

@testable import Audit

@Test func `several writers take turns, and each goes on behind what the others wrote`() throws {
  let scratch = try Scratch()
  let daemon = try scratch.log()
  try daemon.append([.held(Sample.document(1), reasons: ["test"])], durable: true)
  let person = try scratch.log(from: "2026-01-02T04:00:00.000000Z")
  let decision = AuditDecision(verdict: .approved, person: Sample.person, reason: .consent)
  for number in 1...5 {
    let id = Sample.document(UInt64(number))
    try person.append([.decided(id, decision), .released(id, outputs: [])], durable: true)
    try daemon.append([.scanned(id, catches: [])], durable: number % 2 == 0)
  }
  try person.close()
  #expect(try daemon.outcome(of: Sample.document(1)) == .released)
  try daemon.close()
  #expect(try scratch.problems() == [])
  #expect(try AuditVerifier.verify(folder: scratch.audit).recordsPastHead == 0)
}

@Test func `writers in other threads and other days lose nothing`() async throws {
  let scratch = try Scratch()
  let limits = AuditLimits(recordsPerCheckpoint: 7, segmentBytes: 4000)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for worker in 0..<4 {
      let log = try scratch.log(from: "2026-01-0\(worker + 1)T23:59:50.000000Z", limits: limits)
      group.addTask {
        for number in 0..<30 {
          let id = Sample.document(UInt64(worker * 100 + number))
          try log.append([.held(id, reasons: ["test"])], durable: number % 3 > 0)
        }
        try log.close()
      }
    }
    try await group.waitForAll()
  }
  #expect(try scratch.problems() == [])
  var held: Set<DocumentID> = []
  try AuditReader(folder: scratch.audit).forEach(AuditFilter(outcome: .held)) {
    if let id = $0.document { held.insert(id) }
    return true
  }
  #expect(held.count == 120)
}

@Test func `what one writer left torn is cut off by the next, who records it`() throws {
  let scratch = try Scratch()
  let one = try scratch.log()
  try one.append([.stopped], durable: true)
  let other = try scratch.log()
  try other.append([.stopped], durable: true)
  let segment = try #require(try scratch.segments().first)
  // The other died while it wrote.
  let torn = Array("{\"seq\":4,\"ti".utf8)
  try scratch.write(segment, try scratch.read(segment) + torn)
  try one.append([.stopped], durable: true)
  try one.close()
  #expect(try scratch.problems() == [])
  var dropped: [Int?] = []
  try AuditReader(folder: scratch.audit).forEach {
    if $0.type == "repaired" { dropped.append($0.droppedBytes) }
    return true
  }
  #expect(dropped == [torn.count])
}

@Test func `a writer that opens anew after a failure leaves what others wrote meanwhile`() throws {
  let scratch = try Scratch()
  let one = try scratch.log()
  try one.append([.held(Sample.document(1), reasons: ["test"])], durable: true)
  // The draft of the head cannot be made.
  try Folder.block(scratch.audit + "/head.json.new")
  #expect(throws: AuditError.self) { try one.checkpoint() }
  try Folder.unblock(scratch.audit + "/head.json.new")
  let other = try scratch.log()
  try other.append([.held(Sample.document(2), reasons: ["test"])], durable: true)
  try one.reopen()
  try one.append([.stopped], durable: true)
  try one.close()
  #expect(try one.outcomes(of: [Sample.document(1), Sample.document(2)]).count == 2)
  #expect(try scratch.problems() == [])
}

@Test func `a log left unsigned at its end by a crash is told, cut back and goes on`() throws {
  let scratch = try Scratch()
  let log = try scratch.log()
  try log.append([.stopped], durable: true)
  let segment = try #require(try scratch.segments().first)
  let whole = try scratch.read(segment)
  try log.append(
    [.claimed(Sample.document(1)), .held(Sample.document(1), reasons: ["test"])], durable: true)
  // The first record of a batch reached the disk, the last did not.
  let lines = try scratch.lines(segment)
  try scratch.write(segment, whole + lines[2] + [UInt8(ascii: "\n")])
  #expect(try scratch.problems().map(\.what) == [.unsignedEnd(records: 1)])
  let next = try scratch.log(from: "2026-01-02T05:00:00.000000Z")
  #expect(try next.outcome(of: Sample.document(1)) == nil)
  try next.close()
  #expect(try scratch.problems() == [])
}

@Test func `a log whose end was forged without the key is not opened`() throws {
  let scratch = try Scratch()
  try scratch.log().append([.stopped], durable: true)
  let segment = try #require(try scratch.segments().first)
  let line = try #require(try scratch.lines(segment).last)
  let last = try #require(RecordLine(line[...]))
  var forged = RecordEncoder(after: last.position)
  try forged.append(.released(Sample.document(1), outputs: []), at: AuditTime(microseconds: 0))
  try forged.finish(signedBy: Sample.key(9).signer)
  try scratch.write(segment, try scratch.read(segment) + forged.lines)
  #expect(throws: AuditError.badSignature(segment: segment, line: 3)) { try scratch.log() }
}

@Test func `whoever reads while somebody writes sees whole batches`() async throws {
  let scratch = try Scratch()
  let limits = AuditLimits(recordsPerCheckpoint: 5, segmentBytes: 3000)
  let log = try scratch.log(limits: limits)
  try log.append([.started(Sample.start)], durable: true)
  async let writing: Void = {
    for number in 0..<60 {
      let id = Sample.document(UInt64(number))
      try log.append(
        [.claimed(id), .scanned(id, catches: []), .released(id, outputs: [])], durable: true)
    }
  }()
  for _ in 0..<10 {
    #expect(try scratch.problems() == [])
    let unreadable = try AuditReader(folder: scratch.audit).forEach { _ in true }
    #expect(unreadable == 0)
  }
  try await writing
  try log.close()
  #expect(try scratch.problems() == [])
}
