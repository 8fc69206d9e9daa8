import Lexicons

/// Marks the first word of each sentence, as far as punctuation tells.
///
/// A full stop after a title, an initial or a month's short form ends no sentence (`Dr. Smith`, `J. Doe`, `Nov. 3`).
enum SentenceMarks {
  static func mark(_ tokens: inout [Token]) {
    for index in tokens.indices {
      if startsSentence(tokens, index) { tokens[index].shape.insert(.sentenceStart) }
    }
  }

  private static func startsSentence(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    if token.shape.contains(.paragraphStart) || index == 0 { return true }
    let before = tokens[index - 1]
    if token.shape.contains(.lineStart) {
      // A line that goes on mid-sentence: no end mark before it, and a word before and behind.
      return before.kind == .punctuation && before.byte != 0x2c && before.byte != 0x2d
    }
    guard token.shape.contains(.spaceBefore) else {
      return before.kind == .punctuation && (before.byte == 0x22 || before.byte == 0x27)
        && before.shape.contains(.sentenceStart)
    }
    switch before.byte {
    case 0x21, 0x3f: return true
    case 0x2e: return index < 2 || !takesFullStop(tokens[index - 2])
    case 0x22, 0x29: return index >= 2 && [0x2e, 0x21, 0x3f].contains(tokens[index - 2].byte)
    // A bullet or a list number at the line's start: "- Aspirin", "1. Aspirin", "* Aspirin".
    case 0x2d, 0x2a: return before.shape.contains(.lineStart)
    default: return false
    }
  }

  /// Whether a full stop behind this token is part of it rather than the end of a sentence.
  private static func takesFullStop(_ token: Token) -> Bool {
    if token.shape.contains(.initial) { return true }
    if token.kind == .number { return false }
    // `Dr.`, `Prof.`; but `his father.` ends a sentence.
    return (token.facts.has(.title) && token.length <= 4)
      || (token.facts.has(.month) && token.length <= 4) || token.facts.has(.nameSuffix)
  }
}

/// Marks the tokens of lines written in capitals, where upper case says nothing about names.
enum CapsLines {
  static func mark(_ tokens: inout [Token]) {
    var lineStart = 0
    for index in tokens.indices.dropFirst() where tokens[index].shape.contains(.lineStart) {
      markLine(&tokens, lineStart..<index)
      lineStart = index
    }
    markLine(&tokens, lineStart..<tokens.count)
  }

  /// Nine letters in ten upper case, and at least two words of two letters: a caps line.
  private static func markLine(_ tokens: inout [Token], _ line: Range<Int>) {
    var upper = 0
    var letters = 0
    var words = 0
    for token in tokens[line] where token.kind == .word && token.length > 1 {
      letters += token.length
      words += 1
      if token.shape.contains(.allCaps) { upper += token.length }
    }
    guard words >= 2, upper * 10 >= letters * 9 else { return }
    for index in line { tokens[index].shape.insert(.capsLine) }
  }
}
