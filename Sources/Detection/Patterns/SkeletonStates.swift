/// The states of `SkeletonTables`, each the ways through the skeleton of one rule from which a match may come.
///
/// They are numbered in the order in which they are met, from 0 on.
struct SkeletonStates: Sendable {
  private struct State {
    var rule: Int32
    /// Where its ways end in `ways`; they begin where those of the state before end.
    var end: Int32
    /// Where its transitions are.
    var row: Int32
    var mask: ByteMask
  }

  private var states: [State] = []
  private var ways: [SkeletonThreads] = []
  /// Numbers by hash, -1 for an empty slot.
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  /// The ways of a state, by their places.
  func ways(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(states[number - 1].end))..<Int(states[number].end)
  }

  /// A way of a state: consuming states from all of which there must be a match.
  func way(_ index: Int) -> SkeletonThreads { ways[index] }

  /// The bytes with which a match may go on in a state.
  func mask(_ number: Int) -> ByteMask { states[number].mask }

  /// The row of the state of `rule` with these ways, in order; nil when there is none yet.
  func row(_ rule: Int, _ members: [SkeletonThreads]) -> Int32? {
    var place = SkeletonStates.hash(rule, members) & (slots.count - 1)
    while slots[place] >= 0 {
      let number = Int(slots[place])
      if states[number].rule == rule, ways[ways(number)].elementsEqual(members) {
        return states[number].row
      }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a state that is not there yet; returns its number.
  mutating func add(_ rule: Int, _ members: [SkeletonThreads], row: Int32, mask: ByteMask) -> Int32
  {
    if (states.count + 1) * 2 > slots.count { grow() }
    let number = Int32(truncatingIfNeeded: states.count)
    ways += members
    states.append(
      State(
        rule: Int32(truncatingIfNeeded: rule), end: Int32(truncatingIfNeeded: ways.count), row: row,
        mask: mask))
    put(number, SkeletonStates.hash(rule, members))
    return number
  }

  private mutating func put(_ number: Int32, _ hash: Int) {
    var place = hash & (slots.count - 1)
    while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for number in states.indices {
      put(
        Int32(truncatingIfNeeded: number),
        SkeletonStates.hash(Int(states[number].rule), ways[ways(number)]))
    }
  }

  private static func hash(_ rule: Int, _ members: some Sequence<SkeletonThreads>) -> Int {
    var hash = UInt64(truncatingIfNeeded: rule)
    for way in members {
      hash = (hash ^ way.bits) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
    }
    return Int(truncatingIfNeeded: hash >> 8)
  }
}
