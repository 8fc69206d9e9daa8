/// The words that stand in for others: from the lexicons, and from lists of templates beside the frames.
package struct Vocabulary: Sendable {
  let names: PersonNames
  let places: Places
  let drugs: [String]
  let brands: [String]
  let eponyms: [String]
  let devices: [String]
  let jobs: [String]
  var lists: TemplateLists

  /// The lexicons it is made of, by file name.
  package static let lexiconNames = [
    "given_names.tsv", "surnames.tsv", "us_places.tsv", "world_cities.tsv", "us_states.tsv",
    "countries.tsv", "drugs.tsv", "eponyms.tsv", "devices.tsv", "professions.tsv",
  ]

  /// - Parameters:
  ///   - lexicons: the files of `lexiconNames`; others are not looked at.
  ///   - lists: files of lists: `== name` begins a list, each line below is an entry, a template without line ends.
  /// - Throws: a missing or empty lexicon, and whatever is wrong with a list.
  package init(lexicons: [TrainingFile], lists: [TrainingFile]) throws(TrainingTextError) {
    func lexicon(_ name: String) throws(TrainingTextError) -> TrainingFile {
      guard let file = lexicons.first(where: { $0.name == name }) else {
        throw TrainingTextError(file: name, line: 1, .missingList(name))
      }
      return file
    }
    names = PersonNames(
      given: try lexicon("given_names.tsv"), surnames: try lexicon("surnames.tsv"))
    places = Places(
      usPlaces: try lexicon("us_places.tsv"), worldCities: try lexicon("world_cities.tsv"),
      states: try lexicon("us_states.tsv"), countries: try lexicon("countries.tsv"))
    let drugRows = try lexicon("drugs.tsv")
    drugs = Self.column(drugRows) { $0.elementsEqual("generic".utf8) }
    brands = Self.column(drugRows) { $0.elementsEqual("brand".utf8) }.map(PersonNames.capitalized)
    eponyms = Self.column(try lexicon("eponyms.tsv")) {
      let seen = $0.string
      return seen.contains("curated") || seen.contains("possessive")
    }.map(PersonNames.capitalized)
    devices = Self.column(try lexicon("devices.tsv")) { _ in true }
    jobs = Self.column(try lexicon("professions.tsv")) { _ in true }
    self.lists = try TemplateLists(lists)
    try Self.refuseEmpty(
      [
        "given_names.tsv": names.isEmpty, "us_places.tsv": places.usTowns.isEmpty,
        "world_cities.tsv": places.worldTowns.isEmpty, "us_states.tsv": places.states.isEmpty,
        "countries.tsv": places.countries.isEmpty, "drugs.tsv": drugs.isEmpty || brands.isEmpty,
        "eponyms.tsv": eponyms.isEmpty, "devices.tsv": devices.isEmpty,
        "professions.tsv": jobs.isEmpty,
      ])
  }

  /// The first fields of the rows whose second field (empty if there is none) is wanted.
  private static func column(
    _ file: TrainingFile, where wanted: (ArraySlice<UInt8>) -> Bool
  ) -> [String] {
    var words: [String] = []
    file.rows { fields in
      if let word = fields.first, wanted(fields.count > 1 ? fields[1] : []) {
        words.append(word.string)
      }
    }
    return words
  }

  private static func refuseEmpty(
    _ files: KeyValuePairs<String, Bool>
  ) throws(TrainingTextError) {
    for (name, isEmpty) in files where isEmpty {
      throw TrainingTextError(file: name, line: 1, .emptyList(name))
    }
  }
}
