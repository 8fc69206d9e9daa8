extension DocumentRefill {
  /// An identifier of the same shape: digits for digits, letters for letters.
  mutating func refilledCode(_ text: String) -> String {
    TextPart.runs(of: text).map { run in
      switch run.kind {
      case .digits: return digits(like: run.text)
      // A prefix such as `MRN` or `SP` is the house's and not the patient's; keep some.
      case .letters: return random.chance(35) ? run.text : refilledLetters(run.text)
      case .other: return run.text
      }
    }.joined()
  }

  /// As many digits, zeros in front kept: they are part of the layout.
  mutating func digits(like digits: String) -> String {
    var isLeading = true
    return String(
      digits.map { digit in
        if isLeading, digit == "0" { return digit }
        defer { isLeading = false }
        return Character(String(isLeading ? random.within(1...9) : random.below(10)))
      })
  }

  /// A phone number, e-mail or web address, or handle of the same shape, with the document's names where they stood.
  mutating func refilledContact(_ text: String) -> String {
    let runs = TextPart.runs(of: text)
    var out = ""
    for (index, run) in runs.enumerated() {
      switch run.kind {
      case .other: out += run.text
      case .digits: out += once(.contact, run.text) { $0.phoneDigits(like: run.text) }
      // Letters amid digits are misread digits, and no word.
      case .letters where index > 0 && runs[index - 1].kind == .digits && run.text.utf8.count < 5:
        out += run.text
      case .letters: out += contactWord(run.text)
      }
    }
    return out
  }

  /// Digits of a number that can be dialled: an area code or exchange begins with 2 to 9, a trunk or country 1 stays.
  private mutating func phoneDigits(like text: String) -> String {
    if text == "1" || text == "0" || text == "555" || text == "800" { return text }
    var new = Array(digits(like: text))
    if text.count == 3 || text.count == 10, let first = text.first, first >= "2" {
      new[0] = Character(String(random.within(2...9)))
    }
    if text.count == 11, text.first == "1" { new[0] = "1" }
    return String(new)
  }

  private mutating func contactWord(_ word: String) -> String {
    let key = PersonNames.key(word)
    if key.utf8.count < 3 || words.contactWords.contains(key) { return word }
    if names.replacement(key) != nil { return replaced(word) }
    let new = once(.contact, key) { refill in
      let isName = refill.vocabulary.names.isListed(key)
      let list = isName ? (refill.random.chance(50) ? "given" : "surname") : "handle_word"
      let word = PersonNames.key(refill.draw(list)).filter { $0 != " " }
      return PersonNames.capitalized(word)
    }
    return LetterCase(of: word).write(new)
  }

  /// An age of 90 or more, in digits or words like the one before.
  mutating func refilledAge(_ text: String) -> String {
    let units = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    let isOrdinal = text.contains("th")
    return TextPart.runs(of: text).map { run in
      switch run.kind {
      case .digits where run.text.utf8.count > 2: return String(random.within(104...108))
      case .digits: return String(random.within(isOrdinal ? 94...99 : 90...99))
      case .letters where units.contains(run.text.lowercased()) && !text.contains("undred"):
        return LetterCase(of: run.text).write(PersonNames.capitalized(random.pick(units)))
      case .letters, .other: return run.text
      }
    }.joined()
  }
}
