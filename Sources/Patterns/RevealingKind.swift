/// A kind of revealing reference: what no identifier list holds, and what can still tell a neighbour who is meant.
///
/// The kinds are the indirect identifiers of Hrynaszkiewicz et al. 2010 (Trials 11:9), and the usual leaks of social
/// media.
package enum RevealingKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// What somebody does for a living: "a lighthouse keeper".
  case occupation
  /// Where somebody works or serves, where no identifier names it: "works at the only bakery on the island".
  case workplace
  /// School, degree, income, housing or debts.
  case socioeconomic
  /// A family tie to somebody whom people know: "the mayor's wife".
  case knownPerson = "known-person"
  /// Who lives in the household, or an unusual family: "the youngest of eleven".
  case household
  /// Something that was reported or that everybody there remembers: "the ferry fire", "on the local news".
  case publicEvent = "public-event"
  /// A festival, a race, a procession, a game: what narrows down place and day.
  case localEvent = "local-event"
  /// The first, the only, the rarest, the oldest.
  case superlative
  /// A count below 3, or a group below 100, that the person belongs to: "one of two cases in the county".
  case smallNumber = "small-number"
  case birthplace
  /// Ethnicity, nationality, tribe, religion or language.
  case ethnicity
  case multipleBirth = "multiple-birth"
  /// Tattoos, scars, prostheses, anything seen on the street.
  case bodyMark = "body-mark"
  /// Unusual height, weight or build in numbers.
  case anthropometry
  /// Words of somebody, as said or as posted, that can be searched for.
  case quotation
  case handle
  case hashtag
  case mention
  case geotag
  /// A photograph, film, recording or image that the text refers to.
  case photograph
  /// When and where something was posted or seen.
  case posting
  case rareDisease = "rare-disease"
  /// Abuse, drugs, prison, sexuality, immigration status: what harms when it is known.
  case sensitive
  /// The place of treatment or the team, told without a name: "the only burn unit in the state".
  case treatmentPlace = "treatment-place"
  /// A state, country or other place that the profile lets stay.
  case remainingPlace = "remaining-place"
  /// A date or year that the profile lets stay.
  case remainingDate = "remaining-date"
  /// A diagnosis or treatment advice addressed to a reader. It is shown to a person and counts for nothing.
  case advice
}
