/// The states of `SkeletonTables`, each the closures of one rule from which a match may come.
///
/// A state is twice its number, and one more where the text may stop in it. The numbers are those in which states are met,
/// from 1 on; the two that would be of the number 0 are the final ones.
struct SkeletonStates: Sendable {
  /// The state from which no match comes.
  static let dead: Int32 = 0
  /// The state that is a match.
  static let match: Int32 = 1

  /// A state as it is entered.
  struct Entry: Sendable {
    var state = SkeletonStates.dead
    /// The bytes with which a match may go on.
    var mask = ByteMask()

    static let match = Entry(state: SkeletonStates.match, mask: .all)

    /// Whether it is neither the match nor the end of all ways.
    @inline(__always) var isOpen: Bool { state > SkeletonStates.match }
  }

  private var lists = ListTable<Int32>()
  private var masks: [ByteMask] = []
  private var mayEnd: [Bool] = []
  private var mayStop: [Bool] = []

  /// Closures of all states together.
  var size: Int { lists.elements.count }

  /// The places of the closures of a state that is no final one.
  @inline(__always) func closures(_ state: Int32) -> Range<Int> {
    lists.places(Int(state >> 1) &- 1)
  }

  @inline(__always) func closure(_ index: Int) -> Int32 { lists.elements[index] }

  /// A state that is known.
  func entry(_ state: Int32) -> Entry {
    switch state {
    case SkeletonStates.dead: Entry()
    case SkeletonStates.match: .match
    default: Entry(state: state, mask: masks[Int(state >> 1) - 1])
    }
  }

  /// Whether the text may stop in a state that is no final one.
  @inline(__always) static func mayStop(_ state: Int32) -> Bool { state & 1 == 1 }

  /// Whether there is a match in a state when the text ends.
  func mayEnd(_ state: Int32) -> Bool {
    state > SkeletonStates.match ? mayEnd[Int(state >> 1) - 1] : state == SkeletonStates.match
  }

  /// The state of `rule` with these closures, which are in order; none of them is a match.
  mutating func enter(_ members: [Int32], _ rule: Int, _ closures: SkeletonClosures) -> Entry {
    if members.isEmpty { return Entry() }
    let number = lists.number(of: members, rule)
    if number == lists.count {
      lists.add(members, rule)
      var all = SkeletonClosures.Summary()
      for member in members { all.add(closures.summary(member)) }
      masks.append(all.mask)
      mayEnd.append(all.mayEnd)
      mayStop.append(all.mayStop)
    }
    let state = Int32(truncatingIfNeeded: number + 1) << 1 | (mayStop[number] ? 1 : 0)
    return Entry(state: state, mask: masks[number])
  }
}
