extension DocumentRefill {
  /// Another state, written out or as a code as the one before; provinces come from a list.
  mutating func refilledState(_ text: String) -> String {
    let places = vocabulary.places
    let key = PersonNames.key(text)
    if places.stateCodes.contains(text) { return random.pick(places.stateCodes) }
    if isLowerCase, places.stateCodes.contains(text.uppercased()) {
      return random.pick(places.stateCodes).lowercased()
    }
    if places.stateShortForms.contains(text) { return random.pick(places.stateShortForms) }
    let isWritten = places.states.contains { PersonNames.key($0) == key }
    let new = isWritten ? random.pick(places.states) : draw("province")
    return LetterCase(of: text).write(new)
  }

  mutating func refilledCountry(_ text: String) -> String {
    let key = PersonNames.key(text)
    let isListed = vocabulary.places.countries.words.contains { PersonNames.key($0) == key }
    let new =
      isListed ? vocabulary.places.countries.draw(uniform: 60, &random) : draw("country_form")
    return isListed ? LetterCase(of: text).write(new) : isLowerCase ? new.lowercased() : new
  }

  /// Another occupation in seven of ten cases, one that fits an article before it.
  mutating func refilledProfession(_ text: String, before: String) -> String {
    guard random.chance(70) else { return text }
    var new = draw("profession")
    let article = TextPart.parts(of: before).last(where: \.isWord)?.text.lowercased()
    if article == "a" || article == "an" {
      for _ in 0..<40 where Self.wantsAn(new) != (article == "an") { new = draw("profession") }
    }
    let isTitle = LetterCase(of: text) == .title
    return isTitle
      ? PersonNames.capitalized(new) : LetterCase(of: text).write(new)
  }

  private static func wantsAn(_ word: String) -> Bool {
    word.unicodeScalars.first.map { "aeiouAEIOU".unicodeScalars.contains($0) } ?? false
  }
}
