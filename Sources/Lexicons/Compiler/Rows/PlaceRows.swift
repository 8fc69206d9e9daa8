/// `us_places.tsv` (name, `city` or `county`, state, population), `world_cities.tsv` (name, country, population, name in
/// ASCII) and `local_places.tsv` (name, population, another name).
enum PlaceRows {
  static func readUnitedStates(_ row: Row, into table: inout EntryTable) -> String? {
    guard let population = row.number(3) else { return "the fourth field must be a population" }
    switch row.text(1) {
    case "city": add(row.key(0), Bins.population(population), to: &table)
    case "county": add(row.key(0), Bins.county, to: &table)
    default: return "the second field must be city or county"
    }
    return nil
  }

  static func readCity(_ row: Row, population: Int, otherName: Int, into table: inout EntryTable)
    -> String?
  {
    guard let inhabitants = row.number(population) else {
      return "field \(population + 1) must be a population"
    }
    add(row.key(0), Bins.population(inhabitants), to: &table)
    add(row.key(otherName), Bins.population(inhabitants), to: &table)
    return nil
  }

  private static func add(_ key: [UInt8], _ weight: Int, to table: inout EntryTable) {
    var facts = WordFacts()
    facts.set(.place, to: weight)
    for spelling in spellings(of: key) { table.add(key: spelling, listed: facts) }
  }

  /// Short and long forms of one word in a place's name.
  private static let forms: [(short: [UInt8], long: [UInt8])] = [
    ("st", "saint"), ("ste", "sainte"), ("ft", "fort"), ("mt", "mount"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The key, and the key with all its words short (`st louis`) and all long (`saint louis`).
  private static func spellings(of key: [UInt8]) -> [[UInt8]] {
    let words = key.split(separator: 0x20).map { Array($0) }
    guard words.count > 1 else { return [key] }
    let short = words.map { word in forms.first { $0.long == word }?.short ?? word }
    let long = words.map { word in forms.first { $0.short == word }?.long ?? word }
    return [key] + [short, long].filter { $0 != words }.map { Array($0.joined(separator: [0x20])) }
  }
}
