import Detection

/// Tells whether a sentence begins at a place of a text.
enum SentenceStart {
  /// Running text fills its lines further than this, in bytes.
  private static let shortLine = 50

  /// Marks that may stand between the end of a sentence and the next one's first word.
  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x28 || byte == 0x5b || byte == 0x2a || byte == 0x5f
  }

  /// Whether `offset` is behind a full stop, question or exclamation mark and a space, or behind an empty line or nothing
  /// but a list's mark; a line that only goes on begins no sentence.
  static func isStart(_ offset: Int, of text: [UInt8]) -> Bool {
    var index = offset
    while index > 0, isOpening(text[index - 1]) { index -= 1 }
    let end = index
    while index > 0, text[index - 1] == 0x20 || text[index - 1] == 0x09 { index -= 1 }
    guard index > 0 else { return true }
    switch text[index - 1] {
    case 0x2e: return index < end && !isShortForm(text, before: index - 1)
    case 0x21, 0x3f: return index < end
    case 0x0a, 0x0d: return isLineStart(index, of: text)
    case 0x2d, 0x2a: return index < end && isAlone(index - 1, in: text)
    default: return false
    }
  }

  /// Whether the letters before a full stop are one, or a title: `Dr.`, `J.`.
  private static func isShortForm(_ text: [UInt8], before stop: Int) -> Bool {
    var start = stop
    while start > 0, ByteClass.isLetter(text[start - 1]) { start -= 1 }
    let word = String(decoding: text[start..<stop].map { $0 | 0x20 }, as: UTF8.self)
    return stop - start == 1 || shortForms.contains(word)
  }

  private static let shortForms: Set<String> = [
    "dr", "mr", "mrs", "ms", "st", "no", "vs", "approx", "ca", "dx", "tel", "ext", "b", "dob",
  ]

  /// Whether the line before is empty, ends a sentence or a heading, or does not fill the width of running text.
  private static func isLineStart(_ start: Int, of text: [UInt8]) -> Bool {
    var end = start
    if end > 0, text[end - 1] == 0x0a { end -= 1 }
    if end > 0, text[end - 1] == 0x0d { end -= 1 }
    guard end > 0 else { return true }
    switch text[end - 1] {
    case 0x0a, 0x0d, 0x2e, 0x21, 0x3f, 0x3a: return true
    default:
      let line = text[max(0, end - shortLine)..<end]
      return end < shortLine || line.contains { $0 == 0x0a || $0 == 0x0d }
    }
  }

  /// Whether the mark is the first of its line: `- March 14: admitted`.
  private static func isAlone(_ mark: Int, in text: [UInt8]) -> Bool {
    let before = text[max(0, mark - shortLine)..<mark].last { $0 != 0x20 && $0 != 0x09 }
    return before == nil || before == 0x0a || before == 0x0d
  }
}
