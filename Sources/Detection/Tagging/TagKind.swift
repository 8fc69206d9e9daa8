import Patterns
import Tagger

/// A kind of identifier the tagger tells apart, without the place of a token in it.
enum TagKind: CaseIterable {
  case name, location, organization, date, id, contact, age

  /// The kind that is about the same as a category; nil for what the tagger does not tell apart from nothing.
  init?(_ category: Category) {
    switch FoundMark.Kind(category) {
    case .name: self = .name
    case .location: self = .location
    case .organization: self = .organization
    case .date: self = .date
    case .id: self = .id
    case .contact: self = .contact
    case .age: self = .age
    case .other: return nil
    }
  }

  /// The likeliest kind, and whether the token is likelier the first of one than one in the middle.
  static func best(_ belief: SIMD16<Float>) -> (kind: TagKind, isFirst: Bool) {
    var best = TagKind.name
    var highest = -Float.infinity
    for kind in allCases {
      let mass = kind.mass(belief)
      if mass > highest {
        best = kind
        highest = mass
      }
    }
    let inside = best.inside.map { belief[$0.lane] } ?? 0
    return (best, belief[best.first.lane] > inside)
  }

  /// The probability of the kind, wherever in it the token stands.
  func mass(_ belief: SIMD16<Float>) -> Float {
    belief[first.lane] + (inside.map { belief[$0.lane] } ?? 0)
  }

  /// The likelier of the kind's labels.
  func label(_ belief: SIMD16<Float>) -> TagLabel {
    guard let inside, belief[inside.lane] >= belief[first.lane] else { return first }
    return inside
  }

  private var first: TagLabel {
    switch self {
    case .name: .nameBegin
    case .location: .locationBegin
    case .organization: .organizationBegin
    case .date: .dateBegin
    case .id: .idBegin
    case .contact: .contactBegin
    case .age: .age
    }
  }

  private var inside: TagLabel? {
    switch self {
    case .name: .nameInside
    case .location: .locationInside
    case .organization: .organizationInside
    case .date: .dateInside
    case .id: .idInside
    case .contact: .contactInside
    case .age: nil
    }
  }

  /// The category of a span of this kind.
  func category(_ tokens: ArraySlice<Token>) -> Category {
    switch self {
    case .name: .name
    case .location:
      tokens.count > 1 && tokens.contains { $0.kind == .number } ? .address : .place
    case .organization: .organization
    case .date: .date
    case .id: .id
    case .contact:
      tokens.contains { $0.byte == 0x40 }
        ? .email : tokens.contains { $0.kind == .number } ? .phone : .handle
    case .age: .age
    }
  }
}
