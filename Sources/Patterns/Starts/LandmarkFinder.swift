/// Finds the landmark of a regex that leaves the fewest places to look at.
///
/// Each part of a regex is asked which texts it can be, if these are few, how long it is at most, and what landmark it has
/// by itself; a sequence has those of its parts, and what several of them spell together.
struct LandmarkFinder {
  private let groups: [String: RegexNode]
  /// The groups being called, against endless recursion.
  private var open: Set<String> = []
  /// The groups called before. Where one calls itself, anything counts as standing there.
  private var known: [String: RegexPart] = [:]

  /// Landmarks that cost more than this are worse than none.
  private let mostCost: Double

  /// - Parameter mostCost: see `Landmark.init`.
  init(groups: [String: RegexNode], mostCost: Double) {
    self.groups = groups
    self.mostCost = mostCost
  }

  mutating func mark(of root: RegexNode) -> LandmarkDraft? {
    part(root).anyMark.flatMap { $0.cost <= mostCost ? $0 : nil }
  }

  private mutating func part(_ node: RegexNode) -> RegexPart {
    switch node {
    case .empty: .nothing
    case .wordBoundary, .lineEnd: .edge
    case .notAhead(let set): ByteSet.word.subtracting(set).isEmpty ? .edge : .nothing
    case .behind(let set): set.intersection(.word).isEmpty ? .edge : .nothing
    case .unknown: .anything
    case .byte(let set): RegexPart(oneOf: set)
    case .blank: .blank
    case .character: .character
    case .sequence(let nodes): sequence(nodes)
    case .alternatives(let nodes): alternatives(nodes)
    case .repeated(let node, let least, let most): repeated(node, least, most)
    case .ahead(let body): part(body).looking
    case .call(let name): call(name)
    }
  }

  private mutating func repeated(_ node: RegexNode, _ least: Int, _ most: Int?) -> RegexPart {
    var all = part(node).repeated(least, most)
    if least > 0, most != 1 {
      // It is the landmark of the first.
      all.mark = all.mark?.followed(by: [
        .repeated(node, least: least - 1, most: most.map { $0 - 1 })
      ])
    }
    return all
  }

  private mutating func call(_ name: String) -> RegexPart {
    if let part = known[name] { return part }
    guard let group = groups[name], open.insert(name).inserted else { return .anything }
    defer { open.remove(name) }
    let part = part(group)
    known[name] = part
    return part
  }

  private mutating func alternatives(_ nodes: [RegexNode]) -> RegexPart {
    if let letter = LandmarkFinder.letterWithKin(nodes) { return letter }
    var all = part(nodes[0])
    all.mark = all.anyMark
    for node in nodes.dropFirst() { all = all.or(part(node)) }
    return all
  }

  /// `k` or `s` with the character that is the same when case does not count.
  private static func letterWithKin(_ nodes: [RegexNode]) -> RegexPart? {
    guard nodes.count == 2, case .byte(let set) = nodes[0], case .character(let leads) = nodes[1],
      let texts = RegexPart(oneOf: set).texts, texts.count == 1,
      let letter = texts.first?.first, RegexParser.kin(of: letter) == leads
    else { return nil }
    var part = RegexPart.character.or(RegexPart(oneOf: set))
    part.texts = texts
    return part
  }

  private mutating func sequence(_ nodes: [RegexNode]) -> RegexPart {
    var whole = RegexPart.nothing
    var spelt = Spelling()
    /// What stands before the next part.
    var side = LandmarkDraft.Side.nothing
    /// The landmarks that stand right before it, with how far from the start.
    var open: [LandmarkDraft] = []
    for (index, node) in nodes.enumerated() {
      let part = part(node)
      if part.head != .nothing {
        for mark in open { whole.offer(mark.before(part.head)) }
        open = []
      }
      if let mark = part.mark?.behind(side).within(
        nodes, index..<index + 1, behind: whole.length)
      {
        open.append(mark)
      }
      if !spelt.goOn(part) {
        if let mark = spelt.mark(in: nodes, before: index) { whole.offer(mark.before(part.head)) }
        spelt = Spelling(part, at: index, behind: whole, side)
      }
      side = part.tail(behind: side)
      whole.extend(by: part)
    }
    for mark in open { whole.offer(mark) }
    if let mark = spelt.mark(in: nodes, before: nodes.count) { whole.offer(mark) }
    return whole
  }
}

/// What parts of a sequence spell together.
private struct Spelling {
  private var texts: Set<[UInt8]> = [[]]
  /// How many nodes stand before it.
  private var first = 0
  /// Where it begins; nil when that may be anywhere.
  private var start: Int?
  /// What stands before it.
  private var side = LandmarkDraft.Side.nothing

  /// An empty one, where a sequence begins.
  init() { start = 0 }

  /// One that a part begins, or that begins behind it.
  ///
  /// - Parameters:
  ///   - index: the number of its node.
  ///   - whole: all that stands before the part.
  ///   - side: what stands right before it.
  init(_ part: RegexPart, at index: Int, behind whole: RegexPart, _ side: LandmarkDraft.Side) {
    if let texts = part.texts {
      (self.texts, self.side, first, start) = (texts, side, index, whole.length)
    } else {
      first = index + 1
      var all = whole
      all.extend(by: part)
      start = all.length
      self.side = part.tail(behind: side)
    }
  }

  /// - Parameters:
  ///   - nodes: those of the sequence.
  ///   - end: the number of the node it goes up to.
  func mark(in nodes: [RegexNode], before end: Int) -> LandmarkDraft? {
    LandmarkDraft(texts)?.behind(side).within(nodes, first..<end, behind: start)
  }

  /// False when the part cannot be spelt with it.
  mutating func goOn(_ part: RegexPart) -> Bool {
    guard let longer = RegexPart.joined(texts, part.texts) else { return false }
    texts = longer
    return true
  }
}
