import Audit
import Detection
import Documents
import Logging
import Patterns
import Pipeline
import Redaction
import Revealing
import Spool
import Synchronization
import Syscalls
import TestSupport
import Testing

@testable import Daemon

/// The workers on a spool in memory whose disk fails and comes back.
@Suite struct CrewTests {
  private let spool: MemorySpool
  private let folder: TemporaryDirectory
  private let captured = CapturedJournal()
  private let free = Free()
  private let tally = Tally()
  private let stopping = StopFlag()

  private static let documents = 20

  init() throws {
    spool = MemorySpool(
      inbox: Dictionary(
        uniqueKeysWithValues: (0..<CrewTests.documents).map {
          ("case \($0).txt", Array("The wound healed well.\n".utf8))
        }))
    folder = try TemporaryDirectory(inMemory: true)
  }

  @Test(arguments: [1, 2, 7, 30, 61])
  func `a disk that fails is said and waited out, and every document ends`(_ step: Int)
    async throws
  {
    spool.fail(atStep: step)
    try await withCrew { crew in
      async let work: Void = crew.work(spool.arrivals)
      try await poll("the disk has failed") { self.spool.hasFailed }
      try await poll("the fault is said") { !self.faults.isEmpty }
      spool.heal()
      await work
    }
    #expect(tally[.released] == CrewTests.documents)
    #expect(spool.contents.receipts.count == CrewTests.documents)
    #expect(spool.contents.work.isEmpty)
    expectPairs()
  }

  @Test func `nothing is claimed while the disk is nearly full`() async throws {
    free.set(10)
    try await withCrew { crew in
      async let work: Void = crew.work(spool.arrivals)
      try await poll("the fault is said") { !self.faults.isEmpty }
      #expect(spool.contents.inbox.count == CrewTests.documents)
      free.set(1 << 30)
      await work
    }
    #expect(tally[.released] == CrewTests.documents)
  }

  @Test func `told to stop, it leaves what it cannot finish for the next start`() async throws {
    spool.fail(atStep: 3)
    try await withCrew { crew in
      async let work: Void = crew.work(spool.arrivals)
      try await poll("the fault is said") { !self.faults.isEmpty }
      stopping.raise()
      await work
    }
    spool.heal()
    let contents = spool.contents
    #expect(contents.inbox.count + contents.work.count == CrewTests.documents)
    try await restarted { crew in
      await crew.finishUnfinished()
      await crew.work(spool.arrivals)
    }
    #expect(spool.contents.receipts.count == CrewTests.documents)
  }

  @Test func `a crew that does not wait stops at the first fault`() async throws {
    spool.fail(atStep: 3)
    try await withCrew(waitsOutFaults: false) { crew in await crew.work(spool.arrivals) }
    #expect(stopping.isRaised)
    #expect(!faults.isEmpty)
    let contents = spool.contents
    #expect(contents.inbox.count + contents.work.count == CrewTests.documents)
  }

  @Test func `entries that cannot be taken keep nobody waiting, and are counted`() async throws {
    for number in 0..<10 { spool.put(.stuck, named: Array("another \(number)".utf8)) }
    try await withCrew { crew in
      await crew.work(spool.arrivals)
      #expect(crew.stuckCount == 10)
    }
    #expect(tally[.released] == CrewTests.documents)
    #expect(spool.contents.inbox.count == 10)
    #expect(!stopping.isRaised)
    #expect(faults.map(\.text).allSatisfy { !$0.contains("another") })
    #expect(faults.count == 4)
  }

  @Test func `an entry that cannot be taken is postponed, and said once`() async throws {
    spool.put(.stuck, named: Array("another".utf8))
    let postponed = Mutex(0)
    let done = Mutex(0)
    try await withCrew { crew in
      let queue = WorkQueue()
      for _ in 0..<3 { await queue.push(.arrival(Arrival(name: Array("another".utf8)))) }
      await queue.push(.arrival(Arrival(name: Array("case 1.txt".utf8))))
      await queue.finish()
      let reply = ArrivalReply(
        done: { _ in done.withLock { $0 += 1 } },
        postpone: { _ in
          postponed.withLock {
            $0 += 1
            return $0
          }
        })
      await crew.work(queue, reply)
    }
    #expect(postponed.withLock { $0 } == 3)
    #expect(done.withLock { $0 } == 1)
    #expect(faults.count == 1)
  }

  @Test func `recovery sets aside a document with a fault of its own and goes on`() async throws {
    let ids = try spool.arrivals.prefix(3).map { arrival in
      let id = DocumentID.now()
      _ = try spool.claim(arrival, as: id)
      return id
    }
    spool.damage(ids[1])
    try await withCrew { crew in
      await crew.finishUnfinished()
      await crew.work(spool.arrivals)
    }
    #expect(tally[.quarantined] == 1)
    #expect(tally[.released] == CrewTests.documents - 1)
    #expect(spool.contents.quarantine.keys.sorted() == [ids[1]])
    #expect(spool.contents.work.isEmpty)
    #expect(faults.isEmpty)
  }

  @Test func `a document that was taken away from work is said and keeps nobody waiting`()
    async throws
  {
    let gone = Claim(id: .now(), name: Array("gone.txt".utf8))
    try await withCrew { crew in
      let queue = WorkQueue()
      await queue.push(.unfinished(gone, decided: nil))
      for arrival in spool.arrivals { await queue.push(.arrival(arrival)) }
      await queue.finish()
      await crew.work(queue, ArrivalReply(done: { _ in }, postpone: { _ in 1 }))
    }
    #expect(tally[.released] == CrewTests.documents)
    #expect(faults.count == 1)
    #expect(faults[0].text.contains("document \(gone.id) stays in work"))
  }

  @Test
  func `a document that outlasts the stop's grace stays for the next start, without a verdict`()
    async throws
  {
    // Asked before each claim: the stop comes between claim and scrubbing.
    free.onAsking { [stopping] in stopping.raise() }
    try await run(stopping, true, stopGrace: .zero) { crew in await crew.work(spool.arrivals) }
    #expect(spool.contents.receipts.isEmpty)
    #expect(!spool.contents.work.isEmpty)
    let left = captured.lines.filter { $0.text.contains("stays in work for the next start") }
    #expect(left.count == spool.contents.work.count)
    free.onAsking {}
    try await restarted { crew in
      await crew.finishUnfinished()
      await crew.work(spool.arrivals)
    }
    #expect(tally[.released] == CrewTests.documents)
  }

  @Test func `documents that take long leave a seat to all others`() async throws {
    let giants = ["a giant", "another giant"]
    for name in giants { spool.put(.file(Array("Seen again.\n".utf8)), named: Array(name.utf8)) }
    let firstEnds = Mutex(0)
    spool.onReading { [spool] claim in
      guard giants.contains(String(decoding: claim.name, as: UTF8.self)) else { return }
      // It takes longer than all small ones together.
      let patience = ContinuousClock.now + .seconds(120)
      while spool.contents.receipts.count < CrewTests.documents, ContinuousClock.now < patience {
        Waiting.pause(.milliseconds(1))
      }
      firstEnds.withLock { $0 = max($0, spool.contents.receipts.count) }
    }
    try await withCrew { crew in await crew.work(spool.arrivals) }
    #expect(firstEnds.withLock { $0 } >= CrewTests.documents)
    #expect(tally[.released] == CrewTests.documents + giants.count)
  }

  @Test func `a stop knows for how long it has lasted, from its first`() async throws {
    #expect(!stopping.isRaised(for: .zero))
    stopping.raise()
    try await poll("the stop has lasted") { stopping.isRaised(for: .milliseconds(5)) }
    stopping.raise()
    #expect(stopping.isRaised(for: .milliseconds(5)))
    #expect(!stopping.isRaised(for: .seconds(3600)))
  }

  /// Each fault was said once until its end was said. A worker may say the end that had got through just before.
  private func expectPairs() {
    let said = captured.lines.map { line in
      line.level == .warning ? "fault" : line.text.hasPrefix("working again") ? "end" : ""
    }.filter { !$0.isEmpty }
    #expect(said.count.isMultiple(of: 2))
    for (place, word) in said.enumerated() {
      #expect(word == (place.isMultiple(of: 2) ? "fault" : "end"))
    }
  }

  private var faults: [CapturedJournal.Line] { captured.lines.filter { $0.level == .warning } }

  private func withCrew(
    waitsOutFaults: Bool = true, _ body: (Crew) async throws -> Void
  ) async throws {
    try await run(stopping, waitsOutFaults, body)
  }

  private func restarted(_ body: (Crew) async throws -> Void) async throws {
    try await run(StopFlag(), true, body)
  }

  private func run(
    _ stopping: StopFlag, _ waitsOutFaults: Bool, stopGrace: Duration = .seconds(600),
    _ body: (Crew) async throws -> Void
  ) async throws {
    let key = try AuditKey.loadOrCreate(folder.path(of: "key"))
    let audit = try AuditLog(folder: folder.path(of: "audit"), key: key)
    let profile = Profile(
      name: "plain", version: 1, summary: "For tests.", operators: [:], suspicion: 500)
    let scrubber = Scrubber(
      detector: Detector(lexicon: try TestLexicon.shared(), patterns: try CrewTests.patterns()),
      redactor: Redactor(profile: profile, restrictedZIP3: []),
      revealing: RevealingReader(patterns: [], lexicon: try TestLexicon.shared()))
    let runner = DocumentRunner(
      spool: spool, audit: audit, key: key,
      policies: Policies(standard: ScrubPolicy(profile, scrubber)), sizeLimit: 1000)
    let place = Workplace(
      spool: spool, runner: runner, timeLimit: .seconds(600),
      freeBytes: { [free] in free.bytes }, minimumFreeBytes: 1000,
      retryDelay: .milliseconds(1), stopGrace: stopGrace)
    try await body(
      Crew(
        place: place, seats: 3, journal: captured.journal, tally: tally, stopping: stopping,
        waitsOutFaults: waitsOutFaults))
    // The next run needs the log, and a worker's task may let go of it a moment later than it ends.
    try audit.close()
  }
}

extension CrewTests {
  private static let pack = #"""
    pack: small
    version: 1
    finds: Something to search for, so that scrubbing can be interrupted.
    patterns:
      - id: small/record
        category: MRN
        hipaa: H
        finds: Record numbers.
        regex: 'MRN:\ (?<phi>\d{8})'
        confidence: 0.95
        match: ['MRN: [[12345678]]']
    """#

  fileprivate static func patterns() throws -> [Pattern] {
    let result = PackParser.parse([PackSource(file: "small.yaml", bytes: Array(pack.utf8))])
    return try #require(result.packs).patterns
  }
}

/// How much room the disk has, to be changed while workers look.
private final class Free: Sendable {
  private let value = Mutex(1 << 30)

  private let asking = Mutex<@Sendable () -> Void>({})

  var bytes: Int {
    asking.withLock { $0 }()
    return value.withLock { $0 }
  }

  /// Sets what happens whenever somebody asks.
  func onAsking(_ body: @escaping @Sendable () -> Void) { asking.withLock { $0 = body } }

  func set(_ bytes: Int) { value.withLock { $0 = bytes } }
}
