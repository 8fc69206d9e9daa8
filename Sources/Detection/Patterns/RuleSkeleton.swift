import Patterns

/// The skeleton of one rule, with what is asked of it over and over.
final class RuleSkeleton: Sendable {
  let skeleton: MatchSkeleton
  /// For each set.
  private let masks: [ByteMask]
  /// For each byte its kind, where assertions that look at the byte before tell no bytes of a kind apart; empty when there
  /// are no such assertions.
  private let kinds: [UInt8]

  init(_ skeleton: MatchSkeleton) {
    self.skeleton = skeleton
    masks = skeleton.sets.map { ByteMask($0) }
    kinds = RuleSkeleton.kinds(skeleton)
  }

  private static func kinds(_ skeleton: MatchSkeleton) -> [UInt8] {
    var isAsked = [Bool](repeating: false, count: skeleton.sets.count)
    for state in skeleton.states {
      switch state.kind {
      case .behind, .boundary: isAsked[Int(state.set)] = true
      default: continue
      }
    }
    var kinds: [UInt8] = []
    for set in isAsked.indices where isAsked[set] {
      if kinds.isEmpty { kinds = [UInt8](repeating: 0, count: 256) }
      divide(&kinds, by: skeleton.sets[set])
    }
    return kinds
  }

  /// Tells apart within each kind what is in a set and what is not.
  private static func divide(_ kinds: inout [UInt8], by set: ByteSet) {
    var numbers = [Int](repeating: -1, count: 512)
    var count = 0
    for byte in UInt8.min...UInt8.max {
      let key = Int(kinds[Int(byte)]) << 1 | (set.contains(byte) ? 1 : 0)
      if numbers[key] < 0 {
        numbers[key] = count
        count += 1
      }
      kinds[Int(byte)] = UInt8(truncatingIfNeeded: numbers[key])
    }
  }

  /// The kind of the byte before, from 1 on; 0 where it is not known.
  func kind(of byte: UInt8?) -> Int {
    guard let byte else { return 0 }
    return kinds.isEmpty ? 1 : Int(kinds[Int(byte)]) + 1
  }

  /// Whether all states of a way take `byte`.
  @inline(__always) func takes(_ way: SkeletonThreads, _ byte: UInt8) -> Bool {
    way.allSatisfy { skeleton.sets[Int(skeleton.states[Int($0)].set)].contains(byte) }
  }

  /// Where a way leads behind a byte that it takes.
  @inline(__always) func following(_ way: SkeletonThreads) -> SkeletonThreads {
    way.map { skeleton.states[Int($0)].next }
  }

  /// Whether a way ends at a state that consumes a byte: it is all that is reached from there.
  func consumes(_ way: SkeletonThreads) -> Bool {
    guard way.isSingle else { return false }
    switch skeleton.states[Int(way.first)].kind {
    case .bytes, .bytesOrEnd, .stop: return true
    case .split, .both, .behind, .boundary, .limit, .match: return false
    }
  }

  /// Whether a text may stop where a way is.
  func isStop(_ way: SkeletonThreads) -> Bool {
    if case .stop = skeleton.states[Int(way.first)].kind { return true }
    return false
  }

  /// Whether a way comes to a match at the text's end: nothing is consumed behind it.
  func mayEnd(_ way: SkeletonThreads) -> Bool {
    way.allSatisfy { state in
      if case .bytesOrEnd = skeleton.states[Int(state)].kind { return true }
      return false
    }
  }

  /// The bytes with which a way may go on.
  func mask(of way: SkeletonThreads) -> ByteMask {
    var mask = ByteMask.all
    _ = way.allSatisfy { state in
      mask = mask.intersection(masks[Int(skeleton.states[Int(state)].set)])
      return true
    }
    return mask
  }
}
