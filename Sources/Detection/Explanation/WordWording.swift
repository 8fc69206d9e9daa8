import Lexicons

/// What is known of a token, in words for people.
enum WordWording {
  /// How a token is written and where it stands.
  static func writing(_ token: Token) -> [String] {
    var words = [kind(token)]
    let places: [(Token.Shape, String)] = [
      (.capsLine, "on a line of capitals"), (.paragraphStart, "first of a paragraph"),
      (.lineStart, "first of its line"), (.sentenceStart, "first of a sentence"),
      (.gapBefore, "behind a gap"), (.folded, "has unusual characters"),
    ]
    words += places.filter { token.shape.contains($0.0) }.map(\.1)
    return words
  }

  /// What a token is, and its capitals.
  static func kind(_ token: Token) -> String {
    switch token.kind {
    case .word: capitals(token.shape)
    case .number: "\(token.length)-digit number"
    case .mixed: "letters and digits"
    case .possessive: "possessive"
    case .punctuation: "punctuation"
    case .foreign: "other script"
    }
  }

  private static func capitals(_ shape: Token.Shape) -> String {
    if shape.contains(.capitalised) { return "capitalised" }
    if shape.contains(.allCaps) { return "all capitals" }
    if shape.contains(.lower) { return "small letters" }
    return shape.contains(.initial) ? "one capital letter" : "mixed capitals"
  }

  /// What the word lists know of a word; empty when none has it.
  static func lists(_ facts: WordFacts) -> [String] {
    var known: [String] = []
    let surname = facts.weight(.surname)
    if surname > 0 { known.append("surname of \(people(surname))") }
    let given = facts.weight(.given)
    if given > 0 { known.append("given name of \(people(given))") }
    let place = facts.weight(.place)
    if place > 0 { known.append("place of \(inhabitants(place))") }
    let dictionary = facts.weight(.dictionary)
    if dictionary > 0 { known.append("English dictionary word, commonness \(dictionary) of 15") }
    if facts.weight(.english) > 0 {
      known.append("in English text, \(facts.weight(.titleShare)) of 15 uses with a capital")
    }
    return known + WordClass.allCases.filter(facts.has).map(name)
  }

  /// A list's name: `eponymHead` as `eponym head`.
  static func name(_ list: WordClass) -> String { spaced("\(list)") }

  /// A name of the source's as words.
  static func spaced(_ name: String) -> String {
    name.reduce(into: "") { words, letter in
      words += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
    }
  }

  private static func people(_ weight: Int) -> String {
    weight == 1 ? "under 200 people" : "\(50 << weight) people or more"
  }

  private static func inhabitants(_ weight: Int) -> String {
    weight == 1 ? "under 1000 people" : "\(250 << weight) people or more"
  }
}
