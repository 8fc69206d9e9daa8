/// What each word of a marked name is.
struct NameShape {
  enum Role: Equatable {
    case kept
    case initial
    /// Several initials in one word: `MKP`.
    case initials
    case given
    case surname
    /// Letters mixed with digits, or of another script: changed letter by letter.
    case scrambled
  }

  private(set) var parts: [TextPart]
  /// A role for each part; separators are kept.
  private(set) var roles: [Role]

  /// - Parameters:
  ///   - before: the text before the name, where a title tells that a single word is a surname.
  ///   - isUpperCase: whether the document is in capitals, where a short word need not be initials.
  init(
    _ text: String, before: String, names: PersonNames, words: RefillWords, isUpperCase: Bool
  ) {
    parts = TextPart.parts(of: text)
    roles = parts.map { _ in .kept }
    let indices = parts.indices.filter { parts[$0].isWord }
    var bearers: [Int] = []
    for (place, index) in indices.enumerated() {
      let next = place + 1 < indices.count ? indices[place + 1] : nil
      roles[index] = role(
        at: index, isFirst: place == 0, next: next, names: names, words: words,
        isUpperCase: isUpperCase)
      if roles[index] == .surname { bearers.append(index) }
    }
    assign(groups(bearers), names: names, afterTitle: Self.endsWithTitle(before, words))
  }

  /// The role of one word, `surname` standing for a name of either kind.
  private func role(
    at index: Int, isFirst: Bool, next: Int?, names: PersonNames, words: RefillWords,
    isUpperCase: Bool
  ) -> Role {
    let text = parts[index].text
    let key = PersonNames.key(text)
    if key.unicodeScalars.contains(where: { $0.isASCIIDigit || !$0.isASCII }) { return .scrambled }
    if key.utf8.count < 2 { return .initial }
    let isAlone = isFirst && next == nil
    if !isAlone, words.nameFillers.contains(key) { return .kept }
    if !isFirst, words.nameSuffixes.contains(key) { return .kept }
    if next != nil, words.nameTitles.contains(key) { return .kept }
    if let next, words.nameParticles.contains(key), !parts[index + 1].text.contains(",") {
      let followed = words.nameParticles.contains(PersonNames.key(parts[next].text))
      // A capital at the start may be a name: `Van Nguyen`, `Al Brown`; `De La Cruz` is none.
      if !isFirst || followed || LetterCase(of: text) == .lower || hasComma || key.hasPrefix("de") {
        return .kept
      }
    }
    let isShort = key.utf8.count < 4 && LetterCase(of: text) == .upper
    let hasVowel = key.utf8.contains { "aeiouy".utf8.contains($0) }
    if isShort, !hasVowel || (!isUpperCase && !names.isListed(key)) { return .initials }
    return .surname
  }

  private var hasComma: Bool { parts.contains { !$0.isWord && $0.text.contains(",") } }

  /// Hyphenated words belong together: all given, or all surname.
  private func groups(_ bearers: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    for index in bearers {
      if let last = groups.last?.last, index == last + 2, parts[last + 1].text == "-" {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  private mutating func assign(_ groups: [[Int]], names: PersonNames, afterTitle: Bool) {
    let comma = parts.firstIndex { !$0.isWord && $0.text.contains(",") }
    let isReversed = comma.map { place in groups.contains { ($0.first ?? 0) > place } } ?? false
    for (place, group) in groups.enumerated() {
      let role: Role
      if isReversed, let comma {
        role = (group.first ?? 0) < comma ? .surname : .given
      } else if groups.count == 1 {
        role = afterTitle ? .surname : lone(group, names: names)
      } else if place == 0 {
        role = .given
      } else if place == groups.count - 1 {
        role = .surname
      } else {
        role = likelier(group, names: names)
      }
      for index in group { roles[index] = role }
    }
  }

  /// A name with nothing or initials beside it: `Linda R.` is given, `R. Castellanos` a surname.
  private func lone(_ group: [Int], names: PersonNames) -> Role {
    guard let initial = roles.firstIndex(of: .initial) else { return likelier(group, names: names) }
    return hasComma || initial < (group.first ?? 0) ? .surname : .given
  }

  private func likelier(_ group: [Int], names: PersonNames) -> Role {
    let counts = names.counts(of: PersonNames.key(parts[group[0]].text))
    return counts.given > counts.surname ? .given : .surname
  }

  private static func endsWithTitle(_ before: String, _ words: RefillWords) -> Bool {
    let parts = TextPart.parts(of: before)
    guard let last = parts.last(where: \.isWord) else { return false }
    return words.nameTitles.contains(PersonNames.key(last.text))
  }
}
