import Audit
import Detection
import Documents
import Patterns
import Revealing
import Spool
import Syscalls
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ReasonTests {
  static let all: [Reason] =
    Refusal.allCases.map { Reason($0) }
    + FileKind.allCases.map { Reason(.unsupported($0)) }
    + [
      Reason(.patternLimit(rule: "small/runaway", limit: "match")),
      Reason(.patternFailed(rule: "text/utf-8", code: -3)), Reason(.interrupted),
      .secondScan(1), .secondScan(2), .unsupportedScript, .unwritable, .undecided, .unrecordable,
      .notAsRecorded, .unknownProfile, .changedSinceHeld, .rejected,
      .vaultTaken,
    ] + faults.map { Reason($0) }
    + RevealingKind.allCases.flatMap { kind in
      Reason.revealing(Residue(counts: [kind: 1], sum: 2, limit: 1, decisive: [kind]))
    }

  static let faults: [SpoolError] = [
    .nameTaken(Bench.id()), .notReleasable(Bench.id()), .alreadyDecided(Bench.id(), .released),
    .badName(Bench.id()), .damaged(Bench.id()), .unknownDocument(Bench.id()),
    .system(Bench.id(), step: .publish, .invalidArgument(of: "injected")),
  ]

  @Test func `every fault of a document's place has a reason of its own`() {
    #expect(Set(ReasonTests.faults.map { Reason($0).code }).count == ReasonTests.faults.count)
  }

  @Test(arguments: all)
  func `a reason has a code the audit can hold and words that tell what to do`(
    _ reason: Reason
  ) {
    #expect(AuditCode(reason.code) != nil)
    #expect(reason.explanation.hasSuffix("."))
    #expect(!reason.explanation.contains("\n"))
  }

  @Test func `every failure of detection has a reason of its own`() {
    let codes = [
      DetectionError.patternLimit(rule: "a/b", limit: "match"),
      .patternFailed(rule: "a/b", code: -1), .interrupted,
    ].map { Reason($0).code }
    #expect(codes == ["pattern-limit", "pattern-failed", "time-limit"])
  }
}
