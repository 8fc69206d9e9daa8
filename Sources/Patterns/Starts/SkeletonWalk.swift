/// Steps through a skeleton's first states, which consume nothing.
struct SkeletonWalk {
  /// A state that consumes the first byte of a match, and what was asked for on the way to it.
  struct Start: Hashable {
    var before = ByteSet.all
    var wantsBoundary = false
    var bytes = ByteSet.all
    var orEnd = false
    var next: Int32
  }

  let skeleton: MatchSkeleton
  /// Whether the last walk came to the match.
  private(set) var reachedMatch = false

  init(_ skeleton: MatchSkeleton) { self.skeleton = skeleton }

  /// All consuming states reached from the start, each way that asks for something else apart.
  mutating func starts() -> [Start] {
    reachedMatch = false
    var result: [Start] = []
    var open = [Start(next: skeleton.start)]
    var seen: Set<Start> = []
    while var way = open.popLast() {
      let state = skeleton.states[Int(way.next)]
      if !seen.insert(way).inserted { continue }
      way.next = state.next
      let set = skeleton.sets.isEmpty ? .all : skeleton.sets[Int(state.set)]
      switch state.kind {
      case .match, .stop: reachedMatch = true
      case .bytes, .bytesOrEnd:
        way.bytes = way.bytes.intersection(set)
        way.orEnd = state.kind == .bytesOrEnd
        result.append(way)
      case .behind:
        way.before = way.before.intersection(set)
        open.append(way)
      case .boundary:
        way.wantsBoundary = true
        open.append(way)
      case .both: open.append(way)
      case .limit:
        way.bytes = way.bytes.intersection(set)
        open.append(way)
      case .split:
        open.append(way)
        way.next = state.other
        open.append(way)
      }
    }
    return result
  }
}
