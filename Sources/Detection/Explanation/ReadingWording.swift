import Lexicons

/// Tells the tagger's packed numbers in words for people.
enum ReadingWording {
  static func answer(_ part: FeaturePart, _ reading: TokenReading, _ index: Int) -> String {
    switch part {
    case .elsewhere: elsewhere(reading.traits[index].elsewhere)
    case .layout: layout(reading.traits[index].layout)
    case .lineForm: line(reading.lines[Int(reading.lineOf[index])].form)
    case .lineBefore: line(reading.lines[Int(reading.lineOf[index])].before)
    case .letterCase: ["as usual", "none", "everywhere"][Int(reading.letterCase)]
    case .tone: ["nothing", "hardly anything", "little", "some", "much"][Int(reading.tone)]
    case .foundLeft: seen(reading.foundLeft[index])
    case .foundRight: seen(reading.foundRight[index])
    case .near: near(reading.near.kinds[index])
    case .register: register(reading.register)
    default: "as such"
    }
  }

  /// The lists' weights as pairs of features have them.
  static func lists(_ coarse: UInt32) -> String {
    var words: [String] = []
    if coarse & 1 != 0 { words.append("given name") }
    if coarse & 2 != 0 { words.append("surname") }
    if coarse & 32 != 0 { words.append("place") }
    if coarse & 64 != 0 { words.append("medicine") }
    words.append(
      ["no dictionary word", "English", "rare English", "common English"][Int(coarse >> 2 & 3)])
    if coarse & 16 != 0 { words.append("mostly capitalised") }
    return words.joined(separator: ", ")
  }

  static func found(_ mark: UInt32) -> String {
    guard let kind = FoundMark.kind(mark) else { return "nothing" }
    let strength = ["", "doubtful", "likely", "sure"][Int(FoundMark.strength(mark))]
    return "\(kind), \(strength)" + (mark & 64 != 0 ? ", first word" : "")
  }

  /// The kinds of words within eight tokens.
  private static func near(_ kinds: UInt8) -> String {
    let words = [
      "roles", "what people do", "units", "drugs", "medicine", "prepositions of place", "pronouns",
      "houses",
    ]
    let said = words.enumerated().filter { kinds >> UInt8($0.offset) & 1 != 0 }.map(\.element)
    return said.isEmpty ? "nothing telling" : said.joined(separator: ", ")
  }

  private static func register(_ bits: UInt32) -> String {
    let persons = ["never", "seldom", "at times", "often"][Int(bits & 3)]
    let length = ["a few words", "short", "long", "very long"][Int(bits >> 2 & 3)]
    return "\(length), speaks of persons \(persons)"
  }

  private static func seen(_ mark: UInt8) -> String {
    guard let kind = FoundMark.kind(UInt32(mark)) else { return "nothing" }
    return "\(kind), " + (mark & 16 != 0 ? "near" : "far")
  }

  /// How a word is used elsewhere: never, once or oftener in each way.
  private static func elsewhere(_ bits: UInt32) -> String {
    let uses = ["in small letters", "capitalised", "found as a name", "found as a place"]
    let words = uses.enumerated().compactMap { number, use -> String? in
      switch bits >> UInt32(number * 2) & 3 {
      case 0: nil
      case 1: "once \(use)"
      default: "oftener \(use)"
      }
    }
    return words.isEmpty ? "never" : words.joined(separator: ", ")
  }

  private static func layout(_ bits: UInt32) -> String {
    let places = [
      "first of its line", "first of a sentence", "first of a paragraph", "behind a gap",
      "no space before", "on a line of capitals",
    ]
    let words = places.indices.filter { bits >> UInt32($0) & 1 != 0 }.map { places[$0] }
    return words.isEmpty ? "inside a line" : words.joined(separator: ", ")
  }

  private static func line(_ form: UInt32) -> String {
    guard form != 0 else { return "none" }
    let lengths = ["", "1 token", "2-3 tokens", "4-7 tokens", "8-15 tokens", "16 tokens or more"]
    let shares = [
      "no words", "hardly a word capitalised", "some words capitalised", "half capitalised",
      "most words capitalised", "all words capitalised",
    ]
    var words = [lengths[min(Int(form & 7), 5)], shares[min(Int(form >> 3 & 7), 5)]]
    if form & 64 != 0 { words.append("ends in a colon") }
    if form & 128 != 0 { words.append("ends in a full stop") }
    return words.joined(separator: ", ")
  }
}
