import Detection

/// Tells whether a place of a text stands among capitals.
enum CapsLine {
  private static let fewestLetters = 6
  /// How much of a line is read on either side, in bytes; some texts are one line.
  private static let reach = 80

  /// Whether the line that `range` begins on is written in capitals; a few letters tell nothing.
  static func holds(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let isEnd = { (byte: UInt8) in byte == 0x0a || byte == 0x0d }
    let before = text[max(0, range.lowerBound - reach)..<range.lowerBound]
    let behind = text[range.lowerBound..<min(text.count, range.upperBound + reach)]
    let start = before.lastIndex(where: isEnd).map { $0 + 1 } ?? before.startIndex
    let end = behind.firstIndex(where: isEnd) ?? behind.endIndex
    let letters = text[start..<end].filter(ByteClass.isLetter)
    return letters.count >= fewestLetters && letters.allSatisfy(ByteClass.isUpper)
  }
}
