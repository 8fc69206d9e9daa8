/// Builds a skeleton from its end to its start.
struct SkeletonBuilder {
  /// Larger skeletons are cut: what would come behind counts as a match.
  private static let mostStates = 60_000
  /// Repetitions are spelled out up to so often, beyond it they count as endless.
  private static let mostCopies = 4

  private var draft = SkeletonDraft()
  private let groups: [String: RegexNode]
  /// The states that take what follows a word, and what begins one; see `MatchSkeleton.Kind.boundary`.
  private var wordEdges: Int32?
  /// The groups being called, against endless recursion.
  private var open: Set<String> = []

  /// The one state that is a match.
  static let match: Int32 = 0
  /// A byte that continues a character.
  private static let characterEnd = RegexNode.byte(ByteSet(0x80...0xbf))

  init(groups: [String: RegexNode]) { self.groups = groups }

  mutating func build(_ root: RegexNode) -> MatchSkeleton? {
    let start = build(root, SkeletonBuilder.match, isLast: true)
    return draft.finished(start)
  }

  /// The skeleton of `root` with a `stop` behind it.
  mutating func buildToStop(_ root: RegexNode) -> MatchSkeleton? {
    let stop = draft.add(.stop, ByteSet(), SkeletonBuilder.match)
    let start = build(root, stop, isLast: false)
    return draft.finished(start)
  }

  /// The state from which `node` and then `next` are matched.
  ///
  /// - Parameter isLast: whether `next` is the match with nothing but assertions in between, so that a lookahead may
  ///   consume what it sees.
  private mutating func build(_ node: RegexNode, _ next: Int32, isLast: Bool) -> Int32 {
    guard draft.states.count < SkeletonBuilder.mostStates else { return SkeletonBuilder.match }
    switch node {
    case .empty: return next
    case .unknown: return SkeletonBuilder.match
    case .byte(let set): return draft.add(.bytes, set, next)
    case .blank: return build(RegexNode.blankCharacters, next, isLast: isLast)
    case .character(let leads):
      return draft.add(.bytes, leads, loop(over: SkeletonBuilder.characterEnd, next))
    case .sequence(let nodes): return sequence(nodes[...], next, isLast)
    case .alternatives(let nodes): return alternatives(nodes.map { $0.steps[...] }, next, isLast)
    case .repeated(let node, let least, let most): return repetition(node, least, most, next)
    case .ahead(let body):
      if isLast, next == SkeletonBuilder.match { return build(body, next, isLast: true) }
      let outside = draft.beginApart()
      let start = build(body, SkeletonBuilder.match, isLast: true)
      draft.endApart(outside)
      return limited(by: body, draft.both(next, start))
    case .notAhead(let set):
      return set.isEmpty ? next : edge(ByteSet.firsts.subtracting(set), next, isLast)
    case .lineEnd: return edge(.lineEnds, next, isLast)
    case .behind(let set): return set == .all ? next : draft.add(.behind, set, next)
    case .wordBoundary: return boundary(next)
    case .call(let name):
      guard let group = groups[name], open.insert(name).inserted else {
        return SkeletonBuilder.match
      }
      defer { open.remove(name) }
      return build(group, next, isLast: isLast)
    }
  }

  private mutating func sequence(
    _ nodes: ArraySlice<RegexNode>, _ next: Int32, _ isLast: Bool
  ) -> Int32 {
    var state = next
    var isLast = isLast
    for node in nodes.reversed() {
      state = build(node, state, isLast: isLast)
      if !node.hasNoWidth { isLast = false }
    }
    return state
  }

  /// Alternatives of some steps each; what several begin with stands there once.
  private mutating func alternatives(
    _ branches: [ArraySlice<RegexNode>], _ next: Int32, _ isLast: Bool
  ) -> Int32 {
    var places: [RegexNode?: Int] = [:]
    var families: [[ArraySlice<RegexNode>]] = []
    for branch in branches {
      let place = places[branch.first, default: families.count]
      places[branch.first] = place
      if place == families.count { families.append([]) }
      families[place].append(branch)
    }
    let starts = families.map { family -> Int32 in
      guard family.count > 1, let first = family[0].first else {
        return sequence(family[0], next, isLast)
      }
      let rests = family.map { $0.dropFirst() }
      let rest = alternatives(rests, next, isLast)
      let isLast = isLast && rests.allSatisfy { $0.allSatisfy(\.hasNoWidth) }
      return build(first, rest, isLast: isLast)
    }
    return starts.isEmpty ? next : draft.oneOf(starts)
  }

  private mutating func repetition(_ node: RegexNode, _ least: Int, _ most: Int?, _ next: Int32)
    -> Int32
  {
    var state = next
    if let most, most <= SkeletonBuilder.mostCopies {
      for _ in least..<max(least, most) {
        state = draft.split(build(node, state, isLast: false), next)
      }
    } else {
      state = loop(over: node, next)
    }
    for _ in 0..<min(least, 64) { state = build(node, state, isLast: false) }
    return state
  }

  private mutating func loop(over node: RegexNode, _ next: Int32) -> Int32 {
    if let loop = draft.loop(over: node, next) { return loop }
    let loop = draft.openLoop(over: node, next)
    draft.close(loop, over: build(node, loop, isLast: false))
    return loop
  }

  /// The next byte is of a set, or the text ends.
  private mutating func edge(_ set: ByteSet, _ next: Int32, _ isLast: Bool) -> Int32 {
    if isLast, next == SkeletonBuilder.match { return draft.add(.bytesOrEnd, set, next) }
    return draft.both(next, draft.addApart(.bytesOrEnd, set, SkeletonBuilder.match))
  }

  private mutating func boundary(_ next: Int32) -> Int32 {
    if wordEdges == nil {
      wordEdges = draft.addApart(
        .bytesOrEnd, ByteSet.firsts.subtracting(.word), SkeletonBuilder.match)
      _ = draft.addApart(.bytes, .word, SkeletonBuilder.match)
    }
    return draft.add(.boundary, .word, next, other: wordEdges ?? SkeletonBuilder.match)
  }

  /// What a lookahead begins with is told at once: it narrows where a match can start.
  private mutating func limited(by body: RegexNode, _ next: Int32) -> Int32 {
    guard let first = firstBytes(of: body), first.canBeEmpty == false else { return next }
    return draft.add(.limit, first.set, next)
  }

  /// What a node can begin with; nil when that is not known.
  private func firstBytes(of node: RegexNode) -> (set: ByteSet, canBeEmpty: Bool)? {
    switch node {
    case .byte(let set), .character(let set): return (set, false)
    case .blank: return firstBytes(of: RegexNode.blankCharacters)
    case .unknown, .call: return nil
    case .sequence(let nodes):
      var set = ByteSet()
      for node in nodes {
        guard let first = firstBytes(of: node) else { return nil }
        set = set.union(first.set)
        if !first.canBeEmpty { return (set, false) }
      }
      return (set, true)
    case .alternatives(let nodes):
      var result = (set: ByteSet(), canBeEmpty: false)
      for node in nodes {
        guard let first = firstBytes(of: node) else { return nil }
        result = (result.set.union(first.set), result.canBeEmpty || first.canBeEmpty)
      }
      return result
    case .repeated(let node, let least, _):
      guard let first = firstBytes(of: node) else { return nil }
      return (first.set, first.canBeEmpty || least == 0)
    case .empty, .ahead, .notAhead, .behind, .lineEnd, .wordBoundary:
      return (ByteSet(), true)
    }
  }
}

extension RegexNode {
  /// What is matched one after the other.
  fileprivate var steps: [RegexNode] {
    switch self {
    case .empty: []
    case .sequence(let nodes): nodes.flatMap(\.steps)
    default: [self]
    }
  }
}
