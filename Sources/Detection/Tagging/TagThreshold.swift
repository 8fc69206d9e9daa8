import Lexicons

/// How probable an identifier must be for the profile's suspicion.
///
/// What has a shape or a label (dates, numbers, contacts, ages) the rules know: there the tagger alone must be surer, and
/// so it must of numbers and of words in small letters. The factors are what keeps the share of true findings just above
/// the threshold about the same for all kinds (measured on annotated texts).
struct TagThreshold {
  /// The highest threshold a factor leads to, in thousandths.
  private static let ceiling = 600

  /// The probability (thousandths) from which a capitalised word is a name or a place.
  let least: Int

  /// - Parameter suspicion: the probability (thousandths) of "nothing" under which the profile wants findings.
  init(suspicion: Int) { least = max(1, 1000 - suspicion) }

  /// A dictionary word that no list knows as anybody's name (`Rheumatologist`), or a day of the week.
  private static func isNobodysName(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    return token.facts.has(.weekday)
      || token.facts.weight(.dictionary) > 0 && token.given == 0 && token.surname == 0
        && !token.facts.has(.nickname)
  }

  /// The same of names and places: `Triage`.
  private static func isNoPlace(_ token: Token) -> Bool { isNobodysName(token) && token.place == 0 }

  /// The probability, in thousandths, from which a token is an identifier of `kind`.
  func least(for kind: TagKind, _ token: Token) -> Int {
    var percent = kind.caution
    if token.kind == .number || token.shape.contains(.lower) { percent = percent * 140 / 100 }
    if kind == .name, TagThreshold.isNobodysName(token) { percent *= 2 }
    if kind == .location, TagThreshold.isNoPlace(token) { percent *= 2 }
    return max(least, min(least * percent / 100, TagThreshold.ceiling))
  }
}

extension TagKind {
  /// The share of the profile's threshold the kind asks for before the other factors, in per cent; what is left under the whole
  /// counts as the whole.
  fileprivate var caution: Int {
    switch self {
    case .name, .location: 70
    case .organization: 98
    case .date, .id, .contact, .age: 119
    }
  }
}
