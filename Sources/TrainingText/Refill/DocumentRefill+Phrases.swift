extension DocumentRefill {
  /// Replaces the proper part of a phrase, word group by word group, and leaves the words in `kept`.
  ///
  /// - Parameters:
  ///   - list: the list a group's replacement is drawn from.
  ///   - label: groups of the same label and words become the same.
  mutating func refilledPhrase(
    _ text: String, label: TrainingLabel, kept: Set<String>, list: String
  ) -> String {
    let parts = TextPart.parts(of: text, joiners: ["-"])
    // Where nothing is capitalised, small letters tell nothing.
    let caseTells = !isLowerCase && LetterCase(of: text) != .lower
    var out = ""
    var group = ""
    var gap = ""
    for part in parts {
      let stays = !part.isWord || isKept(part.text, kept, caseTells: caseTells)
      if !stays {
        group += gap + part.text
        gap = ""
      } else if !part.isWord, !group.isEmpty, part.text == " " {
        gap = part.text
      } else {
        out += refilledGroup(group, label: label, list: list) + gap
        (group, gap) = ("", "")
        let isCode = part.isWord && part.text.unicodeScalars.contains(where: \.isASCIIDigit)
        out += isCode ? once(label, part.text) { $0.refilledCode(part.text) } : part.text
      }
    }
    return out + refilledGroup(group, label: label, list: list) + gap
  }

  /// Whether a word of a phrase stays or goes the way of numbers.
  private func isKept(_ word: String, _ kept: Set<String>, caseTells: Bool) -> Bool {
    let key = PersonNames.key(word)
    if key.unicodeScalars.contains(where: \.isASCIIDigit) { return true }
    if words.functionWords.contains(key) || kept.contains(key) { return true }
    return caseTells && LetterCase(of: word) == .lower
  }

  private mutating func refilledGroup(
    _ group: String, label: TrainingLabel, list: String
  ) -> String {
    guard !group.isEmpty else { return "" }
    let key = PersonNames.key(group)
    if names.replacement(key) != nil { return replaced(group) }
    let letterCase = LetterCase(of: group)
    if letterCase == .upper, !isUpperCase, group.utf8.count < 6, !group.contains(" ") {
      return once(label, group) { $0.acronym(like: group) }
    }
    return letterCase.write(once(label, key) { $0.draw(list) })
  }

  private mutating func acronym(like text: String) -> String {
    String(
      text.map { letter in
        letter.isLetter
          ? Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(random.below(26)))) : letter
      })
  }

  mutating func refilledLocation(_ text: String) -> String {
    // Line ends and commas part an address; each part is of its own kind.
    var out = ""
    var piece = ""
    for character in text {
      if character == "," || character.isNewline {
        out += refilledPlace(piece) + String(character)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    return out + refilledPlace(piece)
  }

  private mutating func refilledPlace(_ piece: String) -> String {
    let keys = TextPart.parts(of: piece).filter(\.isWord).map { PersonNames.key($0.text) }
    let trimmed = piece.filter { !$0.isWhitespace }
    if vocabulary.places.stateCodes.contains(trimmed) { return piece }
    if keys.contains(where: words.roomWords.contains) {
      return refilledPhrase(
        piece, label: .location, kept: words.roomWords, list: "place_core")
    }
    let startsWithNumber = keys.first?.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    let last = keys.last ?? ""
    if startsWithNumber || words.streetWords.contains(last) {
      return refilledPhrase(
        piece, label: .location, kept: words.streetWords, list: "street_name")
    }
    let isTown = vocabulary.places.keys.contains(keys.joined(separator: " "))
    let hasHead = !isTown && keys.contains(where: words.placeHeads.contains)
    return refilledPhrase(
      piece, label: .location, kept: hasHead ? words.placeHeads : [],
      list: hasHead ? "place_core" : "place")
  }

  mutating func refilledOrganization(_ text: String) -> String {
    let keys = TextPart.parts(of: text).filter(\.isWord).map { PersonNames.key($0.text) }
    let isCare = keys.contains(where: words.careHeads.contains)
    let isSchool = !isCare && keys.contains(where: words.schoolHeads.contains)
    let isWork = !isCare && !isSchool && keys.contains(where: words.workHeads.contains)
    let kind = isCare ? "care" : isSchool ? "school" : "work"
    let hasProper = keys.contains {
      !words.organizationHeads.contains($0) && !words.functionWords.contains($0)
    }
    if random.chance(hasProper ? 12 : 60) {
      let list = isCare || isSchool || isWork ? kind : "org_bare"
      return LetterCase(of: text).write(once(.organization, text) { $0.draw(list) })
    }
    return refilledPhrase(
      text, label: .organization, kept: words.organizationHeads,
      list: isCare || isSchool || isWork ? kind + "_core" : "org_bare")
  }
}
