/// A document as code points, the unit of every offset here, and its words.
struct CodePoints {
  let scalars: [Unicode.Scalar]
  /// Runs of word characters, in order.
  let tokens: [Range<Int>]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    tokens = CodePoints.words(scalars)
  }

  /// The tokens that share a character with `range`; for an empty range those that have it inside.
  func tokens(overlapping range: Range<Int>) -> ArraySlice<Range<Int>> {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].upperBound > range.lowerBound { high = middle } else { low = middle + 1 }
    }
    var end = low
    while end < tokens.count, tokens[end].lowerBound < range.upperBound { end += 1 }
    return tokens[low..<end]
  }

  private static func words(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (index, scalar) in scalars.enumerated() {
      if isWord(scalar) {
        start = start ?? index
      } else if let begin = start {
        words.append(begin..<index)
        start = nil
      }
    }
    if let start { words.append(start..<scalars.count) }
    return words
  }

  /// `\w` of Python's `re`: letters and numbers of every kind, and the underscore. Combining marks are not.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let value = UInt8(truncatingIfNeeded: scalar.value)
      return (0x30...0x39).contains(value) || value == 0x5f
        || (0x61...0x7a).contains(value | 0x20)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// `str.isspace` of Python: Unicode's white space and the four separators of ASCII.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1c...0x1f).contains(scalar.value)
  }
}
