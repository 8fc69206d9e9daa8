/// What each list's lines mean: the one place that knows the lists' names and columns.
enum ListFormat: String, CaseIterable {
  case surnames, givenNames = "given_names", englishWords = "english_words"
  case usPlaces = "us_places", worldCities = "world_cities", localPlaces = "local_places"
  case usStates = "us_states", countries
  case medicalWords = "medical_words", drugs, genes, eponyms, devices, abbreviations
  case professions, hospitalSystems = "hospital_systems", organizations
  case titlesCredentials = "titles_credentials"
  case context

  /// The format of the list with this file name; nil for a file that is no word list.
  init?(fileName: String) {
    guard fileName.hasSuffix(".tsv") else { return nil }
    self.init(rawValue: String(fileName.dropLast(4)))
  }

  var fileName: String { rawValue + ".tsv" }

  /// Adds one line to the table. Returns what is wrong with the line, nil if nothing is.
  func read(_ row: Row, into table: inout EntryTable) -> String? {
    guard !row.key(0).isEmpty else { return "the first field has no letter or digit" }
    switch self {
    case .surnames: return NameRows.read(row, as: .surname, into: &table)
    case .givenNames: return NameRows.read(row, as: .given, into: &table)
    case .englishWords: return EnglishRows.read(row, into: &table)
    case .usPlaces: return PlaceRows.readUnitedStates(row, into: &table)
    case .worldCities: return PlaceRows.readCity(row, population: 2, otherName: 3, into: &table)
    case .localPlaces: return PlaceRows.readCity(row, population: 1, otherName: 2, into: &table)
    case .usStates: return CountryRows.readState(row, into: &table)
    case .countries: return CountryRows.readCountry(row, into: &table)
    case .drugs: return DrugRows.read(row, into: &table)
    case .titlesCredentials: return ClassRows.readKind(row, into: &table)
    case .context: return ClassRows.readClasses(row, into: &table)
    case .medicalWords: ClassRows.add(row.key(0), .medical, to: &table)
    case .genes: ClassRows.add(row.key(0), .gene, to: &table)
    case .eponyms: ClassRows.add(row.key(0), .eponym, to: &table)
    case .devices: ClassRows.add(row.key(0), .device, to: &table)
    case .abbreviations: ClassRows.add(row.key(0), .abbreviation, to: &table)
    case .professions: ClassRows.add(row.key(0), .profession, to: &table)
    case .hospitalSystems: ClassRows.add(row.key(0), .hospitalSystem, to: &table)
    case .organizations: ClassRows.add(row.key(0), .knownOrganization, to: &table)
    }
    return nil
  }
}
