/// A landmark that may be chosen, and what it would cost.
struct LandmarkDraft {
  /// One of its texts, and whether it stands at the very start or end of what it was found in: what is known to stand
  /// beside that stands beside the text.
  struct Literal: Hashable {
    var text: LandmarkText
    var isFirst: Bool
    var isLast: Bool
  }

  private(set) var literals: Set<Literal>
  private(set) var reach = 0
  /// What stands between the start of a match and the texts, and between these and its end.
  private(set) var approach = RegexNode.empty
  private(set) var departure = RegexNode.empty

  /// The texts, spelt in signs, as a landmark; nil when they may be empty, and then stand everywhere.
  init?(_ texts: Set<[UInt8]>?) {
    guard let texts, !texts.isEmpty else { return nil }
    var literals = Set<Literal>()
    var rests = Set<[UInt8]>()
    for signs in texts {
      guard let text = LandmarkText(signs: signs) else { return nil }
      let rest = signs.filter { $0 != LandmarkText.edge }.dropFirst(text.bytes.count)
      literals.insert(Literal(text: text, isFirst: true, isLast: rest.isEmpty))
      rests.insert(Array(rest))
    }
    self.init(literals)
    if rests != [[]] {
      departure = .alternatives(
        rests.sorted { $0.lexicographicallyPrecedes($1) }.map(LandmarkText.node))
    }
  }

  private init(_ literals: Set<Literal>) { self.literals = literals }

  /// The places to look at in a thousand bytes, roughly, and a little for each that has the bytes of a text and turns out to
  /// be none. It is worked out anew each time.
  var cost: Double {
    let places = LandmarkDraft.sum(literals.map(\.text))
    let hits = LandmarkDraft.sum(Set(literals.map(\.text.bytes)).map { LandmarkText($0) })
    return places + hits * LandmarkDraft.costOfHit
  }

  /// The places of texts, added up in an order that is the same in each run.
  private static func sum(_ texts: [LandmarkText]) -> Double {
    texts.map { TextFrequency.places(of: $0) }.sorted().reduce(0, +)
  }

  private static let costOfHit = 0.05

  /// The texts in order.
  var texts: [LandmarkText] { Set(literals.map(\.text)).sorted() }

  /// For a regex that has one of the two.
  func or(_ other: LandmarkDraft) -> LandmarkDraft {
    var either = LandmarkDraft(literals.union(other.literals))
    either.reach = max(reach, other.reach)
    either.approach = LandmarkDraft.either(approach, other.approach)
    either.departure = LandmarkDraft.either(departure, other.departure)
    return either
  }

  private static func either(_ one: RegexNode, _ other: RegexNode) -> RegexNode {
    if case (.empty, .empty) = (one, other) { return .empty }
    return .alternatives([one, other])
  }

  /// Of two landmarks of the same regex the one that costs less.
  static func better(_ one: LandmarkDraft?, _ other: LandmarkDraft?) -> LandmarkDraft? {
    guard let one, let other else { return one ?? other }
    return other.cost < one.cost ? other : one
  }
}

/// What stands beside that in which a landmark was found.
extension LandmarkDraft {
  enum Side {
    /// Nothing yet: it is still the start, or the end.
    case nothing
    /// At most one of the two sides is of a word.
    case edge
    /// Anything.
    case other
  }

  func behind(_ side: Side) -> LandmarkDraft { beside(side, \.isFirst, \.startingWord) }

  func before(_ side: Side) -> LandmarkDraft { beside(side, \.isLast, \.endingWord) }

  /// - Parameters:
  ///   - isOpen: whether a text stands beside it.
  ///   - edged: that text when there is an edge.
  private func beside(
    _ side: Side, _ isOpen: WritableKeyPath<Literal, Bool>,
    _ edged: KeyPath<LandmarkText, LandmarkText>
  ) -> LandmarkDraft {
    if side == .nothing { return self }
    let settled = literals.map { literal in
      var literal = literal
      if side == .edge, literal[keyPath: isOpen] { literal.text = literal.text[keyPath: edged] }
      literal[keyPath: isOpen] = false
      return literal
    }
    var draft = LandmarkDraft(Set(settled))
    (draft.reach, draft.approach, draft.departure) = (reach, approach, departure)
    return draft
  }

  /// The same for a sequence in which it was found in `part`.
  ///
  /// - Parameter length: how long what stands before is at most; nil when that is not known, and then the landmark is too
  ///   far.
  func within(_ nodes: [RegexNode], _ part: Range<Int>, behind length: Int?) -> LandmarkDraft? {
    guard let length, reach + length <= Landmark.farthest else { return nil }
    var draft = self
    draft.reach += length
    let (before, behind) = (nodes[..<part.lowerBound], nodes[part.upperBound...])
    if !before.isEmpty { draft.approach = .sequence(before + [approach]) }
    return behind.isEmpty ? draft : draft.followed(by: Array(behind))
  }

  /// The same with other nodes behind it.
  func followed(by nodes: [RegexNode]) -> LandmarkDraft {
    var draft = self
    draft.departure = .sequence([departure] + nodes)
    return draft
  }
}
