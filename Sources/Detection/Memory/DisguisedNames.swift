import Lexicons
import Patterns

/// Finds a known name cut up by punctuation, spaced out, broken by a line's end or inside a longer word: `Gon-zalez`,
/// `gonza_lez`, `G o n z a l e z`, `Gonz alez`, `mariagonzalez`.
struct DisguisedNames {
  /// Marks between two pieces of a name.
  private static let widestGap = 3
  /// The shortest name, in letters, that is sought where it is hidden without a mark.
  private static let shortestHidden = 6

  let tokens: [Token]
  let bytes: [UInt8]
  let people: PeopleOfDocument
  /// What pass 1 holds for a name already.
  let known: Coverage

  func find(_ time: TimeCheck, into candidates: inout [Candidate]) throws(DetectionError) {
    guard !people.spellings.isEmpty else { return }
    for (index, token) in tokens.enumerated() {
      try time.ask(at: index)
      if token.kind == .word, people.spellings.mayBegin(with: bytes[Int(token.start)]),
        let (end, subject) = cutUp(from: index)
      {
        add(Int(token.start)..<Int(tokens[end].end), subject, "shape:cut-up", into: &candidates)
      } else if !known.covers(index..<(index + 1), tokens), let subject = hidden(in: token) {
        add(token.range, subject, "shape:hidden", into: &candidates)
      }
    }
  }

  private func add(
    _ range: Range<Int>, _ subject: Int, _ shape: String, into candidates: inout [Candidate]
  ) {
    candidates.append(
      Candidate(
        range: range, category: .name, rule: "document/disguised", confidence: 950,
        evidence: ["document:alias", shape], role: people.subjects[subject].role, subject: subject))
  }

  /// The last word of a name in two pieces or more that begins with the word at `start`.
  private func cutUp(from start: Int) -> (end: Int, subject: Int)? {
    var prefix = SpellingPrefix(people.spellings)
    var found: (end: Int, subject: Int)?
    var piece = start
    var isPlain = false
    while read(tokens[piece].range, &prefix) {
      if piece > start, let spelling = prefix.whole,
        !isPlain || spelling.letters.count >= DisguisedNames.shortestHidden
      {
        found = (piece, spelling.subject)
      }
      guard let next = nextPiece(behind: piece, isFirst: piece == start) else { break }
      // A name cut by a space alone has two pieces.
      if isPlain { break }
      isPlain = next.isPlain
      piece = next.token
    }
    return found
  }

  private func read(_ range: Range<Int>, _ prefix: inout SpellingPrefix) -> Bool {
    for byte in bytes[range] where ByteClass.isLetter(byte) {
      if !prefix.read(byte | 0x20) { return false }
    }
    return true
  }

  /// The word that can go on with a name that somebody cut up: behind marks, behind a space between letters that each
  /// stand alone, on the next line behind a hyphen, or behind a space if neither piece is a word.
  private func nextPiece(behind piece: Int, isFirst: Bool) -> (token: Int, isPlain: Bool)? {
    var next = piece + 1
    while next < tokens.count, tokens[next].kind != .word, next <= piece + DisguisedNames.widestGap,
      tokens[next].kind == .punctuation || tokens[next].kind == .possessive
    { next += 1 }
    guard next < tokens.count, tokens[next].kind == .word else { return nil }
    if BrokenWord.isSecondHalf(tokens, next) { return (next, false) }
    let hasBreak = tokens[(piece + 1)...next].contains { $0.shape.contains(.lineStart) }
    if hasBreak { return nil }
    let hasSpace = tokens[(piece + 1)...next].contains { !$0.isAttached }
    if !hasSpace || tokens[piece].length == 1 && tokens[next].length == 1 { return (next, false) }
    guard isFirst, next == piece + 1, isFragment(tokens[piece]), isFragment(tokens[next]) else {
      return nil
    }
    return (next, true)
  }

  private func isFragment(_ token: Token) -> Bool {
    token.length >= 2 && token.facts.weight(.dictionary) == 0 && !token.isMedical
      && !token.facts.has(.abbreviation) && !token.facts.has(.nameParticle)
  }

  /// The person whose name stands inside a word that no list has.
  private func hidden(in token: Token) -> Int? {
    guard token.length > DisguisedNames.shortestHidden,
      token.kind == .mixed || token.kind == .word && token.isUnlisted
    else { return nil }
    for start in token.range {
      var prefix = SpellingPrefix(people.spellings)
      for byte in bytes[start..<Int(token.end)] {
        guard ByteClass.isLetter(byte), prefix.read(byte | 0x20) else { break }
        if let spelling = prefix.whole, spelling.letters.count >= DisguisedNames.shortestHidden {
          return spelling.subject
        }
      }
    }
    return nil
  }
}
