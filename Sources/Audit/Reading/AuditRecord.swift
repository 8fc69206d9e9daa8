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

  /// Where the document ended, when this record says so.
  package var outcome: Outcome? { Outcome(rawValue: type.text) }
}
