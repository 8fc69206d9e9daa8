/// Skeletons in compiled form: the sets as 32 bytes each, then the states as eight bytes each, then the start.
extension MatchSkeleton {
  package func write(to writer: inout FlatWriter) {
    writer.add(sets) { writer, set in
      for quarter in set.quarters { writer.add(bits: quarter) }
    }
    writer.add(states) { writer, state in writer.add(bits: state.packed) }
    writer.add(Int(start))
  }

  /// The skeleton that `write` wrote, and nothing else: one whose states and sets are all there, whatever the bytes say.
  package init(flat bytes: [UInt8]) throws(CompiledDefect) {
    self = try FlatReader.whole(bytes) { reader throws(CompiledDefect) in
      try MatchSkeleton(&reader)
    }
  }

  private init(_ reader: inout FlatReader) throws(CompiledDefect) {
    sets = try reader.list { reader throws(CompiledDefect) in
      ByteSet(
        quarters: (try reader.bits(), try reader.bits(), try reader.bits(), try reader.bits()))
    }
    states = try reader.list { reader throws(CompiledDefect) in
      guard let state = State(packed: try reader.bits()) else { throw .damaged }
      return state
    }
    let (stateCount, setCount) = (Int32(truncatingIfNeeded: states.count), sets.count)
    guard states.count <= UInt16.max, states.first?.kind == .match else { throw .damaged }
    for state in states {
      // Behind `other` of a boundary stands the second of its two states.
      let last = state.kind == .boundary ? state.other + 1 : state.other
      guard state.next < stateCount, last < stateCount,
        state.kind.hasSet ? state.set < setCount : state.set == 0
      else { throw .damaged }
    }
    start = Int32(truncatingIfNeeded: try reader.number(upTo: states.count - 1))
  }
}

extension MatchSkeleton.State {
  /// The kind in 16 bits, and as many for the set, `next` and `other`, the kind lowest. A skeleton has no more states.
  fileprivate var packed: UInt64 {
    let (next, other) = (UInt64(UInt32(bitPattern: next)), UInt64(UInt32(bitPattern: other)))
    return UInt64(kind.rawValue) | UInt64(set) << 16 | next << 32 | other << 48
  }

  fileprivate init?(packed: UInt64) {
    guard packed & 0xff00 == 0,
      let kind = MatchSkeleton.Kind(rawValue: UInt8(truncatingIfNeeded: packed))
    else { return nil }
    self.init(
      kind: kind, set: UInt16(truncatingIfNeeded: packed >> 16),
      next: Int32(UInt16(truncatingIfNeeded: packed >> 32)),
      other: Int32(UInt16(truncatingIfNeeded: packed >> 48)))
  }
}
