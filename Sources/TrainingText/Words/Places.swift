/// Towns, states and countries of the lexicons.
struct Places: Sendable {
  private(set) var usTowns = WeightedWords()
  private(set) var counties = WeightedWords()
  private(set) var worldTowns = WeightedWords()
  private(set) var states: [String] = []
  private(set) var stateCodes: [String] = []
  /// Older short forms such as `Ala.`
  private(set) var stateShortForms: [String] = []
  private(set) var countries = WeightedWords()
  /// Every town and county, folded.
  private(set) var keys: Set<String> = []

  init(
    usPlaces: TrainingFile, worldCities: TrainingFile, states: TrainingFile,
    countries: TrainingFile
  ) {
    usPlaces.rows { fields in
      guard fields.count > 3 else { return }
      let name = fields[0].string
      keys.insert(PersonNames.key(name))
      if fields[1].elementsEqual("county".utf8) {
        counties.append(name, count: 1)
      } else {
        usTowns.append(name, count: fields[3].number)
      }
    }
    worldCities.rows { fields in
      guard fields.count > 2 else { return }
      worldTowns.append(fields[0].string, count: fields[2].number)
      keys.insert(PersonNames.key(fields[0].string))
    }
    states.rows { fields in
      guard fields.count > 5, fields[5].elementsEqual("state".utf8) else { return }
      self.states.append(fields[0].string)
      stateCodes.append(fields[1].string)
      if !fields[2].isEmpty { stateShortForms.append(fields[2].string) }
    }
    countries.rows { fields in
      guard fields.count > 6 else { return }
      self.countries.append(fields[0].string, count: fields[6].number)
    }
  }
}
