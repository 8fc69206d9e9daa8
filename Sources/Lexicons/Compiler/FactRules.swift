/// Settles what a word is when lists disagree.
///
/// Detection reads `.medical`, `.drug` and `.device` as "this is medicine, no name", and `.title`, `.credential` and
/// `.relation` as "never itself a name". The lists these come from hold every token of disease names and every
/// registered brand, `with`, `Brown` and `Price` among them. So a word keeps such a class only where it is not much
/// better known as something else. Weights, eponyms and `context.tsv` are never touched; a word that a rule here gets
/// wrong is put right by a line in `context.tsv`.
enum FactRules {
  /// 12,800 bearers: a name everybody knows.
  private static let wellKnown = 8
  /// 25,600 bearers.
  private static let common = 9
  /// 16,384 uses in a thousand million words.
  private static let everyday = 8
  /// On SCOWL's list 20, the size of a school dictionary.
  private static let school = 13
  /// More Title-case uses than lower-case ones.
  private static let mostlyTitle = 8

  static func judged(_ listed: WordFacts, _ origin: DrugOrigin) -> WordFacts {
    var facts = listed
    if !isMedicalWord(listed) { facts.remove(.medical) }
    if !isDrug(listed, origin) { facts.remove(.drug) }
    if !isGene(listed) { facts.remove(.gene) }
    if !isDevice(listed) { facts.remove(.device) }
    // `Bishop`, `Don`, `Ma` and `Foster` are names; `Justice` and `Son` are more often words.
    if name(listed) >= common, listed.weight(.english) < everyday {
      for wordClass in [WordClass.title, .credential, .relation] { facts.remove(wordClass) }
    }
    // `DO`, `AS` and `PA` are credentials in capitals alone, and folding loses the capitals.
    if listed.weight(.english) >= everyday { facts.remove(.credential) }
    return facts
  }

  /// The weight as a surname or a given name, whichever is larger.
  private static func name(_ facts: WordFacts) -> Int {
    max(facts.weight(.surname), facts.weight(.given))
  }

  /// Mostly written with a capital, or in no English list at all: a proper name where it is one of anything.
  private static func isProper(_ facts: WordFacts) -> Bool {
    facts.weight(.titleShare) >= mostlyTitle
      || (facts.weight(.english) == 0 && facts.weight(.dictionary) == 0)
  }

  private static func isEveryday(_ facts: WordFacts) -> Bool {
    facts.weight(.english) >= everyday || facts.weight(.dictionary) >= school
  }

  /// Neither an everyday word (`with`, `approach`), nor a well-known name (`Brown`), nor a proper name that is also a
  /// surname, a place or an eponym (`Barrett`, `Boston`, `Hodgkin`).
  private static func isMedicalWord(_ facts: WordFacts) -> Bool {
    if isEveryday(facts) || name(facts) >= wellKnown { return false }
    let isNamed = name(facts) >= 3 || facts.weight(.place) > 0 || facts.has(.eponym)
    return !(isProper(facts) && isNamed)
  }

  /// A generic name unless it is an everyday word or a well-known name (`egg`, `ginger`); a brand only if it is no
  /// dictionary word, no place and hardly a name (not `Tiger`, `Olean`, `Pearl`).
  private static func isDrug(_ facts: WordFacts, _ origin: DrugOrigin) -> Bool {
    if isEveryday(facts) || name(facts) >= wellKnown { return false }
    if origin.contains(.generic) { return !(isProper(facts) && name(facts) >= 4) }
    return facts.weight(.dictionary) == 0 && facts.weight(.place) == 0 && name(facts) < 4
  }

  /// A symbol that spells no name and no dictionary word (not `REST`, `MARK`, `SCOTT`).
  private static func isGene(_ facts: WordFacts) -> Bool {
    name(facts) < 5 && facts.weight(.dictionary) <= 3
  }

  /// Makers of devices have people's names (`Abbott`, `Baxter`); a device named after its inventor is an eponym, and
  /// in a clinical note `Foley` is the catheter.
  private static func isDevice(_ facts: WordFacts) -> Bool {
    facts.has(.eponym) || (name(facts) < wellKnown && !isEveryday(facts))
  }
}
