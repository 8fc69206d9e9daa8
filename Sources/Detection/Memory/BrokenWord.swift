/// A word that the end of a line breaks in two: `Okon-` and, on the next line, `kwo`.
enum BrokenWord {
  /// The token that is the second half of the word at `index`; nil when no line end breaks it.
  static func secondHalf(_ tokens: [Token], of index: Int) -> Int? {
    let half = index + 2
    guard half < tokens.count, tokens[index].kind == .word, tokens[index + 1].byte == 0x2d,
      tokens[index + 1].isAttached, isSecondHalf(tokens, half)
    else { return nil }
    return half
  }

  /// Whether the word at `index` begins a line in lower case behind a hyphen at the end of the line before.
  static func isSecondHalf(_ tokens: [Token], _ index: Int) -> Bool {
    index >= 2 && tokens[index].kind == .word && tokens[index].shape.contains(.lower)
      && tokens[index].shape.contains(.lineStart)
      && !tokens[index].shape.contains(.paragraphStart)
      && tokens[index - 1].byte == 0x2d && tokens[index - 1].isAttached
  }

  /// The folded letters of the whole word.
  static func letters(_ tokens: [Token], _ bytes: [UInt8], _ index: Int, _ half: Int) -> [UInt8] {
    Misspelling.folded(bytes, tokens[index].range) + Misspelling.folded(bytes, tokens[half].range)
  }
}
