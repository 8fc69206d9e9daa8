package import Documents
package import Patterns

/// A record as it is read back. Fields of other types of record are nil.
///
/// Every text in it is a code, checked when it is read: what someone may have written into a log by hand cannot reach a
/// terminal.
package struct AuditRecord: Sendable, Decodable {
  package var seq: Int
  package var time: AuditTime
  package var type: AuditCode
  package var document: DocumentID?

  // started
  package var version: AuditCode?
  package var profile: AuditCode?
  package var profileVersion: AuditCode?
  package var profileDigest: AuditCode?
  package var packsDigest: AuditCode?
  package var lexicon: AuditCode?
  package var tagger: AuditCode?
  package var jit: Bool?
  package var zip3Census: AuditCode?
  // claimed: `size` in bytes
  package var size: Int?
  package var contentMAC: AuditCode?
  // redacted
  package var part: Int?
  package var parts: Int?
  package var format: AuditCode?
  package var encoding: AuditCode?
  package var counts: [HIPAAItem: Int]?
  package var findings: [Finding]?
  // scanned, released, held, quarantined, recovered, repaired
  package var catches: [Catch]?
  package var outputs: [Output]?
  package var seconds: Int?
  package var reasons: [AuditCode]?
  package var reason: AuditCode?
  package var action: AuditCode?
  package var droppedBytes: Int?
  // redacted: the profile, when it is not the one of the last start
  package var policy: Policy?
  // weighed: `sum` and `limit` in thousandths
  package var sum: Int?
  package var limit: Int?
  package var holds: Bool?
  package var kinds: [RevealingKind]?
  package var decisive: [RevealingKind]?
  package var references: [Reference]?
  // decided, vaulted, revealed, shredded
  package var verdict: DecisionVerdict?
  package var by: Person?
  package var label: AuditLabel?
  package var result: RevealResult?
  package var values: Int?
  // segment, sealed, rotated, pruned
  package var segment: AuditCode?
  package var after: AuditCode?
  package var records: Int?
  package var key: AuditCode?
  package var pruned: Int?
  package var segments: Int?
  package var hash: AuditCode?

  /// See `AuditPolicy`.
  package struct Policy: Sendable, Hashable, Decodable {
    package var profile: AuditCode
    package var version: AuditCode
    package var digest: AuditCode
  }

  /// See `AuditReference`.
  package struct Reference: Sendable, Hashable, Decodable {
    package var rule: AuditCode
    package var kind: RevealingKind
    /// In bytes of the redacted text, as is `length`.
    package var start: Int
    package var length: Int
  }

  /// See `AuditPerson`.
  package struct Person: Sendable, Hashable, Decodable {
    package var uid: Int
    package var name: AuditCode?
  }

  /// See `AuditFinding`.
  package struct Finding: Sendable, Hashable, Decodable {
    package var rule: AuditCode
    package var category: Category
    package var item: HIPAAItem
    /// In bytes of the decoded text, as is `length`.
    package var start: Int
    package var length: Int
    package var action: AuditCode
    /// Nil when the record has an empty one.
    package var label: AuditLabel?
    /// In thousandths.
    package var confidence: Int
    package var evidence: [AuditCode]
    package var role: Role
    package var valueMAC: AuditCode
  }

  /// See `AuditCatch`.
  package struct Catch: Sendable, Hashable, Decodable {
    package var rule: AuditCode
    package var category: Category
  }

  /// See `AuditOutput`.
  package struct Output: Sendable, Hashable, Decodable {
    package var kind: AuditCode
    package var size: Int
    package var digest: AuditCode
  }

  /// Whether the log wrote it of its own accord, to hold itself together.
  package var isBookkeeping: Bool { type == .segment || type == .sealed || type == .checkpoint }

  /// Where the document ended, when this record says so.
  package var outcome: Outcome? { Outcome(rawValue: type.text) }
}
