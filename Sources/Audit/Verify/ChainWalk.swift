/// Follows the chain and goes on behind a problem, so that one damage is told once.
struct ChainWalk {
  private(set) var position: ChainPosition
  /// Whether the line before was no record, or was removed, so that its hash is unknown.
  private var isBlind = false

  init(from start: ChainPosition) { position = start }

  /// Goes on behind a line that is no record.
  mutating func skip() {
    position.seq += 1
    isBlind = true
  }

  /// Goes on at a record whose predecessors were removed.
  mutating func begin(at record: RecordLine) {
    position.seq = record.seq - 1
    isBlind = true
  }

  mutating func step(_ record: RecordLine) -> AuditProblem.What? {
    defer {
      position = record.position
      isBlind = false
    }
    if record.seq != position.seq + 1 {
      return .outOfSequence(expected: position.seq + 1, found: record.seq)
    }
    return isBlind || record.prev == position.hash ? nil : .brokenLink
  }
}

/// Positions that a log has to have, as they are told elsewhere: each is met on the way or missing.
struct ExpectedPositions {
  private var missing: Set<ChainPosition>

  init(_ positions: some Sequence<ChainPosition>) {
    missing = Set(positions).subtracting([.start])
  }

  mutating func meet(_ position: ChainPosition) { missing.remove(position) }

  /// Expects no more what was removed with its record.
  mutating func forget(through seq: Int) { missing = missing.filter { $0.seq > seq } }

  func isMissing(_ position: ChainPosition) -> Bool { missing.contains(position) }
}
