/// Something in a log that is not as the daemon wrote it.
package struct AuditProblem: Sendable, Hashable, CustomStringConvertible {
  package var what: What
  /// The segment's file name; nil when the problem is about the folder's other files.
  package var segment: String?
  /// Counted from 1; nil when the problem is about the segment as a whole.
  package var line: Int?

  package enum What: Sendable, Hashable {
    /// The line is no record, or its bytes are not those that were written.
    case damaged
    /// The last line has no end.
    case unfinished
    /// So many records at the end are no whole batch: their last one, which is signed, is not there.
    case unsignedEnd(records: Int)
    /// The last segment has no record.
    case emptySegment
    /// Another record should stand here: one was dropped, added, repeated or moved.
    case outOfSequence(expected: Int, found: Int)
    /// The record before this one is not the one it was written after.
    case brokenLink
    /// The segment does not begin with the header that belongs to its name, or goes on behind its trailer.
    case foreignSegment
    /// The trailer counts other records than there are.
    case miscounted(expected: Int, found: Int)
    /// The signature is missing or not the key's.
    case badSignature
    /// The segment before this one is not there.
    case segmentMissing
    /// `head.json` is not there.
    case headMissing
    /// `head.json` is not as the daemon signed it.
    case headDamaged
    /// `head.json` tells of this record, and the log ends before it or has another one in its place.
    case recordsMissing(head: Int)
    /// A head that was kept elsewhere tells of this record, and the log ends before it or has another one in its place.
    case anchorMissed(seq: Int)
    /// The file that should hold a head is none, or none of the log's keys signed it.
    case anchorDamaged
    /// `checkpoint.pub` is not there: signatures cannot be checked.
    case keyMissing
    /// `checkpoint.pub` does not list the keys that this log was signed with.
    case keyDamaged
    /// Nothing in this log is signed with the trusted key.
    case keyNotTrusted
    /// `tombstone.json` is not as it was signed, or no record tells of it.
    case tombstoneDamaged
  }

  /// What a problem means: what an auditor asks first.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case brokenChain = "broken chain"
    case badSignature = "bad signature"
    case missingSegment = "missing segment"
    case truncatedTail = "truncated tail"
    /// What a crash leaves: the next start cuts it off and records that.
    case tornEnd = "torn end"
  }

  package var kind: Kind {
    switch what {
    case .damaged, .outOfSequence, .brokenLink, .foreignSegment, .miscounted: .brokenChain
    case .badSignature, .keyMissing, .keyDamaged, .keyNotTrusted, .tombstoneDamaged, .headDamaged,
      .anchorDamaged:
      .badSignature
    case .segmentMissing: .missingSegment
    case .headMissing, .recordsMissing, .anchorMissed: .truncatedTail
    case .unfinished, .unsignedEnd, .emptySegment: .tornEnd
    }
  }

  package var description: String {
    let place = [segment, line.map { "line \($0)" }].compactMap(\.self).joined(separator: " ")
    return "\(kind.rawValue): " + (place.isEmpty ? text : "\(place): \(text)")
  }
}

extension AuditProblem {
  private var text: String {
    switch what {
    case .damaged: "the record was changed or cut"
    case .unfinished: "the last record is cut short; the next start cuts it off and records that"
    case .unsignedEnd(let records):
      "the last \(records) records have no signature behind them; the next start cuts them off and records that"
    case .emptySegment: "the segment is empty; the next start fills it"
    case .outOfSequence(let expected, let found):
      "record \(expected) is expected and \(found) stands here: dropped, added, repeated or moved"
    case .brokenLink: "the record before this one was replaced"
    case .foreignSegment: "the segment does not begin or end as one of its name does"
    case .miscounted(let expected, let found):
      "the segment's trailer counts \(expected) records and there are \(found)"
    case .badSignature: "the signature is not valid"
    case .segmentMissing: "a segment before this one is missing"
    default: textOfFiles
    }
  }

  private var textOfFiles: String {
    switch what {
    case .headMissing: "head.json is missing: records may have been cut off at the end"
    case .headDamaged: "head.json was changed, or none of the log's keys signed it"
    case .recordsMissing(let head):
      "record \(head) was on disk and is missing or replaced: the end was cut off"
    case .anchorMissed(let seq):
      "the head kept elsewhere knows record \(seq), which is missing or replaced: the end was cut off"
    case .anchorDamaged: "the head kept elsewhere was changed, or none of the log's keys signed it"
    case .keyMissing: "checkpoint.pub is missing: signatures cannot be checked"
    case .keyDamaged: "checkpoint.pub does not list the keys this log was signed with"
    case .keyNotTrusted: "nothing in this log is signed with the trusted key"
    default: "tombstone.json was changed or is not this log's"
    }
  }
}

/// What a verification found.
package struct AuditVerification: Sendable {
  package internal(set) var segments = 0
  package internal(set) var records = 0
  /// Signatures that were checked: all records before the last of them are vouched for.
  package internal(set) var signatures = 0
  /// Records after the last one that `head.json` vouches for: were they cut off, nobody would notice.
  package internal(set) var recordsPastHead = 0
  /// Records that were removed when their time was over.
  package internal(set) var prunedRecords = 0
  /// The last record.
  package internal(set) var end: AuditHead?
  /// The keys that signed the log, oldest first.
  package internal(set) var keys: [CheckpointPublicKey] = []
  /// All problems; `problems` holds only the first of them.
  package internal(set) var problemCount = 0
  package internal(set) var problems: [AuditProblem] = []

  package static let mostProblems = 1000

  package var isIntact: Bool { problemCount == 0 }

  /// The first record that is not as it was written.
  package var firstBad: AuditProblem? { problems.first { $0.line != nil } ?? problems.first }

  mutating func add(_ what: AuditProblem.What, _ segment: String? = nil, _ line: Int? = nil) {
    problemCount += 1
    guard problems.count < AuditVerification.mostProblems else { return }
    problems.append(AuditProblem(what: what, segment: segment, line: line))
  }
}
