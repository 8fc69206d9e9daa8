/// Steps through a skeleton's states that consume nothing.
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

  func place(_ state: Int32) -> StartShape.Place {
    let state = skeleton.states[Int(state)]
    return StartShape.Place(
      bytes: skeleton.sets[Int(state.set)], orOutside: state.kind == .bytesOrEnd)
  }

  /// Where a consuming state goes on.
  func next(_ state: Int32) -> Int32 { skeleton.states[Int(state)].next }

  /// The state that is the match.
  static let match: Int32 = 0

  /// All consuming states reached from `states`; assertions on the way count for nothing.
  ///
  /// - Parameter throughWords: whether any bytes of `\w` may be consumed on the way.
  mutating func closure(of states: [Int32], throughWords: Bool = false) -> [Int32] {
    reachedMatch = false
    var seen = Set(states)
    var open = states
    var result: [Int32] = []
    func visit(_ state: Int32) { if seen.insert(state).inserted { open.append(state) } }
    while let number = open.popLast() {
      let state = skeleton.states[Int(number)]
      switch state.kind {
      case .bytes, .bytesOrEnd:
        result.append(number)
        if throughWords, !skeleton.sets[Int(state.set)].intersection(.word).isEmpty {
          visit(state.next)
        }
      case .match: reachedMatch = true
      case .behind, .boundary, .limit: visit(state.next)
      case .split:
        visit(state.next)
        visit(state.other)
      }
    }
    return result
  }

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
      case .match: reachedMatch = true
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
