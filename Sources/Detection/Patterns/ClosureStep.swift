/// States still to be followed, and those that consume a byte: all of them must come to a match.
struct ClosureStep: Sendable, Hashable {
  var open: SkeletonThreads
  var done = SkeletonThreads()

  /// One state, and nothing else asked for.
  var isPlain: Bool { done.isEmpty && open.isSingle }
}
