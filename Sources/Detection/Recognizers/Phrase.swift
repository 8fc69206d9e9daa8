import Lexicons

/// Looks up listed phrases of several words: hashes continue from word to word, so each longer phrase costs one probe.
enum Phrase {
  /// Calls `body` for every listed phrase of two words or more that starts at token `index`, shortest first, with the
  /// phrase's facts, one past its last token, and its count of words.
  static func extend(
    _ tokens: [Token], _ bytes: [UInt8], from index: Int, atMost longest: Int,
    lexicon: Lexicon, _ body: (WordFacts, Int, Int) -> Void
  ) {
    var hash = tokens[index].hash
    var words = 1
    var next = index + 1
    while next < tokens.count, words < longest {
      let token = tokens[next]
      if token.kind == .possessive {
        // `Women's`: the lists have it in one word, without the apostrophe.
        hash = folded(bytes, token.range, continuing: hash)
        next += 1
        report(hash, next, words, lexicon, body)
        continue
      }
      if token.kind == .punctuation {
        guard isSpace(token) else { return }
        next += 1
        continue
      }
      guard token.kind == .word, !token.shape.contains(.gapBefore),
        !token.shape.contains(.paragraphStart)
      else { return }
      hash = folded(bytes, token.range, continuing: WordHash.combine(hash, 0x20))
      words += 1
      next += 1
      report(hash, next, words, lexicon, body)
    }
  }

  /// What the lists know of the first word of a phrase, its possessive included: `Women's` as well as `Boston`.
  static func firstWord(_ tokens: [Token], _ bytes: [UInt8], _ index: Int, _ lexicon: Lexicon)
    -> WordFacts
  {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .possessive else {
      return tokens[index].facts
    }
    return lexicon.facts(
      of: folded(bytes, tokens[index + 1].range, continuing: tokens[index].hash))
  }

  private static func report(
    _ hash: UInt64, _ end: Int, _ words: Int, _ lexicon: Lexicon,
    _ body: (WordFacts, Int, Int) -> Void
  ) {
    guard words > 1 else { return }
    let facts = lexicon.facts(of: hash)
    if facts != .unknown { body(facts, end, words) }
  }

  /// `St. Louis`, `Winston-Salem`, `Smith & Nephew`: a full stop, a hyphen or an ampersand between the words of a phrase
  /// counts as a space.
  private static func isSpace(_ token: Token) -> Bool {
    token.byte == 0x26 || token.isAttached && (token.byte == 0x2e || token.byte == 0x2d)
  }

  private static func folded(_ bytes: [UInt8], _ range: Range<Int>, continuing hash: UInt64)
    -> UInt64
  {
    var hash = hash
    for index in range where bytes[index] != 0x27 {
      let byte = bytes[index]
      hash = WordHash.combine(hash, ByteClass.isUpper(byte) ? byte | 0x20 : byte)
    }
    return hash
  }
}
