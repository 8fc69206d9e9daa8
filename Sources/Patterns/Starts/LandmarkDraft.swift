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
  var reach = 0
  /// How often any of them stands in a thousand bytes, roughly, and how often its bytes do whatever is beside them.
  private var places: Double
  private var hits: Double

  /// The texts, spelt in signs, as a landmark; nil when they may be empty, and then stand everywhere.
  init?(_ texts: Set<[UInt8]>?) {
    guard let texts, !texts.isEmpty else { return nil }
    var literals = Set<Literal>()
    for signs in texts {
      guard let text = LandmarkText(signs: signs) else { return nil }
      let isWhole = signs.count { $0 != LandmarkText.edge } == text.bytes.count
      literals.insert(Literal(text: text, isFirst: true, isLast: isWhole))
    }
    self.init(literals)
  }

  private init(_ literals: Set<Literal>) {
    self.literals = literals
    places = literals.reduce(0) { $0 + TextFrequency.places(of: $1.text) }
    hits = Set(literals.map(\.text.bytes)).reduce(0) {
      $0 + TextFrequency.places(of: LandmarkText($1))
    }
  }

  /// The places to look at in a thousand bytes, and more where the start of the match may be farther off; and a little for
  /// each that turns out to be none.
  var cost: Double { places * (1 + Double(reach) / 64) + hits * LandmarkDraft.costOfHit }

  private static let costOfHit = 0.05

  /// The texts in order.
  var texts: [LandmarkText] { Set(literals.map(\.text)).sorted() }

  /// For a regex that has one of the two.
  func or(_ other: LandmarkDraft) -> LandmarkDraft {
    var either = LandmarkDraft(literals.union(other.literals))
    either.reach = max(reach, other.reach)
    return either
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
    draft.reach = reach
    return draft
  }

  /// The same for what begins so many bytes before; nil when that is not known or too far.
  func moved(by distance: Int?) -> LandmarkDraft? {
    guard let distance, reach + distance <= Landmark.farthest else { return nil }
    var draft = self
    draft.reach += distance
    return draft
  }
}
