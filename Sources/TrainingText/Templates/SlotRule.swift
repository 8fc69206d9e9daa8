/// Slots that the lexicons fill.
enum SlotRule: String, Sendable, CaseIterable {
  case listedGiven = "listed_given"
  case listedSurname = "listed_surname"
  /// A name no list holds.
  case unlisted
  /// A capital letter.
  case initial
  case usTown = "us_town"
  case worldTown = "world_town"
  case county
  case state
  case stateCode = "state_code"
  case stateShort = "state_short"
  case country
  case listedDrug = "listed_drug"
  case listedBrand = "listed_brand"
  case eponym
  case listedDevice = "listed_device"
  case listedJob = "listed_job"

  func fill(from vocabulary: Vocabulary, _ random: inout SeededRandom) -> String {
    let places = vocabulary.places
    return switch self {
    case .listedGiven: vocabulary.names.listedGiven(&random)
    case .listedSurname: vocabulary.names.listedSurname(&random)
    case .unlisted: vocabulary.names.invented(&random)
    case .initial: String(UnicodeScalar(UInt8(ascii: "A") + UInt8(random.below(26))))
    case .usTown: places.usTowns.draw(uniform: 60, &random)
    case .worldTown: places.worldTowns.draw(uniform: 60, &random)
    case .county: places.counties.draw(uniform: 100, &random)
    case .state: random.pick(places.states)
    case .stateCode: random.pick(places.stateCodes)
    case .stateShort: random.pick(places.stateShortForms)
    case .country: places.countries.draw(uniform: 60, &random)
    case .listedDrug: random.pick(vocabulary.drugs)
    case .listedBrand: random.pick(vocabulary.brands)
    case .eponym: random.pick(vocabulary.eponyms)
    case .listedDevice: random.pick(vocabulary.devices)
    case .listedJob: random.pick(vocabulary.jobs)
    }
  }
}
