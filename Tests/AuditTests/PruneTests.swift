import Documents
import Testing

@testable import Audit

/// A log of four days, seven years old the first two, its clock now in 2026.
private func oldLog() throws -> (scratch: Scratch, log: AuditLog) {
  let scratch = try Scratch()
  for day in ["2019-03-01", "2019-03-02", "2021-07-01"] {
    let log = try scratch.log(from: "\(day)T12:00:00.000000Z")
    try log.append([.held(Sample.document(1), reasons: ["test"])], durable: true)
    try log.close()
  }
  let log = try scratch.log(from: "2026-01-02T12:00:00.000000Z")
  try log.append([.stopped], durable: true)
  return (scratch, log)
}

@Test func `what is older than six years goes, the rest verifies, and the removal is on record`()
  throws
{
  let (scratch, log) = try oldLog()
  #expect(try log.prune(by: Sample.person) == 2)
  try log.close()
  #expect(try scratch.segments() == ["2021-07-01.1.jsonl", "2026-01-02.1.jsonl"])
  let result = try AuditVerifier.verify(folder: scratch.audit)
  #expect(result.problems == [])
  #expect(result.prunedRecords == 8)
  // A head that was kept since before the removal has nothing to be compared with.
  let old = AuditHead(seq: 3, hash: .zero)
  let witnessed = try AuditVerifier.verify(folder: scratch.audit, witnesses: .init(heads: [old]))
  #expect(witnessed.problems == [])
  var removals: [AuditRecord] = []
  try AuditReader(folder: scratch.audit).forEach(AuditFilter(types: ["pruned"])) {
    removals.append($0)
    return true
  }
  #expect(removals.map(\.by?.name) == ["mreyes"])
  #expect(removals.map(\.segments) == [2])
  // And the log goes on.
  let next = try scratch.log(from: "2026-01-03T12:00:00.000000Z")
  try next.append([.stopped], durable: true)
  #expect(try next.prune(by: Sample.person) == 0)
  try next.close()
  #expect(try scratch.problems() == [])
}

@Test(arguments: ["2020-01-03", "2021-08-01", "2026-01-02"])
func `records are not removed before six years are over`(day: String) throws {
  let (scratch, log) = try oldLog()
  let segments = try scratch.segments()
  #expect(throws: AuditError.tooEarly(limit: "2020-01-02")) {
    try log.prune(before: day, by: Sample.person)
  }
  #expect(throws: AuditError.tooEarly(limit: "2016-01-02")) {
    try log.prune(before: "2019-03-02", years: 10, by: Sample.person)
  }
  // Fewer years than the rule has are not taken.
  #expect(throws: AuditError.tooEarly(limit: "2020-01-02")) {
    try log.prune(before: "2021-08-01", years: 1, by: Sample.person)
  }
  #expect(try scratch.segments() == segments)
}

@Test(arguments: [
  ("2026-01-02", "2020-01-02"), ("2024-02-29", "2018-02-28"), ("2022-02-28", "2016-02-28"),
])
func `six years are counted by the calendar`(now: String, limit: String) throws {
  let moment = try #require(AuditTime(day: now))
  #expect(AuditRetention.limit(now: moment) == limit)
}

@Test func `a removal that a crash interrupted verifies, and the next one completes it`() throws {
  let (scratch, log) = try oldLog()
  let before = try MemoryLog(scratch)
  _ = try log.prune(by: Sample.person)
  try log.close()
  let after = try MemoryLog(scratch)
  let old = Set(before.files.keys).subtracting(after.files.keys)
  #expect(old.count == 2)
  var interrupted = after
  for name in old { interrupted.files[name] = before.files[name] }
  #expect(try interrupted.verify().problems == [])
  interrupted.files["2019-03-01.1.jsonl"] = nil
  #expect(try interrupted.kinds().isSubset(of: [.missingSegment]))
  let leftover = try #require(before.files["2019-03-02.1.jsonl"])
  try scratch.write("2019-03-02.1.jsonl", leftover)
  let next = try scratch.log(from: "2026-01-03T12:00:00.000000Z")
  #expect(try next.prune(by: Sample.person) == 1)
  try next.close()
  #expect(try scratch.problems() == [])
}

@Test func `a tombstone that was changed, forged or put over more than was removed is found`()
  throws
{
  let (scratch, log) = try oldLog()
  _ = try log.prune(by: Sample.person)
  try log.close()
  let log1 = try MemoryLog(scratch)
  var stone = try #require(log1.files[Tombstone.fileName])
  for index in stone.indices {
    let bit = UInt8(1) << UInt8(index % 8)
    stone[index] ^= bit
    var changed = log1
    changed.files[Tombstone.fileName] = stone
    #expect(try !changed.verify(limit: 1).isIntact, "byte \(index)")
    stone[index] ^= bit
  }
  var without = log1
  without.files[Tombstone.fileName] = nil
  #expect(try without.kinds().contains(.missingSegment))
  var more = log1
  more.files["2021-07-01.1.jsonl"] = nil
  #expect(try !more.verify().isIntact)
  let lines = log1[lines: "2021-07-01.1.jsonl"]
  let last = try #require(lines.last)
  let end = try #require(RecordLine(last.dropLast()))
  let forged = Tombstone(
    position: end.position, segment: SegmentName(day: "2021-07-01", number: 1),
    key: try Sample.key().signer.publicKey)
  more.files[Tombstone.fileName] = try forged.signed(by: Sample.key(9).signer)
  #expect(try !more.verify().isIntact)
}
