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

  /// A dictionary word that no list knows as anybody's name: `Rheumatologist`.
  private static func isNobodysName(_ token: Token) -> Bool {
    token.kind == .word && token.facts.weight(.dictionary) > 0 && token.given == 0
      && token.surname == 0 && !token.facts.has(.nickname)
  }

  /// The probability, in thousandths, from which a token is an identifier of `kind`.
  func least(for kind: TagKind, _ token: Token) -> Int {
    var percent = kind.caution
    if token.kind == .number || token.shape.contains(.lower) { percent = percent * 140 / 100 }
    if kind == .name, TagThreshold.isNobodysName(token) { percent *= 2 }
    return max(least, min(least * percent / 100, TagThreshold.ceiling))
  }
}

extension TagKind {
  /// How much surer than of a name the tagger must be, in per cent.
  fileprivate var caution: Int {
    switch self {
    case .name, .location: 100
    case .organization: 140
    case .date, .id, .contact, .age: 170
    }
  }
}
