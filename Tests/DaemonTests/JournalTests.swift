import Audit
import Documents
import FoundationEssentials
import Logging
import Pipeline
import Spool
import Syscalls
import TestSupport
import Testing

@testable import Daemon

/// What the journal gets: ids that stay, fields that are codes, and no text.
@Suite struct JournalTests {
  private static let id = DocumentID.now()
  private static let startup = DaemonEvent.Startup(
    version: "1.2.3", profile: "publication", profileVersion: 3, patterns: 100, isJITOn: true,
    workers: 2, seal: .sealed)
  private static let fault = SystemError(errno: 28, call: "write")

  /// One of each kind.
  static let events: [DaemonEvent] = [
    .started(startup), .recovering(count: 2), .ready, .finished(id, .held, milliseconds: 12),
    .paused(.lowSpace(free: 1 << 20, minimum: 2 << 20)), .resumed(.space),
    .leftInWork(id, .spool(.unknownDocument(id))), .stuck(count: 1, .watch(fault)),
    .forgotten(count: 3), .inboxUnreachable(fault), .inboxReachable,
    .stalled(workers: 1, seconds: 60), .reloading, .reloadRefused(.policy),
    .hookFailed(id, .timeout(seconds: 10)), .originalsExpired(count: 2),
    .originalsNotRemoved(.spool(.folder(.originals, fault))),
    .auditHead(AuditHead(seq: 12, hash: AuditDigest(of: [1]))), .anchorUnwritable(.poisoned),
    .figuresUnwritable(fault), .stopping,
    .stopped(released: 1, held: 2, quarantined: 3),
  ]

  @Test func `every kind of event is among those tested`() {
    #expect(Set(JournalTests.events.map(\.kind)) == Set(EventKind.allCases))
  }

  @Test func `message ids are 32 hexadecimal digits, each once`() {
    let ids = EventKind.allCases.map(\.messageID)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.count == 32 && id.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    }
  }

  @Test func `the manual says of every message id what to do`() throws {
    let manual = try String(
      decoding: Data(contentsOf: URL(filePath: SourceTree.root + "/docs/ADMIN.md")), as: UTF8.self)
    for kind in EventKind.allCases {
      #expect(manual.contains("| `\(kind.rawValue)` | `\(kind.messageID)` |"), "\(kind.rawValue)")
    }
  }

  @Test(arguments: events)
  func `an event is one line with its id, its kind and fields that are codes`(_ event: DaemonEvent)
    throws
  {
    let captured = CapturedRecords()
    Journal(captured.logger).say(event)
    let record = try #require(captured.records.first)
    let lines = record.datagram.split(separator: "\n").map(String.init)
    #expect(lines.contains("MESSAGE_ID=\(event.kind.messageID)"))
    #expect(lines.contains("SCRUBD_EVENT=\(event.kind.rawValue)"))
    #expect(lines.contains("MESSAGE=\(event.message)"))
    #expect(lines.contains("SYSLOG_IDENTIFIER=scrubd"))
    for line in lines {
      let name = line.prefix { $0 != "=" }
      #expect(name.allSatisfy { $0.isUppercase || $0 == "_" }, "\(name)")
      if name.hasPrefix("SCRUBD_") {
        #expect(AuditCode(String(line.dropFirst(name.count + 1))) != nil, "\(line)")
      }
    }
  }

  @Test func `a message of several lines stays one field`() {
    let record = JournalRecord(level: .warning, message: "one\ntwo\r\nthree", fields: [:])
    #expect(record.datagram == "PRIORITY=4\nSYSLOG_IDENTIFIER=scrubd\nMESSAGE=one two three\n")
  }

  private static let levels: [(Logger.Level, Int)] = [
    (.critical, 2), (.error, 3), (.warning, 4), (.notice, 5), (.info, 6), (.debug, 7),
  ]

  @Test(arguments: levels)
  func `priorities are syslog's`(_ level: Logger.Level, _ priority: Int) {
    #expect(level.priority == priority)
  }

  @Test func `problems are remembered, and nothing else is`() {
    let board = ProblemBoard()
    let journal = Journal(CapturedRecords().logger, board: board)
    for event in JournalTests.events { journal.say(event) }
    #expect(board.last?.kind == "figuresUnwritable")
    #expect(board.counts[.paused] == 1)
    #expect(board.counts[.finished] == nil)
    #expect(
      board.counts.keys.allSatisfy { kind in
        JournalTests.events.contains { $0.kind == kind && $0.isWarning }
      })
  }
}
