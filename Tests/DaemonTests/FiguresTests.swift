import Audit
import Documents
import FoundationEssentials
import Patterns
import Syscalls
import TestSupport
import Testing

@testable import Daemon

@Suite struct FiguresTests {
  private static let startup = DaemonEvent.Startup(
    version: "1.2.3", profile: "publication", profileVersion: 3, patterns: 100, isJITOn: false,
    workers: 2, seal: .protected)

  private func text(_ figures: Figures, census: SpoolCensus? = nil) -> [String] {
    let snapshot = Snapshot(
      startup: FiguresTests.startup, started: Date(timeIntervalSince1970: 1000),
      now: Date(timeIntervalSince1970: 2000), counts: figures.all, problems: [.paused: 2],
      lastProblem: nil, busyWorkers: 1, census: census)
    return MetricsText(snapshot).text.split(separator: "\n").map(String.init)
  }

  @Test func `outcomes and durations are counted`() {
    let figures = Figures()
    figures.finished(.released, milliseconds: 7)
    figures.finished(.released, milliseconds: 2000)
    figures.finished(.held, milliseconds: 999_999)
    let lines = text(figures)
    #expect(lines.contains(#"scrubd_documents_total{outcome="released"} 2"#))
    #expect(lines.contains(#"scrubd_documents_total{outcome="quarantined"} 0"#))
    #expect(lines.contains(#"scrubd_document_seconds_bucket{le="0.005"} 0"#))
    #expect(lines.contains(#"scrubd_document_seconds_bucket{le="0.01"} 1"#))
    #expect(lines.contains(#"scrubd_document_seconds_bucket{le="2.5"} 2"#))
    #expect(lines.contains(#"scrubd_document_seconds_bucket{le="120"} 2"#))
    #expect(lines.contains(#"scrubd_document_seconds_bucket{le="+Inf"} 3"#))
    #expect(lines.contains("scrubd_document_seconds_sum 1002.006"))
  }

  @Test func `findings are counted by category and rule, kept ones left out, and catches`() throws {
    let folder = try TemporaryDirectory(inMemory: true)
    let key = try AuditKey.loadOrCreate(folder.path(of: "key"))
    let telemetry = Telemetry()
    let audit = try AuditLog(folder: folder.path(of: "audit"), key: key)
    let trail = ObservedTrail(audit, telemetry)
    let id = DocumentID.now()
    func finding(_ action: AuditCode) -> AuditFinding {
      AuditFinding(
        rule: "names/titled", category: .name, start: 0, length: 4, action: action,
        confidence: 900, valueMAC: key.mac(value: Array("x".utf8)))
    }
    try trail.append(
      [
        .redacted(
          id,
          AuditRedaction(
            format: "plain-text", encoding: "utf-8",
            findings: [finding("tag"), finding("tag"), finding("keep")])),
        .scanned(id, catches: [AuditCatch(rule: "scan/name", category: .name)]),
        .held(id, reasons: ["second-scan"]),
      ], durable: true)
    let lines = text(telemetry.figures)
    #expect(lines.contains(#"scrubd_findings_total{category="NAME",rule="names/titled"} 2"#))
    #expect(lines.contains(#"scrubd_second_scan_catches_total{category="NAME"} 1"#))
    #expect(telemetry.reasons.take(of: id).map(\.text) == ["second-scan"])
    #expect(telemetry.reasons.take(of: id).isEmpty)
    #expect(try audit.outcome(of: id) == .held)
  }

  @Test func `state, queue and build are told`() throws {
    let root = try TemporaryDirectory(inMemory: true)
    for folder in ["inbox", "inbox/ward", "work", "work/x", "hold", "hold/b", "hold/a"] {
      try root.makeFolder(folder)
    }
    for file in ["inbox/a.txt", "inbox/b.part", "inbox/ward/c.txt"] {
      try root.write("x", to: file)
    }
    let census = try SpoolCensus(root: root.path)
    #expect(census.waiting == 3)
    #expect(census.subfolders == [Array("ward".utf8)])
    #expect(census.held == ["a", "b"])
    #expect(!census.isPartial)
    let lines = text(Figures(), census: census)
    #expect(
      lines.contains(
        #"scrubd_build_info{version="1.2.3",profile="publication",profile_version="3"} 1"#))
    #expect(lines.contains("scrubd_jit_enabled 0"))
    #expect(lines.contains("scrubd_memory_sealed 0"))
    #expect(lines.contains(#"scrubd_spool_documents{folder="inbox"} 3"#))
    #expect(lines.contains(#"scrubd_spool_documents{folder="hold"} 2"#))
    #expect(lines.contains(#"scrubd_problems_total{kind="paused"} 2"#))
  }

  @Test func `every figure has a help, a type and a form that Prometheus reads`() {
    let lines = text(Figures())
    var known: Set<Substring> = []
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 3)
      if line.hasPrefix("# TYPE ") {
        known.insert(words[2])
        continue
      }
      guard !line.hasPrefix("#") else { continue }
      let name = line.prefix { $0 != "{" && $0 != " " }
      let base = known.contains { name == $0 || name.hasPrefix("\($0)_") }
      #expect(base, "\(line)")
      #expect(line.split(separator: " ").last.flatMap { Double($0) } != nil, "\(line)")
    }
  }

  @Test func `the status line tells the counts and the last problem`() throws {
    let root = try TemporaryDirectory(inMemory: true)
    try root.makeFolder("inbox")
    try root.write("x", to: "inbox/a.txt")
    let problem = ProblemBoard.Problem(
      kind: "paused", message: "paused, nothing is taken up", time: Date(timeIntervalSince1970: 0))
    func line(_ problem: ProblemBoard.Problem?) throws -> String {
      Snapshot(
        startup: FiguresTests.startup, started: .now, now: .now, counts: Figures().all,
        problems: [:], lastProblem: problem, busyWorkers: 0,
        census: try SpoolCensus(root: root.path)
      ).line
    }
    #expect(try line(nil) == "waiting 1, in work 0, held 0, quarantined 0; no problems")
    #expect(try line(problem).hasSuffix(": paused, nothing is taken up"))
  }
}
