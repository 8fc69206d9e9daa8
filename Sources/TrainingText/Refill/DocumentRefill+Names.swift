extension DocumentRefill {
  /// Gives every name word of the document its replacement, full names first: they tell given names from surnames.
  mutating func learnNames(_ document: TrainingDocument) {
    var shapes: [NameShape] = []
    for span in document.spans where span.label == .name {
      let before = document.text[..<span.range.lowerBound].suffix(24).string
      shapes.append(shape(of: document.string(of: span), before: before))
    }
    for shape in shapes {
      for part in shape.parts where part.isWord {
        names.originals.insert(PersonNames.key(part.text))
      }
    }
    let bearers = shapes.map { shape in
      shape.roles.indices.filter { shape.roles[$0] == .given || shape.roles[$0] == .surname }
    }
    for isFull in [true, false] {
      for (shape, indices) in zip(shapes, bearers) where (indices.count > 1) == isFull {
        for index in indices {
          learn(shape.parts[index].text, isGiven: shape.roles[index] == .given)
        }
      }
    }
  }

  private func shape(of text: String, before: String) -> NameShape {
    NameShape(
      text, before: before, names: vocabulary.names, words: words, isUpperCase: isUpperCase)
  }

  private mutating func learn(_ word: String, isGiven: Bool) {
    let key = PersonNames.key(word)
    guard names.replacement(key) == nil else { return }
    names.note(key, becomes: derived(key) ?? newName(for: word, key: key, isGiven: isGiven))
  }

  /// The replacement of a plural or a misspelling, made from that of the name itself.
  private mutating func derived(_ key: String) -> String? {
    guard !vocabulary.names.isListed(key), let original = names.original(of: key),
      let name = names.replacement(original.key)
    else { return nil }
    var letters = Array(name)
    if original.isPlural {
      letters += "s"
    } else if letters.count > 3 {
      let place = random.within(1...letters.count - 2)
      letters.insert(letters[place], at: place)
    }
    return names.allows(String(letters), for: key) ? String(letters) : nil
  }

  private mutating func newName(for word: String, key: String, isGiven: Bool) -> String {
    for _ in 0..<100 {
      let name = candidate(for: word, key: key, isGiven: isGiven)
      if names.allows(name, for: key) { return name }
    }
    var name = vocabulary.names.invented(&random)
    while !names.allows(name, for: key) { name = vocabulary.names.invented(&random) + "o" }
    return name
  }

  private mutating func candidate(for word: String, key: String, isGiven: Bool) -> String {
    if word.unicodeScalars.dropFirst().contains(where: \.isApostrophe) {
      return draw("surname_apostrophe")
    }
    if isGiven, words.nicknames.contains(key) { return draw("nickname") }
    if word.unicodeScalars.contains(where: { !$0.isASCII }), random.chance(60) {
      return draw(isGiven ? "given_accented" : "surname_accented")
    }
    if !vocabulary.names.isListed(key), random.chance(75) {
      return vocabulary.names.invented(&random)
    }
    return draw(isGiven ? "given" : "surname")
  }

  mutating func refilledName(_ text: String, before: String) -> String {
    let shape = shape(of: text, before: before)
    var out = ""
    for (part, role) in zip(shape.parts, shape.roles) {
      switch role {
      case .kept: out += part.text
      case .initial, .initials: out += part.text.map { refilledInitial($0) }.joined()
      case .scrambled: out += refilledLetters(part.text)
      case .given, .surname: out += replaced(part.text)
      }
    }
    return out
  }

  /// The replacement of a name word in its casing; the word itself if it is no name of the document.
  func replaced(_ word: String) -> String {
    guard let name = names.replacement(PersonNames.key(word)) else { return word }
    let apostrophe = word.unicodeScalars.first { $0.isApostrophe && $0 != "'" }
    let written = LetterCase(of: word).write(name)
    guard let apostrophe else { return written }
    return String(written.map { $0 == "'" ? Character(apostrophe) : $0 })
  }

  private mutating func refilledInitial(_ letter: Character) -> String {
    guard let lower = PersonNames.key(String(letter)).first, lower.isASCII else {
      return refilledLetters(String(letter))
    }
    let new = String(names.initial(lower, &random))
    return letter.isLowercase ? new : new.uppercased()
  }

  /// Replaces every letter by one of its script, vowels by vowels, so that noise stays noise.
  mutating func refilledLetters(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(scalar.neighbour(&random)) }
    return String(out)
  }

  /// The text with the names of the document replaced where they stand in it.
  func withNamesReplaced(_ text: String) -> String {
    TextPart.parts(of: text).map { part in
      part.isWord && (isLowerCase || LetterCase(of: part.text) != .lower)
        ? replaced(part.text) : part.text
    }.joined()
  }
}

extension UnicodeScalar {
  /// A letter near this one: of the same script and case, and never this one; a digit for a digit; all else stays.
  fileprivate func neighbour(_ random: inout SeededRandom) -> UnicodeScalar {
    if isASCIIDigit { return UnicodeScalar(UInt8(ascii: "0") + UInt8(random.below(10))) }
    guard properties.isAlphabetic else { return self }
    if isASCII {
      let isVowel = "aeiouAEIOU".unicodeScalars.contains(self)
      let pool = isVowel ? "aeiou" : "bcdfghjklmnprstvwz"
      let lower = String(self).lowercased()
      let others = Array(pool.unicodeScalars).filter { String($0) != lower }
      let new = random.pick(others)
      return properties.isUppercase ? UnicodeScalar(new.value - 0x20) ?? new : new
    }
    for _ in 0..<20 {
      let shift = random.within(1...12)
      let value = random.chance(50) ? value &+ UInt32(shift) : value &- UInt32(shift)
      if let new = UnicodeScalar(value),
        new.properties.generalCategory == properties.generalCategory, new.properties.isAlphabetic
      {
        return new
      }
    }
    return self
  }
}
