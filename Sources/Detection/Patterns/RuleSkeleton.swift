import Patterns

/// The skeleton of one rule, with what is asked of its sets over and over.
final class RuleSkeleton: Sendable {
  let skeleton: MatchSkeleton
  /// For each set.
  private let masks: [ByteMask]

  init(_ skeleton: MatchSkeleton) {
    self.skeleton = skeleton
    masks = skeleton.sets.map { ByteMask($0) }
  }

  /// Whether all states of a way take `byte`.
  @inline(__always) func takes(_ way: SkeletonThreads, _ byte: UInt8) -> Bool {
    way.allSatisfy { state in
      let set = Int(skeleton.states[Int(state)].set)
      // What the coarse mask does not hold, the set does not hold either.
      return masks[set].mayContain(byte) && skeleton.sets[set].contains(byte)
    }
  }

  /// Whether a text may stop where one of `ways` is.
  func mayStop(in ways: [SkeletonThreads]) -> Bool {
    ways.contains { skeleton.states[Int($0.first)].kind == .stop }
  }

  /// The bytes with which some of `ways` goes on.
  func mask(of ways: [SkeletonThreads]) -> ByteMask {
    var mask = ByteMask()
    for way in ways {
      var bits = ByteMask.all
      var left = way
      while !left.isEmpty {
        bits = bits.intersection(masks[Int(skeleton.states[Int(left.first)].set)])
        left = left.rest
      }
      mask = mask.union(bits)
    }
    return mask
  }
}
