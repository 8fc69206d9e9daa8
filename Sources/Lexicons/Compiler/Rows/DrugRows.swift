/// `drugs.tsv`: name, `brand`, `generic` or `both`.
enum DrugRows {
  static func read(_ row: Row, into table: inout EntryTable) -> String? {
    let origin: DrugOrigin
    switch row.text(1) {
    case "brand": origin = .brand
    case "generic": origin = .generic
    case "both": origin = [.brand, .generic]
    default: return "the second field must be brand, generic or both"
    }
    var facts = WordFacts()
    facts.insert(.drug)
    table.add(key: row.key(0), listed: facts, origin: origin)
    return nil
  }
}
