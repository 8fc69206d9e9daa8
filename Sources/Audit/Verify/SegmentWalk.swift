import FoundationEssentials

/// One segment on the verifier's way: whether it begins and ends as it should.
struct SegmentWalk {
  let segment: SegmentName
  private let previous: SegmentName?
  /// Counted from 1; 0 before the first.
  var line = 0
  /// Whether a line was no record.
  var isBlind = false
  private var isSealed = false

  init(_ segment: SegmentName, _ previous: SegmentName?) {
    self.segment = segment
    self.previous = previous
  }

  /// The header names this segment and the one before it.
  func checkHeader(_ record: RecordLine, _ line: ArraySlice<UInt8>) -> AuditProblem.What? {
    guard record.isType(.segment), let fields = SegmentFields(line),
      fields.segment == segment.name
    else { return .foreignSegment }
    let before = previous?.name ?? SegmentName.none.text
    return fields.after == before ? nil : .segmentMissing
  }

  /// The trailer counts what stands before it, and nothing stands behind it.
  mutating func checkTrailer(
    _ record: RecordLine, _ line: ArraySlice<UInt8>
  ) -> AuditProblem.What? {
    if isSealed || (self.line > 1 && record.isType(.segment)) { return .foreignSegment }
    guard record.isType(.sealed) else { return nil }
    isSealed = true
    guard let fields = SegmentFields(line), fields.segment == segment.name else {
      return .foreignSegment
    }
    let found = self.line - 1
    return fields.records == found || isBlind
      ? nil : .miscounted(expected: fields.records ?? 0, found: found)
  }
}

/// What a segment's header and trailer say.
private struct SegmentFields {
  let segment: String
  let after: String?
  let records: Int?

  init?(_ line: ArraySlice<UInt8>) {
    guard let record = try? JSONDecoder().decode(AuditRecord.self, from: Data(line)),
      let segment = record.segment
    else { return nil }
    self.segment = segment.text
    after = record.after?.text
    records = record.records
  }
}

/// What a `pruned` record says of the last record that was removed.
struct PrunedHead {
  let head: AuditHead

  init?(_ line: ArraySlice<UInt8>) {
    guard let record = try? JSONDecoder().decode(AuditRecord.self, from: Data(line)),
      let seq = record.pruned,
      let hash = record.hash.flatMap({ AuditDigest(hex: Array($0.text.utf8)) })
    else { return nil }
    head = AuditHead(seq: seq, hash: hash)
  }
}

/// Follows which records at the end are vouched for by no signature.
struct UnsignedEnd {
  private(set) var unsigned = 0
  private(set) var lastSigned: (record: RecordLine, segment: String, line: Int)?

  mutating func note(_ record: RecordLine, _ place: SegmentWalk) {
    guard record.isSigned else {
      unsigned += 1
      return
    }
    unsigned = 0
    lastSigned = (record, place.segment.name, place.line)
  }
}
