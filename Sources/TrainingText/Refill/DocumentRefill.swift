/// What refilling one document must keep in mind.
struct DocumentRefill {
  let vocabulary: Vocabulary
  let words: RefillWords
  var random: SeededRandom
  var filler: TemplateFiller
  var names: NameReplacements
  /// What places, organisations, numbers and handles became, by label and folded text.
  private var known: [String: String] = [:]
  let isLowerCase: Bool
  let isUpperCase: Bool

  init(
    _ document: TrainingDocument, vocabulary: Vocabulary, words: RefillWords, random: SeededRandom
  ) {
    self.vocabulary = vocabulary
    self.words = words
    self.random = random
    filler = TemplateFiller(vocabulary)
    names = NameReplacements()
    let uppers = document.text.count { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    let lowers = document.text.count { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    // Clinical prose has three to eight capitals in a hundred letters.
    isLowerCase = uppers * 100 < lowers
    isUpperCase = uppers > lowers * 4
    learnNames(document)
  }

  mutating func replacement(of text: String, label: TrainingLabel, before: String) -> String {
    switch label {
    case .name: refilledName(text, before: before)
    case .date: refilledDate(text)
    case .year: refilledYear(text)
    case .age: refilledAge(text)
    case .id: once(label, text) { $0.refilledCode(text) }
    case .contact: refilledContact(text)
    case .location: refilledLocation(text)
    case .state: once(label, text) { $0.refilledState(text) }
    case .country: once(label, text) { $0.refilledCountry(text) }
    case .organization: refilledOrganization(text)
    case .profession: refilledProfession(text, before: before)
    case .revealing: withNamesReplaced(text)
    }
  }

  /// What `text` became before, or else what `make` makes of it now.
  mutating func once(
    _ label: TrainingLabel, _ text: String, _ make: (inout DocumentRefill) -> String
  ) -> String {
    let key = label.rawValue + ":" + text
    if let before = known[key] { return before }
    let made = make(&self)
    known[key] = made
    return made
  }

  /// An entry of a list.
  mutating func draw(_ list: String) -> String { filler.text(of: list, &random) }
}
