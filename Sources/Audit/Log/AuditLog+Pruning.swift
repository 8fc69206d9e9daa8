/// How long records are kept.
package enum AuditRetention {
  /// In years: 45 CFR 164.316(b)(2)(i), six years from the date of their creation.
  package static let years = 6

  /// The first day whose records are still to be kept: the same day so many years before `now`, or the day before it in a
  /// year without February 29.
  package static func limit(now: AuditTime, years: Int = years) -> String {
    let day = now.day
    let year = (Int(day.prefix(4)) ?? 0) - years
    let digits = String(year)
    let start = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    let sameDay = start + day.dropFirst(4)
    return AuditTime(day: sameDay) == nil ? "\(start)-02-28" : sameDay
  }
}

extension AuditLog {
  /// Removes the segments all of whose records are older than `day`, and leaves a signed tombstone from which on the log
  /// is verified. The newest segment always stays.
  ///
  /// First the removal is on record, then the tombstone stands, then the segments go, oldest first: a crash in between
  /// leaves a log that verifies, and the next pruning removes the rest.
  ///
  /// - Parameters:
  ///   - day: as `2026-01-31`; the limit of `AuditRetention` when nil.
  ///   - years: how long records are kept here, at least `AuditRetention.years`.
  /// - Returns: how many segments were removed.
  /// - Throws: `tooEarly` when the records of a day before `day` are still to be kept.
  package func prune(
    before day: String? = nil, years: Int = AuditRetention.years, by person: AuditPerson
  ) throws(AuditError) -> Int {
    let removed = try inTurn { (state, time) throws(AuditError) -> [SegmentName] in
      let limit = AuditRetention.limit(now: time, years: max(years, AuditRetention.years))
      let day = day ?? limit
      guard day <= limit else { throw .tooEarly(limit: limit) }
      let pruning = try LogPruning(self.opening.folder, before: day)
      try pruning.run(&state, by: person, at: time)
      return pruning.old
    }
    return removed.count
  }
}

/// One removal of old segments.
struct LogPruning {
  private let folder: AuditFolder
  /// Those to be removed, oldest first.
  let old: [SegmentName]

  /// A segment is old when it was begun before `day`: what is recorded on a later day begins another one. The newest one
  /// stays.
  init(_ folder: AuditFolder, before day: String) throws(AuditError) {
    self.folder = folder
    let segments = try folder.segments()
    old = Array(segments.dropLast().prefix { $0.day < day })
  }

  func run(
    _ state: inout LogState, by person: AuditPerson, at time: AuditTime
  ) throws(AuditError) {
    guard let last = old.last, let tombstone = try tombstone(at: last) else { return }
    let head = AuditHead(seq: tombstone.position.seq, hash: tombstone.position.hash)
    let pruning = AuditPruning(last: head, segments: old.count, person: person)
    _ = try state.write([.pruned(pruning)], at: time)
    try state.file?.sync()
    state.markDurable(state.position, size: state.size)
    _ = try state.writeHead()
    try folder.replace(Tombstone.fileName, with: try tombstone.signed(by: state.signer))
    for segment in old { try folder.remove(segment.name) }
  }

  /// What stands for the removed segments: the last record of the last of them, and the key that the header of the segment
  /// after it names.
  private func tombstone(at last: SegmentName) throws(AuditError) -> Tombstone? {
    guard let next = try folder.segments().first(where: { $0 > last }) else { return nil }
    var lines = LineReader(try folder.open(next))
    guard let line = try lines.next(), let record = RecordLine(line.bytes),
      record.isType(.segment), let key = NamedKey(line.bytes)?.key
    else { throw .brokenChain(segment: next.name, line: 1) }
    return Tombstone(
      position: ChainPosition(seq: record.seq - 1, hash: record.prev), segment: last, key: key)
  }
}
