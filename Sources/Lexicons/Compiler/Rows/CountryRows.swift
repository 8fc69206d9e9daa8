/// `us_states.tsv` (name, postal code, older short form, capital, inhabitants' name, kind) and `countries.tsv` (name, two
/// codes, inhabitants' names, capital, other names, population).
enum CountryRows {
  private static let comma: UInt8 = 0x2c
  private static let bar: UInt8 = 0x7c

  static func readState(_ row: Row, into table: inout EntryTable) -> String? {
    switch row.text(5) {
    case "state", "territory": ClassRows.add(row.key(0), .state, to: &table)
    // `Armed Forces Europe` and the like have a postal code and are no state.
    case "usps": break
    default: return "the sixth field must be state, territory or usps"
    }
    ClassRows.add(row.key(1), .stateAbbreviation, to: &table)
    ClassRows.add(row.key(2), .stateAbbreviation, to: &table)
    ClassRows.add(row.key(4), .demonym, to: &table)
    return nil
  }

  static func readCountry(_ row: Row, into table: inout EntryTable) -> String? {
    ClassRows.add(row.key(0), .country, to: &table)
    for name in row.keys(5, separators: [bar]) { ClassRows.add(name, .country, to: &table) }
    for people in row.keys(3, separators: [comma, bar]) {
      ClassRows.add(people, .demonym, to: &table)
    }
    return nil
  }
}
