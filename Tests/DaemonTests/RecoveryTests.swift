import Audit
import Detection
import Documents
import Pipeline
import Redaction
import Revealing
import Spool
import TestSupport
import Testing

@testable import Daemon

/// A start that finds unfinished documents.
@Suite struct RecoveryTests {
  private let folder: TemporaryDirectory
  private let captured = CapturedJournal()

  init() throws {
    folder = try TemporaryDirectory(inMemory: true)
    try folder.makeFolder("inbox")
  }

  @Test func `the service is ready before recovery has come to an end`() async throws {
    let spool = MemorySpool(inbox: ["case.txt": Array("The wound healed well.\n".utf8)])
    let arrival = try #require(spool.arrivals.first)
    let claim = try #require(try spool.claim(arrival, as: .now()))
    try spool.stage(claim, [StagedFile(name: "case.txt", bytes: [0x2e])])
    // Decided, and the disk is gone: recovery cannot go on before it is back.
    spool.fail(atStep: 2)
    #expect(throws: SpoolError.self) { try spool.publish(claim, .released, reason: "") }
    let manager = try ServiceManager(at: folder.path(of: "notify"))
    let service = try service(
      spool, ServiceNotifier(socket: manager.path, watchdogMicroseconds: nil))
    let running = Task { try await service.run() }
    try await poll("the fault is said") {
      self.captured.lines.contains { $0.text.hasPrefix("paused, documents wait") }
    }
    #expect(manager.lines().contains("READY=1"))
    #expect(spool.contents.receipts.isEmpty)
    #expect(!spool.contents.work.isEmpty)
    spool.heal()
    running.cancel()
    try await running.value
    #expect(try spool.unfinished().isEmpty)
    #expect(spool.contents.released == ["case.txt"])
  }

  @Test func `what the service is called tells nothing of what it holds`() throws {
    let service = try service(
      MemorySpool(inbox: [:]), ServiceNotifier(socket: nil, watchdogMicroseconds: nil))
    #expect("\(service)" == "scrubd")
  }

  private func service(
    _ spool: MemorySpool, _ notifier: ServiceNotifier
  ) throws -> ScrubService {
    let key = try AuditKey.loadOrCreate(folder.path(of: "key"))
    let audit = try AuditLog(folder: folder.path(of: "audit"), key: key)
    let profile = Profile(
      name: "plain", version: 1, summary: "For tests.", operators: [:], suspicion: 500)
    let scrubber = Scrubber(
      detector: Detector(lexicon: try TestLexicon.shared()),
      redactor: Redactor(profile: profile, restrictedZIP3: []),
      revealing: RevealingReader(patterns: [], lexicon: try TestLexicon.shared()))
    let runner = DocumentRunner(
      spool: spool, audit: audit, key: key,
      policies: Policies(standard: ScrubPolicy(profile, scrubber)), sizeLimit: 1000)
    let place = Workplace(
      spool: spool, runner: runner, timeLimit: .seconds(600), freeBytes: { nil },
      minimumFreeBytes: 0, retryDelay: .seconds(3600))
    let watcher = try InboxWatcher(root: folder.path, settle: .zero, rescan: .seconds(3600))
    return ScrubService(
      place: place, watcher: watcher, audit: audit,
      startup: DaemonEvent.Startup(
        version: "0", profile: "plain", profileVersion: 1, patterns: 0, isJITOn: true, workers: 2),
      notifier: notifier, journal: captured.journal)
  }
}
