/// Lists that put words into classes: `titles_credentials.tsv` (word, kind) and `context.tsv` (word or phrase, classes
/// separated by commas).
enum ClassRows {
  private static let kinds: [String: WordClass] = [
    "title": .title, "credential": .credential, "suffix": .nameSuffix, "relation": .relation,
    "name_particle": .nameParticle, "month": .month, "day": .weekday, "holiday": .holiday,
  ]

  private static let classes: [String: WordClass] = Dictionary(
    uniqueKeysWithValues: WordClass.allCases.filter { $0 != .phraseStart }.map { ("\($0)", $0) })

  static func add(_ key: [UInt8], _ wordClass: WordClass, to table: inout EntryTable) {
    var facts = WordFacts()
    facts.insert(wordClass)
    table.add(key: key, listed: facts)
  }

  static func readKind(_ row: Row, into table: inout EntryTable) -> String? {
    guard let wordClass = kinds[row.text(1)] else {
      return "the second field must be one of \(kinds.keys.sorted().joined(separator: ", "))"
    }
    add(row.key(0), wordClass, to: &table)
    return nil
  }

  static func readClasses(_ row: Row, into table: inout EntryTable) -> String? {
    var facts = WordFacts()
    for name in row.text(1).split(separator: ",") {
      guard let wordClass = classes[String(name)] else {
        return
          "\"\(name)\" is no class; the classes are \(classes.keys.sorted().joined(separator: ", "))"
      }
      facts.insert(wordClass)
    }
    guard facts != .unknown else { return "the second field must name a class" }
    table.add(key: row.key(0), ours: facts)
    return nil
  }
}
