/// Builds a skeleton from its end to its start.
struct SkeletonBuilder {
  /// Larger skeletons are cut: what would come behind counts as a match.
  private static let mostStates = 60_000
  /// Repetitions are spelled out up to so often, beyond it they count as endless.
  private static let mostCopies = 4

  private(set) var states: [MatchSkeleton.State] = [.init(kind: .match)]
  private let groups: [String: RegexNode]
  private var sets: [ByteSet: UInt16] = [:]
  /// The states that take what follows a word, and what begins one; see `MatchSkeleton.Kind.boundary`.
  private var wordEdges: Int32?
  /// The groups being called, against endless recursion.
  private var open: Set<String> = []

  /// The one state that is a match.
  private static let match: Int32 = 0

  init(groups: [String: RegexNode]) { self.groups = groups }

  /// The sets by number; nil when there are too many.
  var setList: [ByteSet]? {
    guard sets.count < Int(UInt16.max) else { return nil }
    return sets.sorted { $0.value < $1.value }.map(\.key)
  }

  mutating func build(_ root: RegexNode) -> Int32 {
    build(root, SkeletonBuilder.match, isLast: true)
  }

  /// The state from which `root` is matched, with a `stop` behind it.
  mutating func buildToStop(_ root: RegexNode) -> Int32 {
    build(root, add(.stop, ByteSet(), SkeletonBuilder.match), isLast: false)
  }

  /// The state from which `node` and then `next` are matched.
  ///
  /// - Parameter isLast: whether `next` is the match with nothing but assertions in between, so that a lookahead may
  ///   consume what it sees.
  private mutating func build(_ node: RegexNode, _ next: Int32, isLast: Bool) -> Int32 {
    guard states.count < SkeletonBuilder.mostStates else { return SkeletonBuilder.match }
    switch node {
    case .empty: return next
    case .unknown: return SkeletonBuilder.match
    case .byte(let set): return add(.bytes, set, next)
    case .blank: return build(RegexNode.blankCharacters, next, isLast: isLast)
    case .character(let leads): return character(leads, next)
    case .sequence(let nodes): return sequence(nodes, next, isLast)
    case .alternatives(let nodes):
      var starts = Set<Int32>()
      return nodes.map { build($0, next, isLast: isLast) }.filter { starts.insert($0).inserted }
        .reversed().reduce(nil) { $0 == nil ? $1 : split($1, $0 ?? $1) } ?? next
    case .repeated(let node, let least, let most): return repetition(node, least, most, next)
    case .ahead(let body):
      if isLast, next == SkeletonBuilder.match { return build(body, next, isLast: true) }
      return limited(by: body, both(next, build(body, SkeletonBuilder.match, isLast: true)))
    case .notAhead(let set):
      return set.isEmpty ? next : edge(ByteSet.firsts.subtracting(set), next, isLast)
    case .lineEnd: return edge(.lineEnds, next, isLast)
    case .behind(let set): return set == .all ? next : add(.behind, set, next)
    case .wordBoundary: return boundary(next)
    case .call(let name):
      guard let group = groups[name], open.insert(name).inserted else {
        return SkeletonBuilder.match
      }
      defer { open.remove(name) }
      return build(group, next, isLast: isLast)
    }
  }

  private mutating func sequence(_ nodes: [RegexNode], _ next: Int32, _ isLast: Bool) -> Int32 {
    var state = next
    var isLast = isLast
    for node in nodes.reversed() {
      state = build(node, state, isLast: isLast)
      if !node.hasNoWidth { isLast = false }
    }
    return state
  }

  private mutating func repetition(_ node: RegexNode, _ least: Int, _ most: Int?, _ next: Int32)
    -> Int32
  {
    var state = next
    if let most, most <= SkeletonBuilder.mostCopies {
      for _ in least..<max(least, most) { state = split(build(node, state, isLast: false), next) }
    } else {
      let loop = split(next, next)
      states[Int(loop)].next = build(node, loop, isLast: false)
      state = loop
    }
    for _ in 0..<min(least, 64) { state = build(node, state, isLast: false) }
    return state
  }

  /// A first byte of a set, then continuation bytes.
  private mutating func character(_ leads: ByteSet, _ next: Int32) -> Int32 {
    let loop = split(next, next)
    states[Int(loop)].next = add(.bytes, ByteSet(0x80...0xbf), loop)
    return add(.bytes, leads, loop)
  }

  /// The next byte is of a set, or the text ends.
  private mutating func edge(_ set: ByteSet, _ next: Int32, _ isLast: Bool) -> Int32 {
    let edge = add(.bytesOrEnd, set, SkeletonBuilder.match)
    return isLast && next == SkeletonBuilder.match ? edge : both(next, edge)
  }

  private mutating func boundary(_ next: Int32) -> Int32 {
    if wordEdges == nil {
      wordEdges = add(.bytesOrEnd, ByteSet.firsts.subtracting(.word), SkeletonBuilder.match)
      _ = add(.bytes, .word, SkeletonBuilder.match)
    }
    let boundary = add(.boundary, .word, next)
    states[Int(boundary)].other = wordEdges ?? SkeletonBuilder.match
    return boundary
  }

  /// The two states must both lead to a match.
  private mutating func both(_ next: Int32, _ other: Int32) -> Int32 {
    if other == SkeletonBuilder.match { return next }
    states.append(.init(kind: .both, next: next, other: other))
    return Int32(truncatingIfNeeded: states.count - 1)
  }

  /// What a lookahead begins with is told at once: it narrows where a match can start.
  private mutating func limited(by body: RegexNode, _ next: Int32) -> Int32 {
    guard let first = firstBytes(of: body), first.canBeEmpty == false else { return next }
    return add(.limit, first.set, next)
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

  private mutating func add(_ kind: MatchSkeleton.Kind, _ set: ByteSet, _ next: Int32) -> Int32 {
    let number = sets[set] ?? UInt16(truncatingIfNeeded: sets.count)
    sets[set] = number
    states.append(.init(kind: kind, set: number, next: next))
    return Int32(truncatingIfNeeded: states.count - 1)
  }

  private mutating func split(_ next: Int32, _ other: Int32) -> Int32 {
    states.append(.init(kind: .split, next: next, other: other))
    return Int32(truncatingIfNeeded: states.count - 1)
  }
}
