import Patterns

/// What people call the kinds of revealing references.
extension RevealingKind {
  /// With its article: "an occupation".
  package var words: String {
    switch self {
    case .occupation: "an occupation"
    case .workplace: "a place of work"
    case .socioeconomic: "schooling, income or housing"
    case .knownPerson: "a tie to somebody people know"
    case .household: "the household or family"
    case .publicEvent: "an event that was reported"
    case .localEvent: "a local event"
    case .superlative: "a first, only or rarest of its kind"
    case .smallNumber: "a very small group"
    case .birthplace: "a place of birth"
    case .ethnicity: "ethnicity, nationality, religion or language"
    case .multipleBirth: "a multiple birth"
    case .bodyMark: "a mark on the body"
    case .anthropometry: "unusual body measures"
    case .quotation: "words that can be searched for"
    case .handle: "a handle"
    case .hashtag: "a hashtag"
    case .mention: "a mention of an account"
    case .geotag: "a geotag"
    case .photograph: "a photograph or recording"
    case .posting: "when or where something was posted"
    case .rareDisease: "a rare disease"
    case .sensitive: "something that harms when it is known"
    case .treatmentPlace: "the place of treatment"
    case .remainingPlace: "a place"
    case .remainingDate: "a date or year"
    case .advice: "advice to a reader"
    }
  }
}
