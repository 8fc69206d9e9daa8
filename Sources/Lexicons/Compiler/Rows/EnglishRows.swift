/// `english_words.tsv`: word, SCOWL list (0 for none), spelling (`l`, `b`, `u` or `-`), lower-case and Title-case uses
/// per thousand million words.
enum EnglishRows {
  static func read(_ row: Row, into table: inout EntryTable) -> String? {
    guard let scowl = row.number(1), let lower = row.number(3), let title = row.number(4) else {
      return "the fields must be: word, list, spelling, lower-case uses, Title-case uses"
    }
    let spelling: Bins.Spelling
    switch row.text(2) {
    case "l": spelling = .lower
    case "b": spelling = .both
    case "u": spelling = .capital
    case "-": spelling = .unknown
    default: return "the third field must be one of l, b, u and -"
    }
    var facts = WordFacts()
    facts.set(.english, to: Bins.frequency(lower))
    facts.set(
      .titleShare, to: Bins.titleShare(lower: lower, title: title, spelling: spelling))
    // A word that is printed with a capital only is no word of the dictionary but a name in it.
    if spelling != .capital { facts.set(.dictionary, to: Bins.dictionary(scowl: scowl)) }
    table.add(key: row.key(0), listed: facts)
    return nil
  }
}
