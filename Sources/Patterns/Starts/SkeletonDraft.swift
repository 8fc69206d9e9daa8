/// The states of a skeleton as it is built from its end to its start. Of those that say the same there is one: what many
/// alternatives end with then stands there once.
struct SkeletonDraft {
  private(set) var states: [MatchSkeleton.State] = [.init(kind: .match)]
  private var sets: [ByteSet: UInt16] = [:]
  private var setList: [ByteSet] = []
  private var shared = Shared()

  /// The states that others may share.
  struct Shared {
    fileprivate var states: [MatchSkeleton.State: Int32] = [:]
    fileprivate var loops: [Loop: Int32] = [:]
  }

  fileprivate struct Loop: Hashable {
    var node: RegexNode
    var next: Int32
  }

  /// A state with a set, or the one that says the same.
  mutating func add(
    _ kind: MatchSkeleton.Kind, _ set: ByteSet, _ next: Int32, other: Int32 = SkeletonBuilder.match
  ) -> Int32 {
    share(.init(kind: kind, set: number(of: set), next: next, other: other))
  }

  /// A state with a set that nothing else shares.
  mutating func addApart(_ kind: MatchSkeleton.Kind, _ set: ByteSet, _ next: Int32) -> Int32 {
    append(.init(kind: kind, set: number(of: set), next: next))
  }

  mutating func split(_ next: Int32, _ other: Int32) -> Int32 {
    next == other ? next : share(.init(kind: .split, next: next, other: other))
  }

  /// The two states must both lead to a match.
  mutating func both(_ next: Int32, _ other: Int32) -> Int32 {
    other == SkeletonBuilder.match ? next : share(.init(kind: .both, next: next, other: other))
  }

  /// What leads to one of some states: bytes behind which the same follows are one state.
  mutating func oneOf(_ starts: [Int32]) -> Int32 {
    var places: [Int32: Int] = [:]
    var kept: [(state: Int32, bytes: ByteSet?)] = []
    var seen = Set<Int32>()
    for start in starts where seen.insert(start).inserted {
      let state = states[Int(start)]
      guard state.kind == .bytes else {
        kept.append((start, nil))
        continue
      }
      let bytes = setList[Int(state.set)]
      if let place = places[state.next], let other = kept[place].bytes {
        let union = other.union(bytes)
        kept[place] = (add(.bytes, union, state.next), union)
      } else {
        places[state.next] = kept.count
        kept.append((start, bytes))
      }
    }
    return kept.reversed().reduce(nil) { $0 == nil ? $1.state : split($1.state, $0 ?? $1.state) }
      ?? SkeletonBuilder.match
  }

  /// The loop over a part of a regex that goes on at `next`, if there is one already.
  func loop(over node: RegexNode, _ next: Int32) -> Int32? {
    shared.loops[Loop(node: node, next: next)]
  }

  /// Begins a loop; `close` tells where what it repeats begins.
  mutating func openLoop(over node: RegexNode, _ next: Int32) -> Int32 {
    let loop = append(.init(kind: .split, next: next, other: next))
    shared.loops[Loop(node: node, next: next)] = loop
    return loop
  }

  mutating func close(_ loop: Int32, over body: Int32) {
    states[Int(loop)] = .init(kind: .split, next: body, other: states[Int(loop)].other)
  }

  /// Begins states that share nothing with those before: all of a lookahead have larger numbers than what it stands
  /// before. They end with `endApart`, which is given what this returns.
  mutating func beginApart() -> Shared {
    defer { shared = Shared() }
    return shared
  }

  mutating func endApart(_ outside: Shared) { shared = outside }

  private mutating func number(of set: ByteSet) -> UInt16 {
    if let number = sets[set] { return number }
    let number = UInt16(truncatingIfNeeded: setList.count)
    sets[set] = number
    setList.append(set)
    return number
  }

  private mutating func share(_ state: MatchSkeleton.State) -> Int32 {
    if let number = shared.states[state] { return number }
    let number = append(state)
    shared.states[state] = number
    return number
  }

  private mutating func append(_ state: MatchSkeleton.State) -> Int32 {
    states.append(state)
    return Int32(truncatingIfNeeded: states.count - 1)
  }
}

extension SkeletonDraft {
  /// The skeleton that begins at `start`, without what is not reached from there; nil when more states or sets were made
  /// than sixteen bits tell apart.
  func finished(_ start: Int32) -> MatchSkeleton? {
    guard states.count <= UInt16.max, setList.count < UInt16.max else { return nil }
    let isReached = reached(from: start)
    let kept = states.indices.filter { isReached[$0] }
    var numbers = [Int32](repeating: 0, count: states.count)
    for (new, old) in kept.enumerated() { numbers[old] = Int32(new) }
    var setNumbers: [UInt16: UInt16] = [:]
    var skeleton = MatchSkeleton()
    for old in kept {
      let state = states[old]
      if state.kind.hasSet, setNumbers[state.set] == nil {
        setNumbers[state.set] = UInt16(skeleton.sets.count)
        skeleton.sets.append(setList[Int(state.set)])
      }
      skeleton.states.append(
        .init(
          kind: state.kind, set: state.kind.hasSet ? setNumbers[state.set] ?? 0 : 0,
          next: numbers[Int(state.next)], other: numbers[Int(state.other)]))
    }
    skeleton.start = numbers[Int(start)]
    return skeleton
  }

  private func reached(from start: Int32) -> [Bool] {
    var isReached = [Bool](repeating: false, count: states.count)
    var open = [SkeletonBuilder.match, start]
    while let number = open.popLast() {
      if isReached[Int(number)] { continue }
      isReached[Int(number)] = true
      let state = states[Int(number)]
      open += [state.next, state.other]
      if state.kind == .boundary { open.append(state.other + 1) }
    }
    return isReached
  }
}
