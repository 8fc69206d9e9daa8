import Daemon
import Documents
import Patterns
import Pipeline
import Spool
import Syscalls
import TestSupport
import Testing

@testable import Audit

/// Promise 4, by construction: events and errors have no field that could hold what somebody wrote.
@Suite struct NoPHIInTypesTests {
  private static let id = DocumentID("0123456789abcdefghjkmnpqrs")
  private static let failure = SystemError(errno: 5, call: "write")

  /// Types whose content is checked when it is made, so that no text of a document fits in.
  private static let closed: [Any.Type] = [
    DocumentID.self, AuditCode.self, AuditLabel.self, AuditDigest.self, AuditMAC.self,
    SystemError.self, Category.self, HIPAAItem.self, Role.self, Outcome.self, SpoolFolder.self,
    SpoolError.Step.self, RevealingKind.self, DecisionVerdict.self, DecisionReason.self,
    RevealReason.self, RevealResult.self, ShredReason.self, Int.self, Int32.self, Bool.self,
  ]

  /// Fields of text that come from the configuration or the program, never from a document.
  private static let ours: Set<String> = [
    "Startup.version", "Startup.profile", "AuditError.file", "AuditError.path",
    "AuditError.segment",
  ]

  @Test func `an audit event is made of codes, numbers and digests`() throws {
    let id = try #require(NoPHIInTypesTests.id)
    let digest = AuditDigest(of: [1])
    let mac = try AuditKey(secret: Array(repeating: 7, count: AuditKey.size)).mac(content: [1])
    let finding = AuditFinding(
      rule: "a/b", category: .name, start: 0, length: 1, action: "tag",
      label: AuditLabel(.name, 1), confidence: 1, evidence: ["c"], valueMAC: mac)
    let start = AuditStart(
      version: "1", profile: "p", profileVersion: "1", profileDigest: digest, packsDigest: digest,
      lexicon: "l", tagger: "t", isJITOn: true, zip3Census: "2020")
    let events: [AuditEvent] = [
      .started(start), .stopped, .claimed(id, size: 1, contentMAC: mac), .claimed(id),
      .redacted(id, AuditRedaction(format: "f", encoding: "e", findings: [finding])),
      .scanned(id, catches: [AuditCatch(rule: "a/b", category: .name)]),
      .released(id, outputs: [AuditOutput(kind: "text", size: 1, digest: digest)], seconds: 1),
      .held(id, reasons: ["r"]), .quarantined(id, reason: "r"), .recovered(id, action: "a"),
      .repaired(droppedBytes: 1),
    ]
    for event in events + decisionEvents(on: id) { expectNoText(in: event) }
  }

  /// What persons do, and what remains in a text.
  private func decisionEvents(on id: DocumentID) -> [AuditEvent] {
    let person = AuditPerson(uid: 1, name: "somebody")
    let reference = AuditReference(rule: "a/b", kind: .household, start: 0, length: 1)
    let weighing = AuditWeighing(
      references: [reference], kinds: [.household], decisive: [.household], sum: 1, limit: 2,
      holds: false)
    return [
      .weighed(id, weighing),
      .decided(id, AuditDecision(verdict: .approved, person: person, reason: .other)),
      .vaulted(id, values: 1),
      .revealed(
        id,
        AuditReveal(
          label: AuditLabel(.name, 1), person: person, reason: .other, result: .shown)),
      .expired(id), .shredded(id, AuditShredding(person: person, reason: .other)),
    ]
  }

  @Test func `a daemon event is made of ids, counts and errors of the machine`() throws {
    let id = try #require(NoPHIInTypesTests.id)
    let startup = DaemonEvent.Startup(
      version: "1", profile: "p", profileVersion: 1, patterns: 1, isJITOn: true, workers: 1)
    let events: [DaemonEvent] = [
      .started(startup), .recovering(count: 1), .ready, .finished(id, .held, milliseconds: 1),
      .paused(.lowSpace(free: 1, minimum: 2)), .paused(.pipeline(.audit(.poisoned))),
      .resumed(.disk), .leftInWork(id, .spool(.damaged(id))), .leftInWork(id, .stopped),
      .stuck(count: 1, .notClaimable(id, inode: 2, NoPHIInTypesTests.failure)),
      .forgotten(count: 1), .stopping, .stopped(released: 1, held: 2, quarantined: 3),
    ]
    for event in events { expectNoText(in: event) }
  }

  @Test func `errors of a document's way know it by its id`() throws {
    let id = try #require(NoPHIInTypesTests.id)
    let failure = NoPHIInTypesTests.failure
    let spool: [SpoolError] = [
      .alreadyRunning(pid: 1), .folder(.inbox, failure), .otherFileSystem(.hold),
      .system(id, step: .claim, failure), .nameTaken(id), .badName(id), .notReleasable(id),
      .alreadyDecided(id, .held), .unknownDocument(id), .damaged(id), .watch(failure),
      .notClaimable(id, inode: 1, failure), .notTidied(id, failure),
    ]
    let audit: [AuditError] = [
      .system(failure, file: "f"), .keyIsExposed(path: "p"), .keyHasWrongSize(path: "p"),
      .brokenChain(segment: "s", line: 1), .headMismatch, .otherKey, .inUse, .poisoned, .closed,
      .signingFailed, .recordTooLong(bytes: 1),
    ]
    for error in spool.map(PipelineError.spool) + audit.map(PipelineError.audit) {
      expectNoText(in: error)
      #expect(!"\(error)".contains("\n"))
    }
  }

  @Test(arguments: ["Okonkwo, Marguerite", "seen by Dr. Wasilewski", "x\" y", "a b", "\u{e9}", ""])
  func `no sentence passes for a code, a label or an id`(_ text: String) {
    #expect(AuditCode(text) == nil)
    #expect(AuditLabel(text) == nil)
    #expect(DocumentID(text) == nil)
  }

  /// Looks through all fields for one that could hold any text.
  private func expectNoText(in value: Any, _ path: String = "") {
    let kind = type(of: value)
    if NoPHIInTypesTests.closed.contains(where: { $0 == kind }) { return }
    let mirror = Mirror(reflecting: value)
    if value is any StringProtocol || value is [UInt8] {
      let isOurs = NoPHIInTypesTests.ours.contains(path)
      #expect(isOurs, "\(path) can hold text")
      return
    }
    for (label, child) in mirror.children {
      switch mirror.displayStyle {
      case .enum: expectNoText(in: child, "\(kind)")
      case .struct: expectNoText(in: child, "\(kind).\(label ?? "")")
      case .tuple: expectNoText(in: child, "\(path).\(label ?? "")")
      default: expectNoText(in: child, path)
      }
    }
  }
}
