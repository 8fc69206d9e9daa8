import Detection

/// Reads the digits of a text, those written as words (`five five five`) among them.
enum DigitRuns {
  /// A digit (`0`...`9`) and where it stands, in bytes.
  struct Digit {
    var digit: UInt8
    var range: Range<Int>
  }

  private static let words: [[UInt8]: UInt8] = Dictionary(
    uniqueKeysWithValues: [
      ("zero", "0"), ("oh", "0"), ("o", "0"), ("one", "1"), ("two", "2"), ("three", "3"),
      ("four", "4"), ("five", "5"), ("six", "6"), ("seven", "7"), ("eight", "8"), ("nine", "9"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) })
  private static let longestWord = 5

  static func read(_ text: [UInt8], _ body: (Digit) -> Void) {
    var index = 0
    while index < text.count {
      if ByteClass.isDigit(text[index]) {
        body(Digit(digit: text[index], range: index..<(index + 1)))
      } else if ByteClass.isLetter(text[index]) {
        let start = index
        while index < text.count, ByteClass.isLetter(text[index]) { index += 1 }
        if index - start <= longestWord,
          let digit = words[text[start..<index].map { $0 | 0x20 }]
        {
          body(Digit(digit: digit, range: start..<index))
        }
        continue
      }
      index += 1
    }
  }
}
