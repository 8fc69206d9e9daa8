/// `surnames.tsv` and `given_names.tsv`: name, bearers.
enum NameRows {
  static func read(_ row: Row, as weight: WordFacts.Weight, into table: inout EntryTable)
    -> String?
  {
    guard let bearers = row.number(1) else { return "the second field must be a count of people" }
    var facts = WordFacts()
    facts.set(weight, to: Bins.bearers(bearers))
    table.add(key: row.key(0), listed: facts)
    return nil
  }
}
