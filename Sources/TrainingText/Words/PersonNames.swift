import Lexicons

/// Given names and surnames: what the lists hold, and new ones to put in their place.
struct PersonNames: Sendable {
  private var given = WeightedWords()
  private var surnames = WeightedWords()
  private var givenCounts: [String: Int] = [:]
  private var surnameCounts: [String: Int] = [:]
  private var inventor = NameInventor()

  init(given givenFile: TrainingFile, surnames surnameFile: TrainingFile) {
    givenFile.rows { fields in
      guard let (name, count) = Self.name(fields) else { return }
      given.append(name.string, count: count)
      givenCounts[name.string] = count
    }
    surnameFile.rows { fields in
      guard let (name, count) = Self.name(fields) else { return }
      surnames.append(name.string, count: count)
      surnameCounts[name.string] = count
      inventor.learn(name)
    }
  }

  private static func name(_ fields: [ArraySlice<UInt8>]) -> (ArraySlice<UInt8>, Int)? {
    guard fields.count > 1, fields[0].count > 1 else { return nil }
    return (fields[0], fields[1].number)
  }

  var isEmpty: Bool { given.isEmpty || surnames.isEmpty }

  func listedGiven(_ random: inout SeededRandom) -> String {
    Self.capitalized(given.draw(uniform: 45, &random))
  }

  func listedSurname(_ random: inout SeededRandom) -> String {
    Self.capitalized(surnames.draw(uniform: 45, &random))
  }

  /// A name that neither list holds.
  func invented(_ random: inout SeededRandom) -> String {
    var name = inventor.invent(&random)
    // Twenty misses in a row happen with tiny lists only, where a listed name does no harm.
    for _ in 0..<20 where isListed(Self.key(name)) { name = inventor.invent(&random) }
    return name
  }

  func isListed(_ key: String) -> Bool {
    givenCounts[key] != nil || surnameCounts[key] != nil
  }

  /// What the lists say of a word: how many bear it as a given name and as a surname.
  func counts(of key: String) -> (given: Int, surname: Int) {
    (givenCounts[key] ?? 0, surnameCounts[key] ?? 0)
  }

  /// A word as the lists hold it: lower case, without accents and apostrophes.
  static func key(_ word: String) -> String {
    String(decoding: Folding.key(word), as: UTF8.self)
  }

  /// A listed name as it is written: the lists have no capitals, so `mcallister` is `McAllister`.
  static func capitalized(_ name: String) -> String {
    var letters = Array(name.utf8)
    raise(&letters, at: 0)
    if letters.count > 5, letters.starts(with: "Mc".utf8) { raise(&letters, at: 2) }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func raise(_ letters: inout [UInt8], at index: Int) {
    if letters[index] >= UInt8(ascii: "a"), letters[index] <= UInt8(ascii: "z") {
      letters[index] -= 0x20
    }
  }
}
