import Documents
import Patterns
import Testing

@testable import Audit

@Test(arguments: [
  "name/titled", "a", "lexicon:surname", "A_1.2-b", String(repeating: "x", count: 80),
])
func `a code is letters, digits and marks`(text: String) {
  #expect(AuditCode(text)?.text == text)
}

@Test(arguments: [
  "", "two words", "\"", "a\\b", "é", "a\nb", "<b>", "a,b", "word=gonzalez", "a@b",
  String(repeating: "x", count: 81),
])
func `text is no code`(text: String) { #expect(AuditCode(text) == nil) }

@Test(arguments: ["NAME-1", "HEALTH_PLAN-12", "AGE_UNDER_90-3"])
func `a label is a category and a number`(text: String) {
  #expect(AuditLabel(text)?.description == text)
}

@Test(arguments: ["", "NAME", "NAME-0", "NAME-01", "NAME-+1", "Gonzalez-1", "NAME-1 ", "name-1"])
func `anything else is no label`(text: String) { #expect(AuditLabel(text) == nil) }

@Test(arguments: [
  (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
  (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
  (1_767_323_045_678_901, "2026-01-02T03:04:05.678901Z"),
  (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
])
func `a moment is written in UTC to the microsecond`(microseconds: Int64, text: String) {
  #expect(AuditTime(microseconds: microseconds).text == text)
  #expect(AuditTime(text)?.microseconds == microseconds)
}

@Test(arguments: [
  "2026-02-30T00:00:00.000000Z", "2026-13-01T00:00:00.000000Z", "2026-01-02", "",
  "2026-01-02T24:00:00.000000Z", "2026-01-02T03:04:05.678901", "99999999999999999999-1-1",
])
func `what is no moment is refused`(text: String) { #expect(AuditTime(text) == nil) }

@Test func `every fifth day of four centuries is written as itself and read back`() {
  for day in stride(from: Int64(-36_525), to: 110_000, by: 5) {
    let time = AuditTime(microseconds: day * 86_400_000_000 + 1)
    #expect(AuditTime(time.text) == time)
  }
}

@Test func `an event's leaves are numbers, codes, labels, digests and ids, never text`() throws {
  let leaves = Leaves(of: try Sample.events(of: Sample.document(1)))
  #expect(leaves.forbidden == [])
  // The walk reached the leaves.
  #expect(leaves.allowed.isSuperset(of: ["AuditCode", "AuditMAC", "AuditDigest", "DocumentID"]))
}

@Test func `text among the leaves would be seen`() {
  #expect(Leaves(of: (1, ["a": ["text"]])).forbidden == ["String"])
  #expect(Leaves(of: [Array("text".utf8)]).forbidden == ["Array<UInt8>"])
  #expect(Leaves(of: "text"[...]).forbidden == ["Substring"])
}

/// The types at the ends of a value's tree: those a record may have, and all others.
private struct Leaves {
  private(set) var allowed: Set<String> = []
  private(set) var forbidden: Set<String> = []

  init(of value: Any) { descend(value) }

  private mutating func descend(_ value: Any) {
    let type = String(describing: type(of: value))
    switch value {
    case is Int, is Bool, is AuditCode, is AuditMAC, is AuditDigest, is AuditLabel, is DocumentID,
      is Category, is HIPAAItem, is Role, is RevealingKind, is DecisionVerdict, is DecisionReason,
      is RevealReason, is RevealResult, is ShredReason, is CheckpointPublicKey:
      allowed.insert(type)
    case is any StringProtocol, is any Sequence<UInt8>:
      forbidden.insert(type)
    default:
      let mirror = Mirror(reflecting: value)
      let isEmptyCase = mirror.displayStyle == .enum || mirror.displayStyle == .optional
      let isContainer = isEmptyCase || mirror.displayStyle == .collection
      if mirror.children.isEmpty, !isContainer { forbidden.insert(type) }
      for child in mirror.children { descend(child.value) }
    }
  }
}

@Test func `counts name all 18 items and leave kept findings out`() throws {
  guard case .redacted(_, let redaction) = try Sample.events(of: Sample.document(1))[2] else {
    Issue.record("the third sample is a redaction")
    return
  }
  #expect(redaction.counts.count == 18)
  #expect(redaction.counts[.names] == 1)
  #expect(redaction.counts.values.reduce(0, +) == 1)
}
