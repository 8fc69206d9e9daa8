import Patterns

/// Finds a known name cut up by punctuation or spaced out: `Gon-zalez`, `gonza_lez`, `G o n z a l e z`.
///
/// Only whole words are compared: the name begins where a word begins and ends where one ends.
struct DisguisedNames {
  let tokens: [Token]
  let bytes: [UInt8]
  let people: PeopleOfDocument

  func find(into candidates: inout [Candidate]) {
    guard !people.spellings.isEmpty else { return }
    var firstLetters: UInt32 = 0
    for spelling in people.spellings { firstLetters |= DisguisedNames.bit(spelling.letters[0]) }
    for token in tokens where token.kind == .word {
      guard firstLetters & DisguisedNames.bit(bytes[Int(token.start)]) != 0 else { continue }
      for spelling in people.spellings {
        guard let end = end(of: spelling.letters, from: Int(token.start)) else { continue }
        candidates.append(
          Candidate(
            range: Int(token.start)..<end, category: .name, rule: "document/disguised",
            confidence: 950, evidence: ["document:alias", "shape:cut-up"],
            role: people.subjects[spelling.subject].role, subject: spelling.subject))
      }
    }
  }

  /// One past the last letter of `letters` if they stand from `start` with at least one mark between them.
  private func end(of letters: [UInt8], from start: Int) -> Int? {
    var index = start
    var piece = 0
    var isCut = false
    for (number, letter) in letters.enumerated() {
      if number > 0, index < bytes.count, !ByteClass.isLetter(bytes[index]) {
        guard index + 1 < bytes.count, isJoint(index, piece) else { return nil }
        index += 1
        piece = 0
        isCut = true
      }
      guard index < bytes.count, ByteClass.isLetter(bytes[index]), bytes[index] | 0x20 == letter
      else { return nil }
      index += 1
      piece += 1
    }
    let isWhole = index == bytes.count || !ByteClass.isLetter(bytes[index])
    return isCut && isWhole ? index : nil
  }

  /// Whether the byte at `index` can stand inside a name that somebody cut up: any mark, or a space between letters
  /// that each stand alone.
  private func isJoint(_ index: Int, _ piece: Int) -> Bool {
    if ByteClass.table[Int(bytes[index])] == .punctuation { return true }
    guard bytes[index] == 0x20, piece == 1 else { return false }
    return index + 2 >= bytes.count || !ByteClass.isLetter(bytes[index + 2])
  }

  /// A bit for an ASCII letter in any case; none for any other byte.
  private static func bit(_ letter: UInt8) -> UInt32 {
    ByteClass.isLetter(letter) ? 1 << UInt32((letter | 0x20) - 0x61) : 0
  }
}
