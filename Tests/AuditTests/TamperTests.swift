import Documents
import Testing

@testable import Audit

/// What somebody may do to a log. Not one change may pass.
@Suite struct TamperTests {
  private let log: MemoryLog
  private let segments: [String]

  init() throws {
    log = try MemoryLog(Sample.everyRecord())
    segments = log.segments().map(\.name)
  }

  @Test func `the log that is tampered with has every type of record and is intact`() throws {
    let types = Set(
      segments.flatMap { log[lines: $0] }.compactMap { line in
        RecordLine(line.dropLast()[...]).map { String(decoding: $0.type, as: UTF8.self) }
      })
    let all = try Sample.events(of: Sample.document(1)).map(\.type.text)
    #expect(types == Set(all + ["segment", "sealed", "checkpoint", "rotated"]))
    #expect(segments.count == 2)
    #expect(try log.verify().problems == [])
  }

  /// Each type of record in a log of its own, so that a flip costs the verification of three records and not of all.
  @Test func `every single flipped bit of every type of record is found`() async throws {
    let pruning = AuditPruning(
      last: AuditHead(seq: 9, hash: .zero), segments: 2, person: Sample.person)
    let events = try Sample.events(of: Sample.document(1)) + [.pruned(pruning)]
    let missed = try await withThrowingTaskGroup(of: [String].self) { group in
      for event in events { group.addTask { try Self.missedBits(ofRecordOf: event) } }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(missed == [])
  }

  private static func missedBits(ofRecordOf event: AuditEvent) throws -> [String] {
    let log = try MemoryLog(of: event)
    #expect(try log.verify().problems == [])
    let name = try #require(log.segments().first).name
    let lines = log[lines: name]
    let record = lines[0].count..<lines[0].count + lines[1].count
    return try missedBits(of: log, name, record).map { "\(event.type) \($0)" }
  }

  @Test
  func
    `every single flipped bit of headers, trailers, checkpoints, changes of key and other files is found`()
    async throws
  {
    let log = try MemoryLog.ofBookkeeping()
    #expect(try log.verify().problems == [])
    let missed = try await withThrowingTaskGroup(of: [String].self) { group in
      for (name, bytes) in log.files {
        group.addTask { try Self.missedBits(of: log, name, bytes.indices) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(missed == [])
  }

  @Test func `a flipped bit is found at its line in a log of many records`() throws {
    var random = SplitMix(state: 11)
    for name in segments {
      let lines = log[lines: name]
      for (index, line) in lines.enumerated() {
        var changed = log
        let byte = Int(random.next() % UInt64(line.count - 1))
        changed[lines: name][index][byte] ^= 1 << UInt8(random.next() % 7)
        let found = try changed.verify(limit: 1).firstBad
        #expect(found?.segment == name && found?.line == index + 1, "\(name) \(index) \(byte)")
      }
    }
  }

  private static func missedBits(
    of log: MemoryLog, _ name: String, _ range: Range<Int>
  ) throws -> [String] {
    var log = log
    var missed: [String] = []
    for index in range {
      for bit in 0..<8 {
        log.files[name]?[index] ^= 1 << UInt8(bit)
        if try log.verify(limit: 1).isIntact { missed.append("\(name) byte \(index) bit \(bit)") }
        log.files[name]?[index] ^= 1 << UInt8(bit)
      }
    }
    return missed
  }

  @Test func `every dropped, repeated or moved record is found, and where`() throws {
    for name in segments {
      let lines = log[lines: name]
      for index in lines.indices {
        let isLast = name == segments.last && index == lines.count - 1
        var dropped = log
        dropped[lines: name].remove(at: index)
        let found = try dropped.verify()
        #expect(found.problems.map(\.kind).contains(isLast ? .truncatedTail : .brokenChain))
        if !isLast, index < lines.count - 1 { #expect(found.firstBad?.line == index + 1) }
        var doubled = log
        doubled[lines: name].insert(lines[index], at: index)
        #expect(try doubled.verify(limit: 1).firstBad?.line == index + 2)
        for other in lines.indices where other > index {
          var swapped = log
          swapped[lines: name].swapAt(index, other)
          #expect(
            try swapped.verify(limit: 1).firstBad?.line == index + 1, "\(name) \(index) \(other)")
        }
      }
    }
  }

  @Test func `every cut is found, and a cut of the end is told as one`() throws {
    for name in segments {
      let bytes = try #require(log.files[name])
      let lines = log[lines: name]
      let lastTwo = lines.suffix(2).reduce(0) { $0 + $1.count }
      let ends = lines.indices.map { lines[...$0].reduce(0) { $0 + $1.count } }.dropLast()
      for length in [0] + ends + Array(bytes.count - lastTwo..<bytes.count) {
        var cut = log
        cut.files[name] = Array(bytes[..<length])
        #expect(try !cut.verify(limit: 1).isIntact, "\(name) at \(length)")
      }
    }
    let last = try #require(segments.last)
    var cut = log
    cut[lines: last].removeLast()
    #expect(try cut.kinds() == [.truncatedTail])
    cut.files[last]? += Array("{\"seq\":".utf8)
    #expect(try cut.kinds() == [.truncatedTail, .tornEnd])
  }

  @Test func `every dropped, repeated, swapped or renamed segment is found`() throws {
    let (first, second) = (segments[0], segments[1])
    func kinds(_ change: (inout MemoryLog) -> Void) throws -> Set<AuditProblem.Kind> {
      var changed = log
      change(&changed)
      return try changed.kinds()
    }
    #expect(try kinds { $0.files[first] = nil }.contains(.missingSegment))
    #expect(try kinds { $0.files[second] = nil }.contains(.truncatedTail))
    #expect(try kinds { $0.files["2026-01-02.2.jsonl"] = $0.files[first] }.contains(.brokenChain))
    #expect(try kinds { $0.files["2026-01-04.1.jsonl"] = $0.files[second] }.contains(.brokenChain))
    #expect(
      try kinds { ($0.files[first], $0.files[second]) = ($0.files[second], $0.files[first]) }
        .contains(.brokenChain))
    #expect(
      try kinds {
        $0.files["2026-01-04.1.jsonl"] = $0.files[second]
        $0.files[second] = nil
      }.contains(.brokenChain))
    #expect(try kinds { $0.files["2026-01-02.2.jsonl"] = [] }.contains(.brokenChain))
    #expect(try kinds { $0.files["2026-01-04.1.jsonl"] = [] } == [.tornEnd])
  }

  @Test func `every missing file is found`() throws {
    for name in log.files.keys {
      var changed = log
      changed.files[name] = nil
      #expect(try !changed.verify().isIntact, "\(name)")
    }
  }

  @Test func `records added or rewritten at the end by somebody without the key are found`() throws
  {
    let last = try #require(segments.last)
    let end = try #require(try log.verify().end)
    var forged = RecordEncoder(after: end.position)
    try forged.append(
      .quarantined(Sample.document(3), reason: "test"), at: AuditTime(microseconds: 0))
    var unsigned = forged
    unsigned.finish()
    try forged.finish(signedBy: Sample.key(9).signer)
    var added = log
    added.files[last]? += unsigned.lines
    #expect(try added.kinds() == [.tornEnd])
    added = log
    added.files[last]? += forged.lines
    #expect(try added.kinds() == [.badSignature])
    #expect(try added.verify().firstBad?.line == log[lines: last].count + 1)
  }

  @Test func `a change of key that the old key did not sign is found`() throws {
    let last = try #require(segments.last)
    let end = try #require(try log.verify().end)
    var forged = RecordEncoder(after: end.position)
    let thief = try Sample.key(9).signer
    let time = AuditTime(microseconds: 0)
    try forged.append(.rotated(to: thief.publicKey), at: time)
    try forged.finish(signedBy: thief)
    try forged.append(.stopped, at: time)
    try forged.finish(signedBy: thief)
    var changed = log
    changed.files[last]? += forged.lines
    #expect(try changed.kinds().contains(.badSignature))
    changed.files[CheckpointPublicKeys.fileName]? += thief.publicKey.hex + [UInt8(ascii: "\n")]
    #expect(try changed.kinds() == [.badSignature])
  }

  @Test func `a trailer that counts other records, and records behind a trailer, are found`() throws
  {
    let first = segments[0]
    let signer = try Sample.key().signer
    let time = AuditTime(microseconds: 0)
    let name = try #require(SegmentName(first))
    for (records, extra) in [(1, false), (2, true)] {
      var encoder = RecordEncoder(after: .start)
      try encoder.appendHeader(name, after: nil, key: signer.publicKey, at: time)
      try encoder.append(.stopped, at: time)
      try encoder.appendTrailer(name, records: records, at: time)
      try encoder.finish(signedBy: signer)
      if extra { try encoder.append(.stopped, at: time) }
      try encoder.finish(signedBy: signer)
      var forged = log
      forged.files = [
        first: encoder.lines,
        CheckpointPublicKeys.fileName: CheckpointPublicKeys(signer.publicKey).file,
        Head.fileName: try Head(position: encoder.position, segment: name).signed(by: signer),
      ]
      #expect(try forged.kinds() == [.brokenChain])
    }
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
