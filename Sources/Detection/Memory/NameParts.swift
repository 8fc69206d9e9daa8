import Lexicons

/// One mention of a person taken apart: which words are given names, surnames and initials.
struct NameParts {
  /// A word of the mention; one that a line's end breaks in two is whole again.
  struct Part {
    /// Its token, or that of its first half.
    var token: Int
    /// As in `Token.hash`.
    var hash: UInt64
    /// Lower-case letters.
    var letters: [UInt8]
    /// Whether it is long and rare enough to be sought in disguise.
    var isTellable: Bool
  }

  var given: [Part] = []
  var surnames: [Part] = []
  /// Lower-case first letters of all parts as written, given names first.
  var initials: [UInt8] = []
  /// All words in the order written.
  var words: [Part] = []

  /// Takes the tokens of a mention apart. `Last, First` is told by its comma; a lone word is a given name when the
  /// lists know it better as one.
  init(tokens: [Token], in range: Range<Int>, bytes: [UInt8]) {
    var firstInitials: [UInt8] = []
    var comma: Int?
    for index in range {
      let token = tokens[index]
      if token.byte == 0x2c, !words.isEmpty, comma == nil { comma = words.count }
      guard token.kind == .word || token.kind == .foreign, !NameParts.isNoPart(token),
        !(index > range.lowerBound && BrokenWord.isSecondHalf(tokens, index))
      else { continue }
      if token.facts.has(.nameSuffix), !words.isEmpty { continue }
      let letter = bytes[Int(token.start)]
      firstInitials.append(ByteClass.isUpper(letter) ? letter | 0x20 : letter)
      if token.length > 1 { words.append(NameParts.part(tokens, bytes, index, range)) }
    }
    split(tokens, comma)
    initials = firstInitials
    if comma != nil, let first = firstInitials.first {
      initials = firstInitials.dropFirst() + [first]
    }
  }

  private static func part(
    _ tokens: [Token], _ bytes: [UInt8], _ index: Int, _ range: Range<Int>
  ) -> Part {
    guard let half = BrokenWord.secondHalf(tokens, of: index), range.contains(half) else {
      return Part(
        token: index, hash: tokens[index].hash,
        letters: Misspelling.folded(bytes, tokens[index].range),
        isTellable: Misspelling.isTellable(tokens[index]))
    }
    let letters = BrokenWord.letters(tokens, bytes, index, half)
    return Part(
      token: index, hash: WordHash.of(letters.lazy.filter { $0 != 0x27 }), letters: letters,
      isTellable: letters.count >= Misspelling.shortest)
  }

  /// A word inside a mention that no later mention can use alone: a title, a particle, `and`, `the`, `not`.
  private static func isNoPart(_ token: Token) -> Bool {
    if token.facts.has(.title) || token.facts.has(.credential), token.surname == 0 { return true }
    if token.facts.has(.nameParticle), token.shape.contains(.lower) { return true }
    // `CDE`, `ISAC` beside a name are short forms, which stand everywhere else for what they mean.
    if token.shape.contains(.allCaps), !token.shape.contains(.capsLine), token.length <= 5,
      max(token.given, token.surname) < 3
    {
      return true
    }
    let isEveryday = token.facts.weight(.dictionary) >= 13 && token.facts.weight(.english) >= 9
    return isEveryday && max(token.given, token.surname) < 6
  }

  /// Whether a hyphen stands between a word of the mention and the one before it.
  private func isHyphened(_ tokens: [Token], _ word: Int) -> Bool {
    words[word].token == words[word - 1].token + 2 && tokens[words[word].token - 1].byte == 0x2d
  }

  private mutating func split(_ tokens: [Token], _ comma: Int?) {
    if let comma, comma < words.count {
      surnames = Array(words[..<comma])
      given = Array(words[comma...])
    } else if words.count == 1 {
      let only = tokens[words[0].token]
      if only.given > only.surname { given = words } else { surnames = words }
    } else if !words.isEmpty {
      // A hyphen joins the last words into one surname: `Adaeze Okonkwo-Bright`; and two alone, if they are not two
      // given names: `Okonkwo-Bright`, but `Anne-Marie`.
      var first = words.count - 1
      while first > 0, isHyphened(tokens, first) { first -= 1 }
      if first == 0, words.allSatisfy({ tokens[$0.token].given > tokens[$0.token].surname }) {
        first = words.count
      }
      given = Array(words[..<first])
      surnames = Array(words[first...])
    }
  }
}
