import Patterns

/// The skeleton of one rule, with what is asked of it over and over.
final class RuleSkeleton: Sendable {
  let skeleton: MatchSkeleton
  /// For each set.
  private let masks: [ByteMask]
  /// For each byte its kind, where assertions that look at the byte before tell no bytes of a kind apart.
  private let kinds: [UInt8]

  init(_ skeleton: MatchSkeleton) {
    self.skeleton = skeleton
    masks = skeleton.sets.map { ByteMask($0) }
    let sets = skeleton.states.lazy.filter { $0.kind == .behind || $0.kind == .boundary }.map(\.set)
    kinds = ByteClasses(Set(sets).map { skeleton.sets[Int($0)] }).table.map {
      UInt8(truncatingIfNeeded: $0)
    }
  }

  /// The kind of the byte before, from 1 on; 0 where it is not known.
  func kind(of byte: UInt8?) -> Int { byte.map { Int(kinds[Int($0)]) + 1 } ?? 0 }

  /// Whether all states of a way take `byte`.
  @inline(__always) func takes(_ way: SkeletonThreads, _ byte: UInt8) -> Bool {
    way.allSatisfy { skeleton.sets[Int(skeleton.states[Int($0)].set)].contains(byte) }
  }

  /// Where a way leads behind a byte that it takes.
  @inline(__always) func following(_ way: SkeletonThreads) -> SkeletonThreads {
    way.map { skeleton.states[Int($0)].next }
  }

  /// Whether a text may stop where a way is.
  func isStop(_ way: SkeletonThreads) -> Bool { skeleton.states[Int(way.first)].kind == .stop }

  /// Whether a way comes to a match at the text's end: nothing is consumed behind it.
  func mayEnd(_ way: SkeletonThreads) -> Bool {
    way.allSatisfy { skeleton.states[Int($0)].kind == .bytesOrEnd }
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
