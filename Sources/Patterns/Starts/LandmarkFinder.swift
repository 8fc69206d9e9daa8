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
    case .empty, .notAhead, .behind, .lineEnd, .wordBoundary: .nothing
    case .unknown: .anything
    case .byte(let set): RegexPart(oneOf: set)
    case .character: .character
    case .sequence(let nodes): sequence(nodes)
    case .alternatives(let nodes): alternatives(nodes)
    case .repeated(let node, let least, let most): part(node).repeated(least, most)
    case .ahead(let body): part(body).looking
    case .call(let name): call(name)
    }
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
    for node in nodes {
      let part = part(node)
      whole.offer(part.mark, behind: whole.length)
      if !spelt.goOn(part) {
        whole.offer(spelt.mark, behind: 0)
        spelt = Spelling(part, at: whole.length)
      }
      whole.extend(by: part)
    }
    whole.offer(spelt.mark, behind: 0)
    return whole
  }
}

/// What parts of a sequence spell together.
private struct Spelling {
  private var texts: Set<[UInt8]> = [[]]
  /// Where it begins; nil when that may be anywhere.
  private var start: Int?

  /// An empty one, where a sequence begins.
  init() { start = 0 }

  /// One that a part begins, or that begins behind it.
  init(_ part: RegexPart, at start: Int?) {
    if let texts = part.texts {
      (self.texts, self.start) = (texts, start)
    } else {
      self.start = start.flatMap { start in part.length.map { start + $0 } }
    }
  }

  var mark: LandmarkDraft? {
    guard let start, var mark = LandmarkDraft(texts) else { return nil }
    mark.reach = start
    return mark
  }

  /// False when the part cannot be spelt with it.
  mutating func goOn(_ part: RegexPart) -> Bool {
    guard let longer = RegexPart.joined(texts, part.texts) else { return false }
    texts = longer
    return true
  }
}
