import Documents
import Glibc
import Syscalls
import Testing

@testable import Audit

@Test func `what was appended is read back, and the log is intact`() throws {
  let scratch = try Scratch()
  let id = Sample.document(1)
  let log = try scratch.log()
  try log.append(try Sample.events(of: id), durable: true)
  try log.close()
  #expect(try scratch.segments() == ["2026-01-02.1.jsonl"])
  let result = try AuditVerifier.verify(folder: scratch.audit)
  #expect(result.problems == [])
  #expect((result.records, result.signatures, result.recordsPastHead) == (19, 1, 0))
}

@Test func `the chain goes on over restarts and days`() throws {
  let scratch = try Scratch()
  for day in 1...3 {
    let log = try scratch.log(from: "2026-01-0\(day)T23:59:59.000000Z")
    try log.append([.started(Sample.start)], durable: true)
    try log.append([.stopped], durable: false)
    try log.close()
  }
  #expect(
    try scratch.segments() == ["1.1", "2.1", "3.1", "4.1"].map { "2026-01-0\($0).jsonl" })
  #expect(try scratch.problems() == [])
}

@Test func `a full segment is followed by another of the same day`() throws {
  let scratch = try Scratch()
  let log = try scratch.log(limits: AuditLimits(recordsPerCheckpoint: 5, segmentBytes: 2000))
  for _ in 0..<100 { try log.append([.stopped], durable: false) }
  try log.close()
  let segments = try scratch.segments()
  #expect(segments.count > 5)
  #expect(segments.last == "2026-01-02.\(segments.count).jsonl")
  #expect(try scratch.problems() == [])
}

@Test func `a clock that is set back begins no earlier segment`() throws {
  let scratch = try Scratch()
  try scratch.log(from: "2026-01-02T00:00:00.000000Z").append([.stopped], durable: true)
  try scratch.log(from: "2025-12-31T00:00:00.000000Z").append([.stopped], durable: true)
  #expect(try scratch.segments() == ["2026-01-02.1.jsonl"])
  #expect(try scratch.problems() == [])
}

@Test func `many threads append at once and no record is lost`() async throws {
  let scratch = try Scratch()
  let log = try scratch.log(limits: AuditLimits(recordsPerCheckpoint: 7, segmentBytes: 20_000))
  try await withThrowingTaskGroup(of: Void.self) { group in
    for worker in 0..<8 {
      group.addTask {
        for number in 0..<40 {
          let id = Sample.document(UInt64(worker * 100 + number))
          try log.append(
            [.scanned(id, catches: []), .held(id, reasons: ["test"])], durable: number % 3 > 0)
        }
      }
    }
    try await group.waitForAll()
  }
  try log.close()
  #expect(try scratch.problems() == [])
  var held: Set<DocumentID> = []
  try AuditReader(folder: scratch.audit).forEach(AuditFilter(outcome: .held)) {
    if let id = $0.document { held.insert(id) }
    return true
  }
  #expect(held.count == 320)
}

@Test func `a closed log takes no more records and makes way for the next`() throws {
  let scratch = try Scratch()
  let log = try scratch.log()
  try log.close()
  let next = try scratch.log()
  #expect(throws: AuditError.closed) { try log.append([.stopped], durable: true) }
  #expect(throws: AuditError.closed) { try log.reopen() }
  try next.append([.stopped], durable: true)
}

@Test func `after a failed write nothing is taken until the log is opened again`() throws {
  let scratch = try Scratch()
  let clock = TestClock("2026-01-02T23:59:58.000000Z")
  let log = try AuditLog(folder: scratch.audit, key: Sample.key(), clock: clock.now)
  try log.append([.started(Sample.start)], durable: true)
  // Something stands where the next day's segment has to begin.
  try Folder.make(Path(scratch.audit + "/2026-01-03.1.jsonl"), mode: 0o700)
  clock.set("2026-01-03T00:00:00.000000Z")
  #expect(throws: AuditError.self) { try log.append([.stopped], durable: true) }
  #expect(throws: AuditError.poisoned) { try log.append([.stopped], durable: false) }
  #expect(throws: AuditError.poisoned) { try log.checkpoint() }
  try Folder(opening: Path(scratch.audit)).removeFolder("2026-01-03.1.jsonl")
  try log.reopen()
  try log.append([.stopped], durable: true)
  try log.close()
  #expect(try scratch.problems() == [])
}

@Test func `a head that cannot be written stops the log, and records on disk stay`() throws {
  let scratch = try Scratch()
  let log = try scratch.log()
  let id = Sample.document(1)
  try log.append([.held(id, reasons: ["test"])], durable: true)
  // The draft's name is taken by a folder.
  try Folder.make(Path(scratch.audit + "/head.json.new"), mode: 0o700)
  #expect(throws: AuditError.self) { try log.checkpoint() }
  #expect(throws: AuditError.poisoned) { try log.append([.stopped], durable: true) }
  try Folder(opening: Path(scratch.audit)).removeFolder("head.json.new")
  try log.reopen()
  #expect(try log.outcome(of: id) == .held)
  try log.close()
  #expect(try scratch.problems() == [])
}

@Test func `what was written and not yet on disk is cut off before the log is opened again`() throws
{
  let scratch = try Scratch()
  try AuditFolder.make(scratch.audit)
  let opening = LogOpening(
    folder: try AuditFolder(scratch.audit), key: try Sample.key(), limits: AuditLimits())
  var state = try opening.open().state
  let time = AuditTime(microseconds: 0)
  _ = try state.write([.stopped], at: time)
  state.markDurable(state.position, size: state.size)
  let durable = try scratch.read("1970-01-01.1.jsonl")
  _ = try state.write([.started(Sample.start), .stopped], at: time)
  let dropped = try scratch.read("1970-01-01.1.jsonl").count - durable.count
  #expect(dropped > 0)
  #expect(try state.dropWhatIsNotOnDisk() == dropped)
  #expect(try scratch.read("1970-01-01.1.jsonl") == durable)
  #expect(try opening.open().state.position.seq == 2)
}

@Test func `the outcome of a document is found in later segments, and only its own`() throws {
  let scratch = try Scratch()
  let ids = (1...4).map { Sample.document($0) }
  let log = try scratch.log(from: "2026-01-02T23:59:57.000000Z")
  try log.append([.held(ids[0], reasons: ["test"])], durable: true)
  for id in ids { try log.append([.scanned(id, catches: [])], durable: true) }
  try log.append(
    [.released(ids[0], outputs: []), .quarantined(ids[1], reason: "size")], durable: true)
  #expect(try log.outcomes(of: Set(ids)) == [ids[0]: .released, ids[1]: .quarantined])
  #expect(try log.outcome(of: ids[2]) == nil)
}

@Test func `a writer that waited for the disk while the log was opened again has to ask anew`()
  throws
{
  let scratch = try Scratch()
  let clock = TestClock("2026-01-02T23:59:57.000000Z")
  let log = try AuditLog(folder: scratch.audit, key: Sample.key(), clock: clock.now)
  try log.append([.started(Sample.start)], durable: true)
  // Written, and its writer waits for its turn to sync. What others append meanwhile has later numbers, so the number
  // alone would not tell that the record may have been cut off.
  let mark = try log.write([.held(Sample.document(1), reasons: ["test"])])
  // Somebody else's write fails, and a third one opens the log again and goes on.
  try Folder.make(Path(scratch.audit + "/2026-01-03.1.jsonl"), mode: 0o700)
  clock.set("2026-01-03T00:00:00.000000Z")
  #expect(throws: AuditError.self) { try log.append([.stopped], durable: true) }
  try Folder(opening: Path(scratch.audit)).removeFolder("2026-01-03.1.jsonl")
  try log.reopen()
  for _ in 0..<5 { try log.append([.stopped], durable: true) }
  #expect(throws: AuditError.poisoned) { try log.sync(through: mark) }
}

@Test func `one sync brings to disk what all have written by then`() throws {
  let scratch = try Scratch()
  let log = try scratch.log()
  let marks = try (1...3).map { _ in try log.write([.stopped]) }
  try log.sync(through: marks[1])
  // The head says what was on disk when it was written: the header and all three.
  #expect(try Head(unchecked: scratch.read(Head.fileName))?.position.seq == 4)
  let head = try scratch.read(Head.fileName)
  try log.sync(through: marks[2])
  #expect(try scratch.read(Head.fileName) == head)
  try log.close()
}

@Test func `the outputs of a released document are told as its last record has them`() throws {
  let scratch = try Scratch()
  let log = try scratch.log()
  let ids = (1...3).map { Sample.document($0) }
  let outputs = [
    AuditOutput(kind: "text", size: 9, digest: AuditDigest(of: [1])),
    AuditOutput(kind: "report", size: 0, digest: AuditDigest(of: [])),
  ]
  try log.append(
    [
      .released(ids[0], outputs: outputs), .released(ids[1], outputs: outputs),
      .quarantined(ids[1], reason: "test"),
    ], durable: true)
  #expect(try log.outputs(of: ids[0]) == outputs)
  #expect(try log.outputs(of: ids[1]) == nil)
  #expect(try log.outputs(of: ids[2]) == nil)
}

@Test func `auditors of the folder's group can read, and a mode that was set stays`() throws {
  let scratch = try Scratch()
  let before = umask(0o077)
  defer { umask(before) }
  try scratch.log().close()
  func mode(_ name: String) throws -> UInt32 {
    try Descriptor(opening: Path(scratch.audit + name), .read).status().mode
  }
  #expect(try mode("") == 0o750)
  for file in try scratch.segments() + ["head.json", "checkpoint.pub", ".lock"] {
    #expect(try mode("/" + file) == 0o640, "\(file)")
  }
  try Descriptor(opening: Path(scratch.audit), .read).setMode(0o710)
  try scratch.log(from: "2026-01-03T00:00:00.000000Z").close()
  #expect(try mode("") == 0o710)
}
