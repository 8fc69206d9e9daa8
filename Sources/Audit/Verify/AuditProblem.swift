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
    /// Another record should stand here: one was dropped, added, repeated or moved.
    case outOfSequence(expected: Int, found: Int)
    /// The record before this one is not the one it was written after.
    case brokenLink
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
    /// `checkpoint.pub` is not there: signatures cannot be checked.
    case keyMissing
    /// `checkpoint.pub` is no key, or not the trusted one.
    case keyDamaged
  }

  package var description: String {
    let place = [segment, line.map { "line \($0)" }].compactMap(\.self).joined(separator: " ")
    return place.isEmpty ? text : "\(place): \(text)"
  }

  private var text: String {
    switch what {
    case .damaged: "the record was changed or cut"
    case .unfinished: "the last record is cut short"
    case .outOfSequence(let expected, let found):
      "record \(expected) is expected and \(found) stands here: dropped, added, repeated or moved"
    case .brokenLink: "the record before this one was replaced"
    case .badSignature: "the checkpoint's signature is not valid"
    case .segmentMissing: "a segment before this one is missing"
    case .headMissing: "head.json is missing: records may have been cut off at the end"
    case .headDamaged: "head.json was changed, or checkpoint.pub is not its key"
    case .recordsMissing(let head):
      "record \(head) was on disk and is missing or replaced: the end was cut off"
    case .keyMissing: "checkpoint.pub is missing: signatures cannot be checked"
    case .keyDamaged: "checkpoint.pub is not the key this log was signed with"
    }
  }
}

/// What a verification found.
package struct AuditVerification: Sendable {
  package internal(set) var segments = 0
  package internal(set) var records = 0
  package internal(set) var checkpoints = 0
  /// Records after the last one that `head.json` vouches for: were they cut off, nobody would notice.
  package internal(set) var recordsPastHead = 0
  /// All problems; `problems` holds only the first of them.
  package internal(set) var problemCount = 0
  package internal(set) var problems: [AuditProblem] = []

  package static let mostProblems = 1000

  package var isIntact: Bool { problemCount == 0 }

  mutating func add(_ what: AuditProblem.What, _ segment: String? = nil, _ line: Int? = nil) {
    problemCount += 1
    guard problems.count < AuditVerification.mostProblems else { return }
    problems.append(AuditProblem(what: what, segment: segment, line: line))
  }
}
