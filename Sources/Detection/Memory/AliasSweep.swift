import Lexicons
import Patterns

/// Pass 2: finds every later mention of a person already known: first name, surname, capitals, lower case, dotted
/// initials, a small misspelling.
struct AliasSweep {
  let tokens: [Token]
  let bytes: [UInt8]
  let people: PeopleOfDocument
  /// What pass 1 holds for a name already.
  let known: Coverage

  func find(_ time: TimeCheck, into candidates: inout [Candidate]) throws(DetectionError) {
    guard !people.subjects.isEmpty else { return }
    for index in tokens.indices {
      try time.ask(at: index)
      let token = tokens[index]
      guard token.kind == .word || token.kind == .foreign else { continue }
      guard let mention = mention(at: index), !known.covers(mention.tokens, tokens) else {
        continue
      }
      candidates.append(candidate(mention))
    }
  }

  /// A mention of a known person.
  private struct Mention {
    var tokens: Range<Int>
    var subject: Int
    var how: String
  }

  private func mention(at index: Int) -> Mention? {
    let token = tokens[index]
    if people.partFilter.mayContain(token.hash), let subjects = people.byPart[token.hash] {
      guard isMention(index) else { return nil }
      return Mention(
        tokens: withInitials(index), subject: subjects[0], how: "alias")
    }
    if token.shape.contains(.initial) {
      guard let (end, subject) = dottedInitials(index) else { return nil }
      return Mention(tokens: index..<end, subject: subject, how: "initials")
    }
    if token.isRareWord, let subject = people.byJoined[token.hash] {
      return Mention(tokens: index..<(index + 1), subject: subject, how: "joined")
    }
    guard let subject = Misspelling.subject(like: token, bytes, people) else { return nil }
    return Mention(tokens: index..<(index + 1), subject: subject, how: "misspelling")
  }

  private func candidate(_ mention: Mention) -> Candidate {
    let first = tokens[mention.tokens.lowerBound]
    let last = tokens[mention.tokens.upperBound - 1]
    return Candidate(
      range: Int(first.start)..<Int(last.end), category: .name, rule: "document/\(mention.how)",
      confidence: mention.how == "misspelling" ? 800 : 950,
      evidence: ["document:\(mention.how)"], role: people.subjects[mention.subject].role,
      subject: mention.subject)
  }

  /// The mention with the initials that belong to it: `Miriam T.`, `T. Achterberg`, `J.R. Okafor`.
  private func withInitials(_ index: Int) -> Range<Int> {
    var start = index
    while start >= 2, start > index - Initials.longest, tokens[start].continuesLine,
      tokens[start - 1].byte == 0x2e,
      tokens[start - 1].isAttached, tokens[start - 2].shape.contains(.initial)
    { start -= 2 }
    if let half = BrokenWord.secondHalf(tokens, of: index) { return start..<(half + 1) }
    return start..<Initials.end(tokens, behind: index)
  }

  /// Whether a token spelt like a known name part stands as a name here.
  private func isMention(_ index: Int) -> Bool {
    let token = tokens[index]
    let afterTitle = index > 0 && isTitleBefore(index)
    if isEponymUse(index), !afterTitle { return false }
    if afterTitle || besideKnownPart(index) { return true }
    let plain = token.isOrdinaryWord || token.isMedical || token.isStructural
    if token.shape.contains(.lower) {
      return !plain && token.length >= 3 && token.facts.weight(.dictionary) == 0
        && token.facts.weight(.english) < 7
    }
    if token.shape.contains(.capsLine) { return !plain }
    if token.shape.contains(.initial) || token.length < 2 { return false }
    if plain {
      // `Will`, `May`, `Price`: a name in the middle of a sentence, a word at its start.
      guard token.startsUpper, !token.facts.has(.month), !isHeadingLine(index) else { return false }
      return token.shape.isDisjoint(with: [.sentenceStart, .lineStart]) || actsOrOwns(index)
        || token.facts.has(.eponym) && !token.isOrdinaryWord
    }
    return true
  }

  /// `Crisp denies pain`, `Price's wife`: at a sentence's start, where every word has a capital, people do and own things.
  private func actsOrOwns(_ index: Int) -> Bool {
    let next = index + 1
    guard next < tokens.count, tokens[next].continuesLine || tokens[next].kind == .possessive else {
      return false
    }
    return tokens[next].kind == .possessive
      || tokens[next].facts.has(.personVerb) && tokens[next].shape.contains(.lower)
  }

  /// `Dr. Price`, `Ms May`, `dr price`: a title (and its full stop) right before.
  private func isTitleBefore(_ index: Int) -> Bool {
    var before = index - 1
    if tokens[before].byte == 0x2e, before > 0 { before -= 1 }
    return tokens[before].facts.has(.title) && tokens[index].continuesLine
      && (tokens[index].startsUpper || tokens[before].shape.contains(.lower))
  }

  /// `Hodgkin lymphoma`, `Parkinson's disease`: the word names a thing of medicine.
  private func isEponymUse(_ index: Int) -> Bool {
    var next = index + 1
    if next < tokens.count, tokens[next].kind == .possessive { next += 1 }
    if next + 1 < tokens.count, tokens[next].byte == 0x2d { next += 1 }
    guard next < tokens.count, tokens[next].facts.has(.eponymHead) else { return false }
    return tokens[index].facts.has(.eponym)
  }

  /// Another part of the same person stands right before or behind: `will sunday`, `Grace Young`.
  private func besideKnownPart(_ index: Int) -> Bool {
    for other in [index - 1, index + 1] where tokens.indices.contains(other) {
      let later = max(index, other)
      if tokens[later].continuesLine, tokens[other].hash != tokens[index].hash,
        people.isOnePerson(tokens[other].hash, tokens[index].hash)
      {
        return true
      }
    }
    return false
  }

  /// A line in Title Case with a colon or nothing behind it is a heading, where capitals tell nothing.
  private func isHeadingLine(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].byte == 0x3a
  }

  /// `J.R.`: dotted initials that are those of a known person.
  private func dottedInitials(_ index: Int) -> (end: Int, subject: Int)? {
    var letters: [UInt8] = []
    var next = index
    while next + 1 < tokens.count, tokens[next].shape.contains(.initial),
      tokens[next + 1].byte == 0x2e, tokens[next + 1].isAttached, letters.count < 4
    {
      letters.append(bytes[Int(tokens[next].start)] | 0x20)
      next += 2
    }
    guard letters.count >= 2, let subject = people.byInitials[letters] else { return nil }
    return (next, subject)
  }
}
